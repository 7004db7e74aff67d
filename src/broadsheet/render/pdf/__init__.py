"""PDF/UA-1, laid out by WeasyPrint from HTML."""
