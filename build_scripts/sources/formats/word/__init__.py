"""A Word file (.docx) comes in; its text, with everything that Word shows and a word on everything else, goes out."""

from .converting import docx

__all__ = ["docx"]
