"""HTML, set with the theme's templates: what is printed from, and what is read on a screen."""
