"""What a script asks of a browser: its syntax, and the names of the language and the web's interfaces that it uses.

The floor is ECMAScript 2022 and what Baseline had at the end of 2022 (docs/decisions/browsers.md). tree-sitter parses
every standard up to today's, so what came after 2022 is looked for by its kind of node.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

NEWER = frozenset(
    line for line in (Path(__file__).parent / "newer.txt").read_text("utf-8").splitlines() if not line.startswith("#")
)
"""Names that browsers of the floor need not have; ``Owner.name`` where another interface had the name before,
``window.name`` what a script names by itself."""

_PARSER = Parser(Language(tree_sitter_javascript.language()))
# Kinds of node of later standards, or not in every browser of the floor.
_LATER = {"class_static_block", "import_attribute", "using_declaration", "decorator"}
# Kinds of node that came after the fifth edition (2009).
_AFTER_2009 = {
    "arrow_function",
    "template_string",
    "lexical_declaration",
    "class_declaration",
    "optional_chain",
    "spread_element",
    "rest_pattern",
    "object_pattern",
    "array_pattern",
    "for_of_statement",
    "import_statement",
    "export_statement",
    "await_expression",
    "shorthand_property_identifier",
    "computed_property_name",
}
_FUNCTIONS = {
    "function_declaration",
    "function_expression",
    "arrow_function",
    "method_definition",
    "generator_function",
}
# Look-behind, modifiers, the same name twice: none of them is in every browser of the floor.
_LATER_PATTERN = re.compile(r"\(\?<[=!]|\(\?[ims]*-?[ims]+:")
_NAMED = re.compile(r"\(\?<(\w+)>")


def parse(source: str) -> Node:
    return _PARSER.parse(source.encode()).root_node


def nodes(root: Node) -> Iterator[Node]:
    """A node and all below it."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children)


def _text(node: Node | None) -> str:
    return node.text.decode() if node and node.text else ""


def _line(node: Node) -> int:
    return node.start_point[0] + 1


def later_syntax(source: str) -> list[str]:
    """What of a script's syntax came after the floor, or is no JavaScript, a line each.

    >>> later_syntax("a.split(/(?<=x)/);")
    ['1: pattern (?<=x)']
    >>> later_syntax("const a = b ?? c?.d; export { a };")
    []
    """
    root = parse(source)
    found = [f"{_line(n)}: not read: {_text(n)[:40]}" for n in nodes(root) if n.is_error or n.is_missing]
    for node in nodes(root):
        if node.type in _LATER:
            found.append(f"{_line(node)}: {node.type}")
        elif node.type == "await_expression" and not _within(node, _FUNCTIONS):
            found.append(f"{_line(node)}: await outside a function")
        elif node.type == "regex":
            pattern, flags = _text(node.child_by_field_name("pattern")), _text(node.child_by_field_name("flags"))
            if _is_later(pattern) or "v" in flags:
                found.append(f"{_line(node)}: pattern {pattern}")
        elif _is_made_pattern(node) and _is_later(_text(node.child_by_field_name("arguments"))):
            found.append(f"{_line(node)}: pattern {_text(node)}")
    return found


def _is_made_pattern(node: Node) -> bool:
    made = node.child_by_field_name("constructor" if node.type == "new_expression" else "function")
    return node.type in ("new_expression", "call_expression") and _text(made) == "RegExp"


def _is_later(pattern: str) -> bool:
    names = _NAMED.findall(pattern)
    return bool(_LATER_PATTERN.search(pattern)) or len(names) != len(set(names))


def _within(node: Node, kinds: set[str]) -> bool:
    above = node.parent
    while above is not None and above.type not in kinds:
        above = above.parent
    return above is not None


def after_2009(source: str) -> list[str]:
    """What of a script's syntax is not in the fifth edition.

    >>> after_2009("var f = function (a) { return a; };"), after_2009("let a = 1;")
    ([], ['1: lexical_declaration'])
    """
    return [f"{_line(n)}: {n.type}" for n in nodes(parse(source)) if n.type in _AFTER_2009 or n.is_error]


def newer_names(source: str) -> set[str]:
    """The names that a script uses and browsers of the floor need not have.

    >>> sorted(newer_names("addEventListener('scrollend', f); new CSSStyleSheet(); const p = new URLSearchParams(); p.size; new Map().size"))
    ['CSSStyleSheet', 'URLSearchParams.size', 'scrollend']
    """
    root = parse(source)
    kinds = {
        _text(n.child_by_field_name("name")): _text(value.child_by_field_name("constructor"))
        for n in nodes(root)
        if n.type == "variable_declarator"
        and (value := n.child_by_field_name("value"))
        and value.type == "new_expression"
    }
    used: set[str] = set()
    for node in nodes(root):
        if node.type == "member_expression":
            owner, name = (_text(node.child_by_field_name(f)) for f in ("object", "property"))
            used |= {name, f"{owner}.{name}", f"{kinds.get(owner, '')}.{name}"}
            if owner.endswith("searchParams"):
                used.add(f"URLSearchParams.{name}")
        elif node.type == "new_expression":
            made = _text(node.child_by_field_name("constructor"))
            used |= {f"window.{made}", made}
        elif node.type == "identifier":
            used.add(f"window.{_text(node)}")
        elif node.type == "call_expression" and _text(node.child_by_field_name("function")).endswith(
            "addEventListener"
        ):
            arguments = node.child_by_field_name("arguments")
            used |= {_text(a).strip("\"'") for a in (arguments.named_children if arguments else [])[:1]}
    return {name for name in used & NEWER if name.removeprefix("window.") not in _named(root)}


def _named(root: Node) -> set[str]:
    """What a script gives a name to itself: constants, functions, parameters, imports."""
    kinds = {
        "variable_declarator",
        "function_declaration",
        "formal_parameters",
        "import_clause",
        "arrow_function",
        "object_pattern",
        "array_pattern",
    }
    return {
        _text(n)
        for of in nodes(root)
        if of.type in kinds
        for n in of.children
        if n.type in ("identifier", "shorthand_property_identifier_pattern")
    }


def own_keys(source: str) -> set[str]:
    """The keys of the objects that a script makes: as members they are its own."""
    kinds = {"pair": "key", "method_definition": "name", "field_definition": "property"}
    found = {_text(n.child_by_field_name(kinds[n.type])).strip("\"'") for n in nodes(parse(source)) if n.type in kinds}
    return found | {_text(n) for n in nodes(parse(source)) if n.type == "shorthand_property_identifier"}
