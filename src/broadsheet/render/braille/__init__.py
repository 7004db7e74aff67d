"""Braille: words translated by liblouis, and set on pages of 40 cells by 25 lines by us."""
