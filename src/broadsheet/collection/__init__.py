"""The lessons and units that a command means, read and judged together."""
