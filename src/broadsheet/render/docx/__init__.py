"""Word's files, written part by part: a composed document in styles that a school can change."""
