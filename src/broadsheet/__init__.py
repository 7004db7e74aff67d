"""Broadsheet turns a lesson in YAML into a worksheet and teacher's notes."""

__version__ = "0.1.0"
