"""Pages that are no story are held with their reason, and stories that only look like them are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk import editing, intake
from copydesk.editing.vocabulary import LANGUAGES, vocabulary
from copydesk.model import Clue, Draft, Heading, House, ListItem, Markup, Overrides, RawDocument
from editing_pages import STORY, Line, carry_out, draft, page

ERROR, WALL, TEASER = "an error page", "a check of the browser", "a teaser before a paywall"
LOGIN, SEARCH, LIST, VIDEO = "a page that asks to sign in", "the results of a search", "a list of stories", "a video"

BRIEF = (
    "A crab boat ran aground off Brisamar on Monday night. Its crew of four was brought ashore unhurt, the coast guard "
    "said, and the boat is to be towed in today."
)
FRENCH = (
    "Le môle de Port-Alder a été emporté par la tempête dans la nuit de dimanche, et le capitaine du port a compté "
    "onze bateaux à la dérive devant la vieille douane."
)
LINK = Markup(path=("li", "a"), link_density=1.0)
HEADLINES = tuple(
    f"{what} {where}"
    for where in ("in the port of Alder", "on the island of Brisamar", "along the river Tarn")
    for what in (
        "New ferry will sail",
        "Library lends fishing rods",
        "Storm tears away the mole",
        "Snow closes the road",
    )
)


def held(*lines: str | Line | tuple[str, ...], title: str | None = None, says: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Why a page of these lines is held, once the judge has cut those it does not believe."""
    clues = (Clue("headline", title, "title element"),) if title else ()
    judged = carry_out("cut_what_is_judged_out", replace(draft(page(*lines), clues), says=says))
    return carry_out("hold_what_is_no_story", judged).held


def links(score: float = 0.7) -> tuple[Line, ...]:
    """Headlines that lead to other stories."""
    return tuple(Line(text, score, kind=ListItem(), markup=LINK) for text in HEADLINES)


def read(html: str) -> Draft:
    """A saved page, edited."""
    return editing.edit(intake.read(RawDocument("page.html", html.encode()))[0], House(), Overrides())


NO_STORIES = {
    "an error in English": (ERROR, held("Page not found", "The page you are looking for has moved.")),
    "an error in German": (ERROR, held("Seite nicht gefunden", "Zurück zur Startseite")),
    "an error in Chinese": (ERROR, held("页面不存在", "返回首页")),
    "an error by its number": (ERROR, held("Hmm. Nothing here.", title="404 | Harbour Herald")),
    "an error with menus": (ERROR, held("404", "Home", "World", "Sport", "Oops!", *links(0.1)[:3])),
    "a check of the browser": (WALL, held("Checking if the site connection is secure", title="Harbour Herald")),
    "a captcha in Russian": (WALL, held("Подтвердите, что вы не робот", "Поставьте галочку")),
    "a captcha in Korean": (WALL, held("보안 확인", "로봇이 아닙니다 를 선택하세요")),
    "a cookie wall": (
        WALL,
        held(
            Line(
                "We use cookies and similar techniques to show you what fits you. Accept all cookies or manage cookies "
                "in the settings, where you will also find our partners.",
                0.8,
            ),
            Line("You may also read without adverts for four euros a month.", 0.6),
        ),
    ),
    "a teaser": (TEASER, held((STORY[0],), "Subscribe to continue reading")),
    "a teaser in French": (TEASER, held((FRENCH,), "Il vous reste 80 % de cet article à lire")),
    "a teaser that says it is not free": (TEASER, held(STORY, says=("newsarticle", "not free"))),
    "a longer teaser that breaks off": (
        TEASER,
        held(STORY, STORY, Line("The council had known for years that it would not", 0.9), "Already a subscriber"),
    ),
    "a form to sign in": (LOGIN, held("Please log in", "E-mail", "Password", "Forgot your password?")),
    "a form to sign in, in Spanish": (LOGIN, held("Debes iniciar sesión", "Correo", "Contraseña")),
    "a search": (SEARCH, held(*links()[:4], title="Search results for: ferry")),
    "a search in Japanese": (SEARCH, held("「フェリー」の検索結果", "3件")),
    "a search by its data": (SEARCH, held(STORY, says=("searchresultspage",))),
    "a section of links": (LIST, held(Line("World", 0.5, kind=Heading(1)), *links())),
    "a section of teasers": (
        LIST,
        held(*(part for text in STORY * 2 for part in (Line(text[:60], 0.6), Line(f"{text[:90]} …", 0.7)))),
    ),
    "a front page by its data": (
        LIST,
        held(*links(0.1), *links(0.6)[:4], (STORY[0],), says=("website", "og website")),
    ),
    "a film": (VIDEO, held("The mole in the storm", says=("videoobject", "og video.other"))),
    "an empty page": ("no main content found", held("Menu", "More")),
}


