"""For each rule a page it works on, and the pages it must leave alone (docs/rules.md shows the first of each)."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model import Heading, ListItem, Markup
from editing_pages import STORY, Line

Part = str | Line | tuple[str, ...]
HEADLINE = "Harbour wall to be rebuilt by spring"


@dataclass(frozen=True)
class Case:
    """A page, the lines that the rule takes, the clues it finds (fact and value), and pages it takes nothing from."""

    page: tuple[Part, ...]
    takes: tuple[str, ...]
    clues: tuple[tuple[str, str], ...] = ()
    spares: tuple[tuple[Part, ...], ...] = ()


def under(*lines: Part) -> tuple[Part, ...]:
    """Lines under the story."""
    return (STORY, *lines)


def inside(*lines: Part) -> tuple[Part, ...]:
    """Lines in the middle of the story."""
    return (STORY[:2], *lines, STORY[2:])


def above(*lines: Part) -> tuple[Part, ...]:
    """Lines above the story."""
    return (*lines, STORY)


COMMENT = Line("I have walked on that wall every day since 1971 and nobody ever asked me what it needs.", 0.8)
LINKS = Markup(path=("div", "p"), link_density=1.0)
AD = Markup(path=("div", "p"), words=("ad",))
SCRIPT = (
    "var ads = ads || {}; function load(config) { if (typeof ads.box == 'undefined') { ads.box = config; } "
    "document.write('<scr'+'ipt src=\"' + config + '\"></scr'+'ipt>'); }"
)


def _links(*names: str, score: float = 0.0, words: tuple[str, ...] = ()) -> tuple[Line, ...]:
    """A list of links, of which the judge thinks so much."""
    markup = Markup(path=("ul", "li"), words=words, link_density=1.0)
    return tuple(Line(name, score, kind=ListItem(), markup=markup) for name in names)


def _tag(name: str, href: str = "https://post.example/tag/harbour/") -> Line:
    """A link alone in its element."""
    return Line(name, 0.02, markup=LINKS, href=href)


CASES: dict[str, Case] = {
    "cut_what_styles_hide": Case(
        inside(Line("Do not publish before Friday.", 0.9, markup=Markup(path=("p",), unshown=True))),
        ("Do not publish before Friday.",),
        spares=(
            inside(Line("Do not publish before Friday.", 0.9, markup=Markup(path=("p",)))),
            tuple(Line(text, 0.9, markup=Markup(path=("p",), unshown=True)) for text in STORY * 2),
        ),
    ),
    "cut_empty_blocks": Case(inside("* * *"), ("* * *",), spares=(inside("7"),)),
    "lift_logo_texts": Case(
        above("Herald-Mobile-header-logo"),
        ("Herald-Mobile-header-logo",),
        (("publisher", "Herald"),),
        (
            above("The town chose a new logo on Monday."),
            above("A logo and what it cost the town of Brisamar last year in all"),
        ),
    ),
    "lift_page_date": Case(
        above("Sunday, August 10, 2025", HEADLINE),
        ("Sunday, August 10, 2025",),
        (("published", "Sunday, August 10, 2025"),),
        (above(HEADLINE, "August 10, 2025"), above("Sunday lunch with Ines Valdor")),
    ),
    "lift_glued_breadcrumb": Case(
        above("HomeEconomyHarbour wall to be rebuilt...", HEADLINE),
        ("HomeEconomyHarbour wall to be rebuilt...",),
        (("section", "Economy"),),
        (above("Homecoming of the crab fleet", HEADLINE), above("Home is where the harbour is", HEADLINE)),
    ),
    "lift_breadcrumb": Case(
        above("Home > World > Europe", HEADLINE),
        ("Home > World > Europe",),
        (("section", "Europe"),),
        (above("Harbour > wall: a sum that does not add up"), above("|Harbour|wall|", HEADLINE)),
    ),
    "lift_breadcrumb_lines": Case(
        above("Home", Line("World", gap=0), Line("Europe", gap=0), HEADLINE),
        ("Home", "World", "Europe"),
        (("section", "Europe"),),
        (above("Home", "World", HEADLINE),),
    ),
    "cut_source_link": Case(under("Source link"), ("Source link",), spares=(under("The source links the two lakes"),)),
    "end_at_comments": Case(
        under("3 thoughts on “Harbour wall of Brisamar to be rebuilt by spring”", COMMENT),
        ("3 thoughts on “Harbour wall of Brisamar to be rebuilt by spring”", COMMENT.text),
        spares=(
            under("Comments by the council were few and short"),
            above("12 Comments"),
            under("3 boats and their crews gave thoughts on the wall of Brisamar to the council"),
            under("Responses to the plan", STORY[0]),
            under(Line("Comments are closed to nobody, the mayor said.", 0.8)),
        ),
    ),
    "end_at_related": Case(
        under("RELATED ARTICLES", "Ferry back in service"),
        ("RELATED ARTICLES", "Ferry back in service"),
        spares=(
            under("Related posts were taken down by the crew of the tug"),
            inside("RELATED ARTICLES"),
            under("More from the sea than from the land came in that year."),
        ),
    ),
    "end_at_lists": Case(
        under("Most Popular", "Ferry back in service"),
        ("Most Popular", "Ferry back in service"),
        spares=(under("Most popular with the skippers is the old slipway"), inside("Most Popular")),
    ),
    "lift_headline": Case(
        above("Brisamar", HEADLINE),
        (HEADLINE,),
        (("headline", HEADLINE),),
        (above(), inside(HEADLINE)),
    ),
    "lift_standfirst": Case(
        above(Line("The council votes on a plan for the pier.", markup=Markup(words=("standfirst",)))),
        ("The council votes on a plan for the pier.",),
        (("standfirst", "The council votes on a plan for the pier."),),
        (above(Line("The council votes on a plan for the pier.", markup=Markup(words=("article",)))),),
    ),
    "lift_bylines": Case(
        above(HEADLINE, "By Jane Doe, Staff Writer"),
        ("By Jane Doe, Staff Writer",),
        (("author", "By Jane Doe, Staff Writer"),),
        (above(HEADLINE, "By the river, a crowd had gathered"), inside("By Monday Brisamar had run out of sandbags.")),
    ),
    "lift_desk_credits": Case(
        under("(Reporting by Jane Doe; editing by John Roe)"),
        ("(Reporting by Jane Doe; editing by John Roe)",),
        spares=(
            under("Reporting on the sea is what she had always wanted"),
            under("Edited by a small press in Brisamar, the book sold a thousand copies."),
        ),
    ),
    "lift_signature": Case(
        under("— Jane Doe"),
        ("— Jane Doe",),
        (("author", "Jane Doe"),),
        (
            under("— the tide was out"),
            under(Line("“The long way has the sea,” he said, and went back to his boat.", 0.97), "— Jane Doe"),
            inside("— Jane Doe"),
        ),
    ),
    "lift_sender": Case(
        above("From: Department of Coasts <press@coasts.example>", HEADLINE),
        ("From: Department of Coasts <press@coasts.example>",),
        (("publisher", "Department of Coasts"),),
        (
            above("From: Ostrovek to Sandray it is an hour by boat.", HEADLINE),
            under("From: Department of Coasts"),
            above("From: desk@coasts.example", HEADLINE),
        ),
    ),
    "cut_repeated_names": Case(
        inside("Jane Doe", "Jane Doe", "Jane Doe"),
        ("Jane Doe", "Jane Doe", "Jane Doe"),
        spares=(
            inside("Jane Doe", "Jane Doe"),
            inside("The good", "The good", "The good"),
            inside("May 3, 2024", "May 3, 2024", "May 3, 2024"),
        ),
    ),
    "lift_date_lines": Case(
        above(HEADLINE, "Published 3 May 2024 | Updated 4 May 2024"),
        ("Published 3 May 2024 | Updated 4 May 2024",),
        (("published", "Published 3 May 2024"), ("updated", "Updated 4 May 2024")),
        (above(HEADLINE, "On 3 May 2024 the wall broke"), inside("3 May 2024"), inside("May 3")),
    ),
    "lift_tags": Case(
        under("Tags: harbour, ferries"),
        ("Tags: harbour, ferries",),
        (("tag", "harbour"), ("tag", "ferries")),
        (under("Tags on the boats say who owns them"),),
    ),
    "lift_tag_links": Case(
        under(_tag("harbour"), _tag("ferries", "https://post.example/search/label/Ferries")),
        ("harbour", "ferries"),
        (("tag", "harbour"), ("tag", "ferries")),
        (
            under(_tag("Harbour wall to be rebuilt by spring", "https://post.example/tag/wall")),
            under(_tag("the port", "https://post.example/2024/05/tag-the-port.html")),
            under(Line("harbour", markup=AD, href="https://post.example/tag/harbour")),
            under(*(_tag(f"pier {at}", f"https://post.example/tag/{at}") for at in range(13))),
            above(_tag("harbour"), HEADLINE),
        ),
    ),
    "lift_source_lines": Case(
        under("Source: Reuters"),
        ("Source: Reuters",),
        (("original_publisher", "Reuters"),),
        (under("Source of the river: a spring nobody had mapped"),),
    ),
    "cut_image_names": Case(
        inside("2025 08 08 12 33 57"),
        ("2025 08 08 12 33 57",),
        (("published", "2025 08 08 12 33 57"),),
        (inside("2025"), inside("ice-cold"), inside("1999 2000 2001")),
    ),
    "cut_share_lines": Case(
        under("Share on Facebook", Line("Follow the Herald’s harbour desk on Facebook, Instagram and Threads.", 0.97)),
        ("Follow the Herald’s harbour desk on Facebook, Instagram and Threads.", "Share on Facebook"),
        spares=(
            under("Share of the fleet that stayed in port"),
            under(Line("Follow the coast for a mile, the keeper told the readers of Facebook and the Herald.", 0.97)),
        ),
    ),
    "cut_advert_labels": Case(
        inside("Story continues below advertisement"),
        ("Story continues below advertisement",),
        spares=(inside("Advertising for the wall began in March."),),
    ),
    "cut_titles_under_markers": Case(
        inside("Read more", Line("Why the bus waits for nobody", gap=0)),
        ("Read more", "Why the bus waits for nobody"),
        spares=(
            inside("Read more", Line("The plan has three parts.", gap=0)),
            inside("Read more", Line("Why the bus waits for nobody", gap=1)),
            inside("Read more", Line("Why does the bus of the island wait for nobody", 0.95, gap=0)),
        ),
    ),
    "cut_read_more_lines": Case(
        inside("READ MORE: Ferry back in service"),
        ("READ MORE: Ferry back in service",),
        spares=(inside(Line("Read more slowly, the plan says that nobody will pay for the second half of it.", 0.95)),),
    ),
    "cut_link_lines": Case(
        under(Line("Previous note | Next note", 0.6, markup=LINKS)),
        ("Previous note | Next note",),
        spares=(
            inside(Line("The harbour plan in full", 0.6, kind=ListItem(), markup=LINKS)),
            inside(Line("The harbour plan in full", 0.9, markup=LINKS)),
            inside("Previous note | Next note"),
        ),
    ),
    "cut_newsletter_lines": Case(
        inside("Sign up for our morning briefing"),
        ("Sign up for our morning briefing",),
        spares=(
            inside(Line("Our newsletter, the islanders’ only paper, was printed on the ferry for sixty years.", 0.95)),
        ),
    ),
    "cut_menus": Case(
        above(*_links("World", "Sport", "Culture", "Tides"), HEADLINE),
        ("World", "Sport", "Culture", "Tides"),
        spares=(
            above(*_links("Ines Valdor", "Jonas Wirth", "Mara Lindqvist"), HEADLINE),
            above(*_links("Home", "World", "Europe", "Ports", words=("breadcrumb",)), HEADLINE),
            inside(*_links("The plan", "The letter", "The map", "The bill", score=0.02)),
            under(
                *_links("More about boats", "Related articles", "More about crabs", "3 comments", "More about tides")
            ),
        ),
    ),
    "cut_consent_notes": Case(
        inside("This website uses cookies"),
        ("This website uses cookies",),
        spares=(inside("The bakery on the quay sold cookies to the crews."),),
    ),
    "cut_rights_lines": Case(
        under("© 2025 Harbour Herald. All rights reserved."),
        ("© 2025 Harbour Herald. All rights reserved.",),
        (("publisher", "© 2025 Harbour Herald. All rights reserved."),),
        (
            under("The right to fish is reserved to islanders."),
            under(Line("Copyright in the songs passed to her sister in 1987.", 0.85)),
        ),
    ),
    "cut_counts": Case(above("3 min read"), ("3 min read",), spares=(inside("3 boats"), inside("11 weeks"))),
    "cut_scripts": Case(
        under(SCRIPT),
        (SCRIPT,),
        spares=(
            inside("Pages that call document.write, document.cookie and window.open will be slower, the maker says."),
            inside("function greet(name) { return name; }"),
        ),
    ),
    "cut_machine_lines": Case(
        under("Loading recommendations…"),
        ("Loading recommendations…",),
        spares=(inside("Loading the crab pots takes an hour."),),
    ),
    "cut_captions": Case(
        inside("The pier at dawn on Monday. (Jane Doe/Reuters)"),
        ("The pier at dawn on Monday. (Jane Doe/Reuters)",),
        spares=(
            inside(Line("The wall held, the coast guard said late on Monday night. (Reuters)", 0.97)),
            inside(Line("The pier at dawn on Monday. (Jane Doe/Reuters)", markup=AD)),
            inside("The wall (and the pier) at dawn on Monday"),
        ),
    ),
    "cut_credit_lines": Case(
        inside("Photo: Jane Doe/Reuters"),
        ("Photo: Jane Doe/Reuters",),
        spares=(inside("Photographs of the first wall hang in the town hall."),),
    ),
    "cut_what_is_judged_out": Case(
        under(Line("Brisamar tide tables", 0.05)),
        ("Brisamar tide tables",),
        spares=(inside(Line("Why?", 0.4)), inside(Line("The council will:", 0.2))),
    ),
    "cut_repeats": Case(
        (STORY, STORY[:1]),
        (STORY[0],),
        spares=(inside("What we heard", "Skippers", "What we heard"), inside("“We have patched it”")),
    ),
    "cut_stray_headings": Case(
        under(Line("More on the harbour", kind=Heading(3))),
        ("More on the harbour",),
        spares=(inside(Line("What it costs", kind=Heading(3))),),
    ),
}
"""Rules that take lines. The others are tested one by one."""
