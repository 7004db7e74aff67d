"""Lessons bound in order into a course."""
