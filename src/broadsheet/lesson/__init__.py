"""A lesson's file: read with positions, typed by the models, described by schema and reference."""
