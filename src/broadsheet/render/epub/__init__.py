"""EPUB 3: the pages for screens as a book, for reading systems and their users' own settings."""
