"""What an editor can be told of a lesson that is being written: pure functions of text and place.

Places are offsets in the text, counted in characters from 0; no editor's protocol is spoken here.
"""
