"""Words as templates print them: ours go out as they stand, what fills their places is encoded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from markupsafe import Markup

from build_scripts.publishing.text.escaping import finalize
from build_scripts.publishing.text.wording.loading import Words, held


class TemplateWords(Words):
    """A part's words as markup.

    >>> TemplateWords("x", {"of": "{name}的"})("of", name="<b>")
    Markup('&#60;b&#62;的')
    """

    def __init__(self, part: str, held: Mapping[str, Any]) -> None:
        super().__init__(part, {name: _marked(value) for name, value in held.items()})

    def __call__(self, name: str, /, **filled: Any) -> Markup:
        text: Markup = getattr(self, name)
        return Markup(str.format(text, **{k: finalize(v) for k, v in filled.items()}))  # all is encoded already


def _marked(value: Any) -> Any:
    if isinstance(value, str):
        return Markup(value)
    return [_marked(v) for v in value] if isinstance(value, list) else {k: _marked(v) for k, v in value.items()}


@cache
def template_wording(part: str) -> TemplateWords:
    """A part's words, for templates; there this is called ``words``."""
    return TemplateWords(part, held(part))