@pytest.mark.parametrize("name", NO_STORIES)
def test_what_is_no_story_is_held_with_its_reason(name: str) -> None:
    reason, found = NO_STORIES[name]
    assert len(found) == 1, found
    assert found[0].startswith(reason)


STORIES = {
    "a brief": held((BRIEF,)),
    "a brief on a page with a note about cookies": held((BRIEF,), "We use cookies", "Accept all cookies"),
    "a brief above an offer to sign in for comments": held((BRIEF,), "Log in or register to comment", title="Aground"),
    "a story about cookies": held(
        (
            "Accept all cookies: that is what nine in ten readers do, says a study that the university of Port Alder "
            "published on Monday, and none of those asked could say afterwards what they had agreed to.",
            *STORY,
        ),
        title="Nine in ten accept all cookies",
    ),
    "a brief about an error": held(
        (
            "Whoever looked for the town's budget on Monday read “page not found” for three hours. The page had been "
            "moved by mistake, the council said, and it apologized to the two people who had noticed.",
        ),
        title="Budget was lost for three hours",
    ),
    "a story about 404 boats": held((BRIEF,), title="404 boats back in port after the storm", says=()),
    "a story about a search": held(STORY, title="Search for the crew of the Marfa goes on"),
    "a roundup with many links": held(
        *(part for text, line in zip(STORY * 3, links(0.9), strict=False) for part in ((text,), line))
    ),
    "a live page": held(
        *(Line(f"{text[:70]} …", 0.8) for text in STORY * 3), STORY, says=("liveblogposting", "og website")
    ),
    "a story above the site's links": held(STORY, *links(0.1), says=("newsarticle", "og article", "website")),
    "a story of a site that says it is a website": held(STORY, *links(0.1), says=("og website",)),
    "a story that is not free, saved whole": held(*[STORY] * 3, says=("newsarticle", "not free")),
    "a story with a film": held(STORY, says=("newsarticle", "videoobject", "og video.other")),
    "a story that ends without a stop, and an offer under it": held(
        *[STORY] * 4, Line("The council meets again on Thursday", 0.9), "Already a subscriber"
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_a_story_that_only_looks_like_one_is_not(name: str) -> None:
    assert STORIES[name] == ()


def test_each_language_has_words_for_walls_searches_and_forms() -> None:
    for language in LANGUAGES:
        words = vocabulary(language)
        assert words.wall_phrases and words.search_phrases and words.login_phrases, language
        assert words.error_phrases and words.paywall_phrases, language


# --- from the page ----------------------------------------------------------------------------------------------------

SAYS = """<html><head><meta property="og:type" content="Website">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Wall",
"isAccessibleForFree": "False"}]}</script></head><body><p>Text</p></body></html>"""


def test_a_page_says_what_it_is() -> None:
    (found,) = intake.read(RawDocument("page.html", SAYS.encode()))
    assert set(found.says) == {"og website", "webpage", "newsarticle", "not free"}
    (free,) = intake.read(RawDocument("page.html", SAYS.replace('"False"', "true").encode()))
    assert "not free" not in free.says


def test_a_saved_teaser_is_held() -> None:
    told = "".join(f"<p>{text}</p>" for text in STORY[:2])
    edited = read(SAYS.replace("<p>Text</p>", f"<article><h1>Wall</h1>{told}</article>"))
    assert any(reason.startswith(TEASER) for reason in edited.held)


def test_a_few_texts_that_all_break_off_are_a_list() -> None:
    teasers = tuple(f"{line} and nobody in the town or on the isles knows when it will be…" for line in HEADLINES)
    assert held(*(Line(text, 0.8) for text in teasers[:4]))[0].endswith("save the stories themselves")
    assert held(Line(teasers[0], 0.8), *(Line(text, 0.9) for text in STORY)) == ()


TEASERS = "".join(
    f"<article><a href=/{at}><h2>{title}</h2></a><p>{text}</p></article>"
    for at, (title, text) in enumerate(zip(HEADLINES, (*STORY, BRIEF), strict=False))
)


@pytest.mark.parametrize(
    ("head", "is_held"),
    [
        ('<meta property="og:type" content="website">', True),
        ('<meta property="og:type" content="article">', False),
        ('<meta property="og:type" content="website"><meta name="author" content="Jane Doe">', False),
    ],
)
def test_teasers_each_under_a_title_that_leads_elsewhere_are_a_list(head: str, is_held: bool) -> None:
    page = f"<html><head><title>Ports</title>{head}</head><body><main><h1>Ports</h1>{TEASERS}</main></body></html>"
    assert any(LIST in reason for reason in read(page).held) is is_held


def test_a_story_with_a_link_over_one_paragraph_is_none() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (*STORY, BRIEF))
    head = f'<title>{HEADLINES[0]}</title><meta property="og:type" content="website">'
    page = f"<html><head>{head}</head><body><h1>{HEADLINES[0]}</h1><h2><a href=/x>{HEADLINES[1]}</a></h2>{text}</body>"
    assert not read(page).held
