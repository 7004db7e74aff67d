"""What the words of a piece suggest that a lesson might ask: found by lists, never a verdict."""
