"""What makes templates quick changes no byte: pages are the same as plain Jinja makes them, whatever is remembered."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, cast, get_args, get_origin, get_type_hints

import pytest
from copydesk.frozen import is_frozen
from copydesk.site import values
from copydesk.site.printing.typesetting import MOST, Remembered, escape, furnish, take_attributes_directly
from copydesk.site.showing import list_values
from copydesk.site.tongue import Tongue, catalogue
from copydesk.site.values import Card, Here, Link, When, here
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, FileSystemLoader, Undefined, UndefinedError
from markupsafe import Markup
from markupsafe import escape as escape_to_markup
from test_theme_templates import THEME
from theme_specimens import SPECIMENS, Specimen
from theme_values import CARDS, HOSTILE

LANGUAGES = ("en", "ar")
OPTIONS: Any = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
THERE = here("../", "en", "ltr")


@cache
def plain(language: str) -> Environment:
    """Jinja as it comes, where nothing is remembered."""
    made = Environment(loader=FileSystemLoader(THEME / "templates"), extensions=["jinja2.ext.i18n"], **OPTIONS)
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    made.globals["remembered"] = lambda macro: macro
    return made


@cache
def furnished(language: str) -> Environment:
    made = Environment(loader=FileSystemLoader(THEME / "templates"), **OPTIONS)
    furnish(made, Tongue(language))
    return made


@cache
def direct(language: str) -> Environment:
    made = Environment(loader=FileSystemLoader(THEME / "templates"), **OPTIONS)
    furnish(made, Tongue(language))
    take_attributes_directly(made, lambda: furnished(language))
    return made


def environment(**templates: str) -> Environment:
    made = Environment(loader=DictLoader(templates), **OPTIONS)
    furnish(made, Tongue("de"))
    return made


def parts(environment: Environment) -> Any:
    return environment.get_template("_parts.html").module


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.id)
def test_a_page_is_what_plain_jinja_makes_of_it(specimen: Specimen, language: str) -> None:
    told = {"page": specimen.page, specimen.name: specimen.value}
    first, again, quick, wanted = (
        each.get_template(specimen.template).render(told)
        for each in (*[furnished(language)] * 2, direct(language), plain(language))
    )
    assert first == wanted
    assert again == wanted, "remembered from the first time"
    assert quick == wanted
    assert not cast(Any, direct(language)).roundabout, "no page of ours asks a value for what it has not"


# --- what a remembered part depends on --------------------------------------------------------------------------------


def others(value: Any) -> Iterator[Any]:
    """The same value with one of its parts changed, for each part however deep."""
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        may_be_missing = type(None) in get_args(get_type_hints(type(value))[field.name])
        for other in (*changed(part), *((None,) if may_be_missing else ())):
            yield replace(value, **{field.name: other})


def changed(part: Any) -> Iterator[Any]:
    if isinstance(part, bool):
        yield not part
    elif isinstance(part, int):
        yield part + 1
    elif isinstance(part, str):
        yield f"{part} {HOSTILE}"
    elif isinstance(part, tuple):
        yield from ((), (*part, *part[:1]))
        yield from ((other, *part[1:]) for other in (changed(part[0]) if part else ()))
    elif part is not None:
        yield from others(part)


CARD = replace(CARDS[0], teaser="A teaser.", standfirst="A standfirst.", section=Link("Local", "section/local.html"))
CALLS: tuple[dict[str, Any], ...] = ({}, {"dated": False}, {"kicker": True, "teased": True}, {"class": "card lead"})


@pytest.mark.parametrize("named", CALLS, ids=str)
@pytest.mark.parametrize("level", [2, 3])
def test_a_card_is_remembered_by_all_it_shows(level: int, named: dict[str, Any]) -> None:
    fast, slow = parts(furnished("en")), parts(plain("en"))
    shown = [CARD, *others(CARD), replace(CARD, standfirst=None)]
    for place in (THERE, *others(THERE)):
        for story in shown:
            assert fast.card(place, story, level, **named) == slow.card(place, story, level, **named)
            assert fast.line(place, story, level) == slow.line(place, story, level)


@pytest.mark.parametrize("specimen", SPECIMENS[:1], ids=lambda specimen: specimen.id)
def test_the_frame_is_remembered_by_all_of_the_site(specimen: Specimen) -> None:
    """Site by site, also where a page is the one a menu leads to."""
    fast, slow = (made.get_template("_frame.html").module for made in (furnished("en"), plain("en")))
    for site in (specimen.page.site, *others(specimen.page.site)):
        paths = [link.path for link in (*site.menu, *site.sections, *site.footer)]
        for current in (None, site.search, *paths):
            for name in ("menus", "colophon"):
                told = (site, THERE, current)
                assert getattr(fast, name)(*told) == getattr(slow, name)(*told)
        for name in ("sheets", "site_feeds"):
            assert getattr(fast, name)(site, THERE) == getattr(slow, name)(site, THERE)


def test_a_page_is_current_only_where_a_menu_leads_to_it() -> None:
    page = SPECIMENS[0].page
    named = {link.path for link in (*page.site.menu, *page.site.sections, *page.site.footer) if link.path}
    for path in (*named, "2026/03/story.html"):
        assert replace(page, path=path).current == (path if path in named else None)
    searched = replace(page, path="search.html", site=replace(page.site, search="search.html"))
    assert searched.current == "search.html"


@dataclass(frozen=True)
class Told:
    """Something frozen."""

    text: Any


COUNTED = {
    "parts": "{% macro shown(told, end='.') %}{{ count() }}{{ told.text }}{{ end }}{% endmacro %}"
    "{% set shown = remembered(shown) %}",
    "page": "{% from 'parts' import shown %}{{ shown(told) }}{{ shown(told) }}",
}


def counted() -> tuple[Environment, list[None]]:
    """An environment whose macro counts its calls."""
    calls: list[None] = []
    made = environment(**COUNTED)
    made.globals["count"] = lambda: calls.append(None) or ""
    return made, calls


def test_what_is_remembered_is_called_once() -> None:
    made, calls = counted()
    told = Told("a")
    assert [made.get_template("page").render(told=told) for _ in range(3)] == ["a.a."] * 3
    assert len(calls) == 1


def test_what_can_change_is_not_remembered() -> None:
    made, calls = counted()
    told = types.SimpleNamespace(text="a")
    assert made.get_template("page").render(told=told) == "a.a."
    told.text = "b"
    assert made.get_template("page").render(told=told) == "b.b."
    assert len(calls) == 4


def test_a_value_that_is_gone_is_not_taken_for_another() -> None:
    """What is remembered is kept alive, so that no new value has its place in memory."""
    shown: Remembered = counted()[0].get_template("parts").module.shown  # type: ignore[attr-defined]
    for number in range(300):
        assert str(shown.macro(Told(number))) == str(shown(Told(number)))


def test_only_so_much_is_remembered() -> None:
    shown: Remembered = counted()[0].get_template("parts").module.shown  # type: ignore[attr-defined]
    told = Told("a")
    for number in range(MOST + 2):
        shown(told, str(number))
    assert len(shown._known) == 2


def test_a_name_says_which_argument_it_is() -> None:
    made = environment(
        page="{% macro shown(one='', two='') %}{{ one }}-{{ two }}{% endmacro %}{% set shown = remembered(shown) %}"
        "{{ shown('a') }} {{ shown(one='a') }} {{ shown(two='a') }} {{ shown('one', 'a') }} "
        "{{ shown(1) }} {{ shown(true) }}"
    )
    assert made.get_template("page").render() == "a- a- -a one-a 1- True-"


def kinds(kind: Any) -> Iterator[Any]:
    """What a field can hold, without the tuples and unions around it."""
    if get_origin(kind) in (tuple, types.UnionType):
        for each in get_args(kind):
            yield from kinds(each)
    elif kind is not Ellipsis:
        yield kind


def test_page_values_are_frozen_to_the_ground() -> None:
    """One object is one outcome only if nothing in it can change."""
    plain_kinds = {str, int, bool, type(None), Markup}
    declared = [each for module in (values, list_values) for each in vars(module).values() if isinstance(each, type)]
    ours = [each for each in declared if dataclasses.is_dataclass(each)]
    assert {Card, When, Link, Here} <= set(ours)
    for value in ours:
        assert is_frozen(value), value
        for field in get_type_hints(value).values():
            assert set(kinds(field)) <= {*plain_kinds, *ours}, (value, field)


# --- calls, blocks ----------------------------------------------------------------------------------------------------

MACROS = """{% macro said(a, b="<b>", c=a) %}{{ a }}{{ b }}{{ c }}{% endmacro %}
{% macro all(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}
{% macro around(a) %}<i>{{ a }}{{ caller(a) }}</i>{% endmacro %}
{% macro maybe(a, caller=none) %}{{ a }}{{ caller() if caller }}{% endmacro %}
{% macro deep(n) %}{{ n }}{% if n %}{{ deep(n - 1) }}{% endif %}{% endmacro %}
{% macro empty() %}{% endmacro %}
{% macro loose(a) %}{{ a }}{{ b }}{% endmacro %}"""

CALLED = (
    "said('<')", "said('<', c='>')", "said('<', '>', '&')", "said(c='<', a=1)", "said()", "said(nothing, nothing)",
    "said(*many)", "all('<', '>', d='&')", "all()", "maybe('<')", "deep(3)", "empty()", "loose(safe)",
)  # fmt: skip

BLOCKS = {
    "base": "<{{ a }}>{% block head %}head {{ a }}{% endblock %}|{% block main scoped %}{% endblock %}|{% block last %}"
    "{{ self.head() }}{% endblock %}{% for b in many %}{% block each scoped %}{{ b }}{{ loop.index }}{% endblock %}"
    "{% endfor %}",
    "middle": "before{% extends 'base' %}after{% block main %}{% for b in many %}{{ b }}{% if b %}{{ a }}{% endif %}"
    "{% else %}none{% endfor %}{% endblock %}",
    "page": "{% extends 'middle' %}{% from 'macros' import said, around %}{% set a = '<set>' %}{% block head %}"
    "{{ super() }}{{ said(a) }}{% endblock %}{% block main %}{{ super() }}{% set b %}<{{ a }}>{% endset %}{{ b }}"
    "{% call(x) around(a) %}{{ x }}{{ b }}{% endcall %}{% filter upper %}{{ super() }}{% endfilter %}{% endblock %}"
    "{% block each %}{{ said(b) }}{{ super() }}{% endblock %}",
    "either": "first{% if many %}{% extends 'base' %}{% endif %}{{ a }}{% block main %}{{ a }}{% endblock %}",
    "parts": "{% include 'page' %}{% include 'either' %}{% for b in many %}{% include 'line' %}{% endfor %}{{ a }}",
    "line": "{{ b }}{% if loop %}{{ loop.index }}{% endif %}",
    "recursive": "{% for b in many recursive %}{{ b }}{{ loop(b) if b is not string else '' }}{% endfor %}",
}
NOTHING_OR_MANY: tuple[dict[str, Any], ...] = (
    {}, {"many": ()}, {"many": ("<", Markup("<b>"), ""), "a": "&"}, {"many": (("<",), ((">",), "a")), "a": Markup("<>")}
)  # fmt: skip


def pair(templates: dict[str, str], **options: Any) -> tuple[Environment, Environment]:
    """The same templates, furnished and as Jinja has them."""
    made, wanted = (Environment(loader=DictLoader(templates), **options) for _ in range(2))
    furnish(made, Tongue("en"))
    return made, wanted


def outcome(environment: Environment, source: str, told: dict[str, Any]) -> str:
    """What comes of a template, or what is said of its fault."""
    try:
        return environment.from_string(source).render(told)
    except (TypeError, UndefinedError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("escaping", [True, False])
@pytest.mark.parametrize("call", [*CALLED, "said(1, 2, 3, 4)", "said(d=1)", "empty(1)", "around(1)"])
def test_a_macro_takes_its_arguments_as_jinja_gives_them(call: str, escaping: bool) -> None:
    """In place, imported, imported with the context, in a loop and in a block."""
    made, wanted = pair({"macros": MACROS}, autoescape=escaping)
    names = "said, all, maybe, around, deep, empty, loose"
    told = {"many": ("<", Markup("<b>")), "safe": Markup("<u>"), "b": "<B>"}
    for before in (MACROS, *(f"{{% from 'macros' import {names} {how} %}}" for how in ("", "with context"))):
        inside = f"{{% for each in many %}}{{{{ {call} }}}}{{% endfor %}}"
        plainly = f"{{{{ {call} }}}}{{{{ {call} ~ '<' }}}}"
        source = f"{before}{plainly}{inside}{{% block some %}}{before}{inside}{{% endblock %}}"
        assert outcome(made, source, told) == outcome(wanted, source, told)


@pytest.mark.parametrize("escaping", [True, False])
@pytest.mark.parametrize("told", NOTHING_OR_MANY, ids=str)
@pytest.mark.parametrize("name", BLOCKS)
def test_what_blocks_put_out_is_what_jinja_puts_out(name: str, told: dict[str, Any], escaping: bool) -> None:
    made, wanted = pair({"macros": MACROS, **BLOCKS}, autoescape=escaping)
    source = f"{{% include '{name}' %}}"
    assert outcome(made, source, told) == outcome(wanted, source, told)
    assert outcome(made, BLOCKS[name], told) == outcome(wanted, BLOCKS[name], told)
    assert "".join(made.get_template("macros").generate()) == "".join(wanted.get_template("macros").generate())


def test_macros_wait_for_nothing_where_jinja_is_asynchronous() -> None:
    made, wanted = pair({"macros": MACROS, **BLOCKS}, autoescape=True, enable_async=True)
    source = "{% from 'macros' import said %}{{ said('<') }}{% block some %}{{ said(a) }}{% endblock %}"
    assert outcome(made, source, {"a": "&"}) == outcome(wanted, source, {"a": "&"})


# --- attributes -------------------------------------------------------------------------------------------------------


FORKED = (
    "{{ a.b }}{% if a.b is defined %}{{ a['c'] }}{% endif %}"
    "{% for each in many %}{{ loop.index }}{{ each.b }}{% endfor %}"
)
THINGS = (types.SimpleNamespace(b="<b>"), {"b": "<key>", "c": 1}, {}, types.SimpleNamespace(c=2), "text", None)


@pytest.mark.parametrize("thing", THINGS, ids=str)
@pytest.mark.parametrize("source", [FORKED, "{{ a.if }}{{ a.b }}", "{{ a.b.c }}", "{{ (1).real }}{{ missing.b }}"])
def test_attributes_are_found_as_jinja_finds_them(source: str, thing: Any) -> None:
    made, wanted = pair({"page": source}, autoescape=True)
    take_attributes_directly(made, lambda: wanted)
    for told in ({"a": thing, "many": (thing, *THINGS)}, {"a": thing}, {}):
        asked = [partial(each.get_template("page").render, told) for each in (made, made, wanted)]
        first, again, right = map(said_or_fault, asked)
        assert first == again == right


def said_or_fault(render: Callable[[], str]) -> str:
    try:
        return render()
    except UndefinedError as error:
        return f"fault: {error}"


def test_a_page_that_lacks_nothing_is_rendered_once() -> None:
    made, _ = pair({"page": "{{ a.b }}"}, autoescape=True)
    take_attributes_directly(made, lambda: pytest.fail("no other environment is needed"))
    assert made.get_template("page").render(a=types.SimpleNamespace(b="<b>")) == "&lt;b&gt;"


# --- words and escaping -----------------------------------------------------------------------------------------------


def test_words_are_put_in_when_a_template_is_compiled() -> None:
    source = """{{ _("Subscribe") }} {% if _("Feeds") %}{{ _("By %(names)s", names=name) }}{% endif %}"""
    made = environment(page=source)
    assert "'Abonnieren " in made.compile(source, raw=True)
    assert made.get_template("page").render(name="<A>") == "Abonnieren Von &lt;A&gt;"


@pytest.mark.parametrize("escaping", [True, False])
def test_words_are_jinjas(escaping: bool) -> None:
    source = (
        """{{ _("100%% <b>") }} {{ _("100%% <b>") ~ "<i>" }} {{ ngettext("%(num)s story", "%(num)s stories", n) }} """
        """{% trans %}Feeds{% endtrans %} {{ _("Page %(number)s", number=name) }} {{ gettext("Feeds") }}"""
    )
    made, wanted = (Environment(autoescape=escaping, extensions=["jinja2.ext.i18n"]) for _ in range(2))
    wanted.install_gettext_translations(catalogue("de"), newstyle=True)  # type: ignore[attr-defined]
    furnish(made, Tongue("de"))
    for told in ({"n": 1, "name": "<A>"}, {"n": 2, "name": Markup("<A>")}, {"n": 3, "name": 7}):
        assert made.from_string(source).render(told) == wanted.from_string(source).render(told)


class Html:
    """Something with HTML of its own."""

    def __html__(self) -> str:
        return "<b>"


@given(st.text() | st.integers() | st.none() | st.text().map(Markup))
def test_escaping_is_that_of_markupsafe(value: object) -> None:
    assert escape(value) == escape_to_markup(value)


@pytest.mark.parametrize("value", [Html(), Undefined(), type("Text", (str,), {})("<"), "<>&'\""])
def test_escaping_is_that_of_markupsafe_for_odd_values(value: object) -> None:
    assert escape(value) == escape_to_markup(value)
