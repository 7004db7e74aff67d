"""Judge a lesson: pure functions from a lesson to remarks, one module per subject."""
