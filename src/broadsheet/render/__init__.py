"""From a composed document to a file's bytes, in processes with limits."""
