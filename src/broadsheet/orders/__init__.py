"""What is asked for: one table of documents and formats, and what a lesson or a unit yields."""
