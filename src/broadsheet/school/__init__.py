"""What a school sets: its settings, its editions and its limits."""
