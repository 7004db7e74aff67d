"""The language server: what `editor/` tells of a lesson, in the Language Server Protocol."""
