"""Measures and pairs come in; tables across places and documents go out."""
