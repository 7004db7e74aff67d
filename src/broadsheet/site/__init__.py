"""A site of lessons: pages as plain values, their HTML, and the folder that they are put into."""
