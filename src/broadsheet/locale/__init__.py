"""The words that Broadsheet itself prints: one file for each language, read, judged, looked up."""
