"""A local page that shows an author the lesson being written: its pages beside its findings."""
