"""Text as every room sees it: characters, words, and what counts as alike."""
