"""Pages that a browser shows, and that ask nothing of anybody: no script, no file beside them."""
