"""Files as people have them come in (.docx, .html, .pdf); their text goes out, with what was left out of it, or one refusal.

``convert`` is the way in; ``CONVERTERS`` are the file endings it knows.
"""

from .convert import CONVERTERS, convert

__all__ = ["CONVERTERS", "convert"]
