"""Our templates are less Python than Jinja makes of them, and print what Jinja prints."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from build_scripts.publishing.text.lean_templates import LeanEnvironment

TEMPLATES = {
    "text that needs escaping": "{{ said }} {{ marked }}",
    "what is no text": "{{ 3 }} {{ none }} {{ place.n + 1 }}",
    "attributes and keys": "{{ place.name }} {{ keys['name'] }} {{ keys[place.name] }} {{ keys.items() | list }}",
    "a key of what has attributes": "{{ place['name'] }}",
    "what is called": "{{ shown(place.name) }} {{ shown(text='<') }} {{ shown(*many) }} {{ shown(**keys) }}",
    "a macro": "{% macro m(a, b='-') %}<i>{{ a }}{{ b }}</i>{% endmacro %}{{ m(said) }}{{ m(said, said) }}{{ m(b=1, a=2) }}",
    "a macro with a block": "{% macro m(a) %}<i>{{ caller() }}{{ a }}</i>{% endmacro %}{% call m(1) %}{{ said }}{% endcall %}",
    "a macro that takes more": "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1) }}{{ m(1, 2, b=3) }}",
    "macros of another": "{% import 'macros' as parts with context %}{{ parts.link(said) }}{% from 'macros' import link with context %}{{ link(1) }}",
    "a loop": "{% for n in many %}{{ loop.index }}{{ loop.last }}{{ n }}{{ shown(n) }}{% else %}none{% endfor %}",
    "a loop with a condition": "{% for n in many if n != '<' %}{{ n }}{% endfor %}",
    "what may be absent": "{{ place.name is defined }} {{ place.nothing is defined }} {{ place.nothing is undefined }} {{ nothing is defined }}"
    "{{ (place.nothing is undefined) == true }} {{ place.name is defined and place.nothing is not defined }}",
    "filters of attributes": "{{ [place, place] | map(attribute='name') | join('&') }} {{ [place] | selectattr('n') | list | length }}",
    "something set": "{% set ns = namespace(n=0) %}{% for _ in many %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}{% set x %}<{{ said }}{% endset %}{{ x }}",
}
MACROS = {"macros": "{% macro link(to) %}<a href='{{ to }}'>{{ said }}</a>{% endmacro %}"}


@dataclass
class Place:
    name: str = "甘肃"
    n: int = 1


GIVEN = {
    "said": "<b> & 'c'",
    "marked": Markup("<b>"),
    "place": Place(),
    "keys": {"name": "<", "甘肃": "GS"},
    "many": ["<", "b"],
    "shown": lambda *said, **named: Markup("<u>") + str((said, named)),
    "none": None,
}


def rendered(kind: type[Environment], template: str, **settings: object) -> str:
    loader = DictLoader(TEMPLATES | MACROS | {"": template})
    return kind(loader=loader, autoescape=True, undefined=StrictUndefined, **settings).get_template("").render(**GIVEN)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_prints_what_jinja_prints(name: str) -> None:
    assert rendered(LeanEnvironment, TEMPLATES[name], finalize=escape) == rendered(Environment, TEMPLATES[name])


@pytest.mark.parametrize(
    "template",
    ["{{ nothing }}", "{{ nothing.name }}", "{{ nothing() }}", "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}"],
)
def test_a_name_that_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises(UndefinedError):
        rendered(LeanEnvironment, template, finalize=escape)


@pytest.mark.parametrize("template", ["{{ place.nothing }}", "{{ keys.name }}"])
def test_an_attribute_that_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises(AttributeError):
        rendered(LeanEnvironment, template, finalize=escape)
