"""What authors write: Markdown, read once into nodes that every document and check walks."""
