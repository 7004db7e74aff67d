"""QTI: a question bank in the exchange formats of 1EdTech, versions 1.2 and 2.1."""
