"""The source itself: its text where that is at hand, and the fingerprint that stands in for it."""
