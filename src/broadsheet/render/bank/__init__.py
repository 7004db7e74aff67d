"""A question bank in HTML, as learning platforms take it, whatever the file that it travels in."""
