"""The excerpt: its passages, its numbered lines, and the words that prose quotes from it."""
