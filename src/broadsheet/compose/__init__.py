"""What stands on the pages: lesson and edition in, composed documents out."""
