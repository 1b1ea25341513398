"""A saved web page (.html) comes in; the text of its document, and a word on what stands around it, go out."""

from .converting import html

__all__ = ["html"]
