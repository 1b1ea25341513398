"""A PDF with a text layer (.pdf) comes in; its lines without page furniture, indented as printed, go out."""

from .converting import pdf

__all__ = ["pdf"]
