"""A source as decoded comes in; what can be read off it goes out (reader.py is the one way in)."""
