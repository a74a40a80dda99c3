"""How templates are set: what Jinja would do for every word of every page is done once, or in one step.

Five hooks of Jinja's are used, and only here: an extension that reads tokens (`KnownWords`), a generator of code that
names another function for escaping (`Compositor`), a context that calls macros (`Galley`), a global (`remembered`), and
for pages of values a template that takes attributes as Python does (`Direct`).
Nothing here changes a byte of what a template makes: `tests/theme/test_theme_typesetting.py` renders pages with it and
as plain Jinja does. Themes need not know of it, but for one word: ``{% set card = remembered(card) %}`` after a macro
says that what it makes may be put in place again wherever it is called with the same arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import cache, partial
from keyword import iskeyword
from typing import Any, cast

from jinja2 import Environment, Template, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup
from markupsafe import escape as escape_to_markup

from copydesk.frozen import is_frozen
from copydesk.site.tongue import Tongue, speak

try:
    # What `markupsafe.escape` does to plain text, without the Markup around it: a tenth of its time.
    from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]  # not public
except ImportError:  # a version that calls it otherwise
    escape_text = escape_to_markup

MOST = 10_000
"""Calls whose outcome one macro remembers: the stories of some hundred lists, in about 10 MB."""

PLAIN = frozenset({str, Markup, int, bool, type(None)})
"""Types of arguments that never change, beside frozen values of ours."""


def furnish(environment: Environment, tongue: Tongue) -> None:
    """Give an environment the words of the interface and what makes it quick, before its first template is loaded. A
    build sees one state of each template, so it need not look at its file again for every page."""
    environment.auto_reload = False
    speak(environment, tongue)
    environment.extend(tongue=tongue)
    environment.add_extension(KnownWords)
    environment.globals["remembered"] = remembered
    environment.code_generator_class = Compositor
    environment.context_class = Galley
    environment.make_globals = partial(globals_of, environment)  # type: ignore[method-assign]
    environment.get_template = Case(environment.get_template)  # type: ignore[method-assign]


def take_attributes_directly(environment: Environment, long_way: Callable[[], Environment]) -> None:
    """Have the templates of a furnished environment ask for attributes as Python does, not as Jinja does, by a function
    for each. A page of which this finds one missing is rendered in another environment, the ``long_way``."""
    environment.code_generator_class = DirectCompositor
    environment.template_class = Direct
    environment.extend(long_way=cache(long_way), roundabout=set())


@dataclass(slots=True)
class Case:
    """The templates of an environment by their names, each asked of Jinja (``ask``) once: a page imports five."""

    ask: Callable[..., Template]
    _known: dict[object, Template] = field(default_factory=dict)

    def __call__(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # Jinja's signature
        """The template."""
        if globals is not None:
            return self.ask(name, parent, globals)
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self.ask(name, parent)
        return found


def globals_of(environment: Environment, own: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
    """What a template knows beside its values, in one table: Jinja looks through two, name by name, for every page."""
    return {**environment.globals, **(own or {})}


# --- remembered parts -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Remembered:
    """A macro that is called once for the same arguments.

    Arguments are the same if they are equal texts, or one frozen object, which is kept as long as it is remembered. A
    call with anything that could change is never remembered. An imported macro knows only its arguments and what is the
    same on every page. A macro that is not imported is made anew for every page, and its memory with it.
    """

    macro: Macro
    _known: dict[object, tuple[object, str]] = field(default_factory=dict)

    @pass_eval_context
    def __call__(self, *told: Any, **named: object) -> str:
        """What the macro makes. As a macro is, it is called by templates with their `EvalContext` first, and without
        it by whoever has the macro alone."""
        escaping, args = (told[0].autoescape, told[1:]) if told and type(told[0]) is EvalContext else (None, told)
        # What tells one argument from another: how many have no name, each of them all, and their names.
        tokens = [value if type(value) is str else id(value) for value in (*args, *named.values())]
        key = (escaping, len(args), *tokens, *named)
        found = self._known.get(key)
        if found is None:
            found = ((args, named), self.macro(*told, **named))
            if all(map(_stays, args)) and all(map(_stays, named.values())):
                self._keep(key, found)
        return found[1]

    def _keep(self, key: object, found: tuple[object, str]) -> None:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = found


def remembered(macro: Macro) -> Remembered:
    """The macro, called once for the same arguments."""
    return Remembered(macro)


def _stays(value: object) -> bool:
    """Whether a value can never become another."""
    return type(value) in PLAIN or _is_frozen(cast(Hashable, type(value)))


@cache
def _is_frozen(kind: Hashable) -> bool:
    return is_frozen(cast(type, kind))


# --- words ------------------------------------------------------------------------------------------------------------


KNOWN = ("variable_begin", "name", "lparen", "string", "rparen", "variable_end")
"""The tokens of ``{{ _("Subscribe") }}``."""


class KnownWords(Extension):
    """Puts words that stand alone and depend on nothing, ``{{ _("Subscribe") }}``, into the template when it is
    compiled. Inside an expression they are left: Jinja joins constants there in another way than values."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens, the call in such an expression replaced by its words."""
        return self._said(list(stream)) if self.environment.autoescape is True else stream

    def _said(self, tokens: list[Token]) -> Iterator[Token]:
        tongue: Tongue = cast(Any, self.environment).tongue
        place = 0
        while place < len(tokens):
            token, around = tokens[place], tokens[place - 1 : place + 5]
            if token.test("name:_") and tuple(each.type for each in around) == KNOWN:
                yield Token(token.lineno, "string", tongue.say(around[3].value) % {})
                yield Token(token.lineno, "pipe", "|")
                yield Token(token.lineno, "name", "safe")
                place += 4
            else:
                yield token
                place += 1


