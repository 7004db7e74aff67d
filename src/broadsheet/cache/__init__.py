"""What was made before, found again by content: nothing is made twice."""
