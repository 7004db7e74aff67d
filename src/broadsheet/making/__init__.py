"""Documents on their way from what is asked for to files; what stands is left alone."""