# --- what stands in a compiled template -------------------------------------------------------------------------------


def escape(value: object) -> str:
    """A value as it stands in a page: as `markupsafe.escape` has it, but plain text where nothing will ask again."""
    if type(value) is str:
        return escape_text(value)
    return value if type(value) is Markup else escape_to_markup(value)


class Compositor(CodeGenerator):
    """Compiles templates so that what they put out is escaped by `escape`, and what a template or a block of it puts
    out is gathered in a list, as macros gather it: handed up piece by piece it passes through each template that the
    one extends."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The module of a template; the last name it imports is the one its functions use."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import {escape.__name__}")

    def enter_frame(self, frame: Frame) -> None:
        """Begin a function. One that extends another hands up what that makes."""
        super().enter_frame(frame)
        if gathers(frame):
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """End it."""
        if gathers(frame) and frame.buffer is not None:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)


class DirectCompositor(Compositor):
    """Compiles attributes to those of Python: a tenth of a page's time is otherwise Jinja's function for them."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute; one that Python has no word for is Jinja's."""
        if iskeyword(node.attr) or self.environment.is_async:
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class Direct(Template):
    """A template of `DirectCompositor`'s."""

    def render(self, *values: Any, **named: Any) -> str:
        """The page. Where a value has no such attribute it may have such a key, or the template takes it for nothing:
        that Jinja knows."""
        environment: Any = self.environment
        if self.name not in environment.roundabout:
            try:
                return super().render(*values, **named)
            except AttributeError:
                environment.roundabout.add(self.name)
        made: str = environment.long_way().get_template(self.name).render(*values, **named)
        return made


def gathers(frame: Frame) -> bool:
    """Whether a frame is that of a whole template which extends no other, or of a block."""
    is_whole = frame.rootlevel and not frame.require_output_check
    return frame.parent is None and (is_whole or frame.block_frame)


class Galley(Context):
    """The context of a page, which calls macros without asking what else they could be.

    All templates of an environment have the same globals, so that what one imports from another is the same for every
    page. Jinja compares their names at each import, which took a fiftieth of a clean build; without names it does not.
    """

    def __init__(self, *given: Any, globals: object = None) -> None:  # Jinja names it so
        super().__init__(*given)

    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call what a template calls."""
        if type(called) not in (Macro, Remembered):
            return super().call(called, *args, **named)
        if named:
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
        if type(called) is Macro and not named and is_plain(called, len(args)):
            left = called._argument_count - len(args)
            made = called._func(*args, *(missing,) * left) if left else called._func(*args)
            return str.__new__(Markup, made) if self.eval_ctx.autoescape else made
        return called(self.eval_ctx, *args, **named)


def is_plain(macro: Macro, given: int) -> bool:
    """Whether a macro that is called with so many arguments and no named ones takes them as they are, and `missing` in
    place of the others: most calls are such, and its own way to find that out takes longer than what it then makes."""
    takes_more = macro.caller or macro.catch_kwargs or macro.catch_varargs or macro._environment.is_async
    return not takes_more and given <= macro._argument_count
