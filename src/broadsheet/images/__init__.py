"""What an image is: one decision, made when a lesson is checked and again when it is printed."""
