"""Templates as less Python than Jinja makes of them: the same output with fewer calls.

Jinja asks what each thing is whenever it meets it: whether a name is an attribute or a key, whether what it calls wants the
context, whether what it prints is escaped already, how many arguments a macro takes. Ours say it themselves: ``a.b`` is an
attribute (a key is ``a["b"]``); what is called is called as it stands; ``finalize`` gives what is printed, escaped.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from markupsafe import Markup

_ASKED = frozenset({"defined", "undefined"})


class PlainMacro(Macro):
    """A macro that is given all its arguments in their order, as nearly all are, takes them as they are; one that is given
    others is as Jinja has it."""

    def __call__(self, *given: Any, **named: Any) -> str:
        more = self.caller or self.catch_kwargs or self.catch_varargs
        if named or more or len(given) != self._argument_count:
            return super().__call__(*given, **named)
        return Markup(self._func(*given))


class LeanCode(CodeGenerator):
    """The Python of a template. Not for templates that are asynchronous or sandboxed."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Whether something has an attribute, which it would be an error to ask for."""
        if node.name in _ASKED and isinstance(node.node, nodes.Getattr):
            self.write("(not " if node.name == "undefined" else "(")
            self.write("hasattr(")
            self.visit(node.node.node, frame)
            self.write(f", {node.node.attr!r}))")
        else:
            super().visit_Test(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        if node.dyn_args is not None:
            self.write("*")
            self.visit(node.dyn_args, frame)
            self.write(", ")
        if node.dyn_kwargs is not None:
            self.write("**")
            self.visit(node.dyn_kwargs, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)


class LeanEnvironment(Environment):
    """``finalize`` has to give text that needs no escaping any more."""

    code_generator_class = LeanCode
    Macro = PlainMacro
