"""A text with marks of any width goes in, the same with those of a Chinese text comes out, mark for mark."""
