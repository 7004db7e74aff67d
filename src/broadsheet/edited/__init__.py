"""A file of Word's that somebody has edited: read as data, and held against what was made."""
