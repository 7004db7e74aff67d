"""Moodle XML: a question bank as Moodle's own export writes it."""
