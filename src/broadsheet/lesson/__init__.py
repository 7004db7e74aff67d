"""The format of a lesson, and nothing else."""
