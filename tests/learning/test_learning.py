"""``copydesk learn``: what a hand changed becomes a rule of its publisher, shown, tried on its siblings, written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from copydesk.cli import main

PLACES = ("Port Alder", "Brisamar", "Zarechye", "Tarn", "Meridian")
TOLD = (
    "The mole of Port Alder was torn away by the storm on Sunday night, and the harbor master counted eleven boats.",
    "A new ferry will call at Brisamar from the first of May, the line announced, with room for a bakery on board.",
    "The library of Zarechye will lend fishing rods, for its readers had asked for them in more than forty letters.",
    "Snow closed the road to Tarn before dawn, and the only bus of the valley turned back with nineteen passengers.",
    "An orchard above Meridian has borne pears that nobody can name, wrote the botanist who counted all its trees.",
)
TITLES = (
    "Storm tears away the mole",
    "Ferry to call at Brisamar from May",
    "Library lends fishing rods",
    "Snow closes the only road",
    "Orchard bears pears without a name",
)
PAID = "This report was made possible by {} readers of the Courier who pay for it each month of the year."


def dump(number: int, *more: str) -> str:
    """A page of the Courier."""
    after = f"Nobody in {PLACES[number]} could say on Monday how long the repairs and the talks about them would take."
    lines = (TITLES[number], "By Ann Lee", "March 3, 2025", TOLD[number], *more, after)
    return "\n\n".join(("Port Alder Courier", *lines, "© 2025 Port Alder Courier. All rights reserved.")) + "\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754892000")
    # What pages share is no subject here: each story is cleaned as if it were alone.
    monkeypatch.setattr("copydesk.batch.recurring.siblings.Tables.recurring", lambda *_: {})
    (tmp_path / "pelican.conf.py").write_text("")
    (tmp_path / "seeds").mkdir()
    return tmp_path


def put(site: Path, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        (site / "seeds" / name).write_text(text, "utf-8")
    assert main(["normalize"]) == 0


def story(site: Path, seed: str) -> Path:
    """The story made from a seed."""
    (path,) = (path for path in (site / "content").rglob("*.md") if f'seed: "{seed}"' in path.read_text("utf-8"))
    return path


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def sources(site: Path) -> dict[str, dict[str, object]]:
    path = site / "sources.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def test_a_line_taken_out_is_learned_for_all_its_numbers(site, capsys) -> None:
    put(site, {f"{at}.txt": dump(at, PAID.format(at + 30)) for at in range(3)})
    edit(story(site, "0.txt"), (PAID.format(30) + "\n\n", ""))
    capsys.readouterr()
    assert main(["learn", str(story(site, "0.txt"))]) == 3
    out = capsys.readouterr().out
    assert f'cut_patterns  "{PAID.format(30)}"  (also on 2 other pages of this publisher)' in out
    assert f"seeds/1.txt\n    - {PAID.format(31)}" in out
    assert "Not written" in out
    assert sources(site) == {}
    assert main(["learn", str(story(site, "0.txt")), "--yes"]) == 0
    assert sources(site)["port-alder-courier"]["cut_patterns"] == [PAID.format(30)]
    assert main(["normalize"]) == 0
    assert [PAID.format(30 + at) in story(site, f"{at}.txt").read_text("utf-8") for at in range(3)] == [False] * 3
    assert all(TOLD[at] in story(site, f"{at}.txt").read_text("utf-8") for at in range(3))
    capsys.readouterr()
    assert main(["diff"]) == 0
    assert capsys.readouterr().out == "", "the story says what the hand made of it, and is guarded no more"


def test_what_stands_on_no_other_page_is_learned_word_for_word(site) -> None:
    put(site, {"0.txt": dump(0, PAID.format(30)), "1.txt": dump(1)})
    edit(story(site, "0.txt"), (PAID.format(30) + "\n\n", ""))
    assert main(["learn", str(story(site, "0.txt")), "--yes"]) == 0
    assert sources(site)["port-alder-courier"]["cut_lines"] == [PAID.format(30)]


def test_a_line_put_back_is_kept_from_then_on(site) -> None:
    put(site, {f"{at}.txt": dump(at, f"Read also: how {PLACES[at]} lost its ferry") for at in range(3)})
    path = story(site, "1.txt")
    assert "Read also" not in path.read_text("utf-8")
    edit(path, (TOLD[1], f"{TOLD[1]}\n\nRead also: how Brisamar lost its ferry"))
    assert main(["learn", str(path), "--yes"]) == 0
    assert sources(site)["port-alder-courier"]["keep_patterns"] == ["Read also: how * lost its ferry"]
    assert main(["normalize"]) == 0
    assert "how Zarechye lost its ferry" in story(site, "2.txt").read_text("utf-8")


def test_no_rule_is_learned_against_another_curated_story(site, capsys) -> None:
    put(site, {f"{at}.txt": dump(at, PAID.format(30)) for at in range(3)})
    edit(story(site, "1.txt"), (TITLES[1], f"{TITLES[1]}, at last"))
    edit(story(site, "0.txt"), (PAID.format(30) + "\n\n", ""))
    capsys.readouterr()
    assert main(["learn", str(story(site, "0.txt")), "--yes"]) == 0
    out = capsys.readouterr().out
    assert "every rule for it would change a story that is settled" in out
    assert "Nothing to learn" in out
    assert sources(site) == {}


def test_a_story_is_never_taken_for_a_pattern(site, capsys) -> None:
    """The first words are the same, but what follows is each page's own story."""
    opening = "The harbor master of the coast said on Sunday night that the boats of"
    put(site, {f"{at}.txt": dump(at, f"{opening} {PLACES[at]} would stay in port.") for at in range(3)})
    edit(story(site, "0.txt"), (f"{opening} Port Alder would stay in port.\n\n", ""))
    assert main(["learn", str(story(site, "0.txt")), "--yes"]) == 0
    assert "cut_patterns" not in sources(site)["port-alder-courier"]
    assert main(["normalize"]) == 0
    assert f"{opening} Brisamar" in story(site, "1.txt").read_text("utf-8")


def test_a_publisher_named_otherwise_is_known_by_both_names(site, capsys) -> None:
    (site / "sources.toml").write_text('# ours\n[courier]\nname = "The Courier of the Coast"\n', "utf-8")
    put(site, {f"{at}.txt": dump(at) for at in range(2)})
    edit(story(site, "0.txt"), ('publisher: "Port Alder Courier"', 'publisher: "The Courier of the Coast"'))
    assert main(["learn", str(story(site, "0.txt")), "--yes"]) == 0
    assert "publisher: The Courier of the Coast" in capsys.readouterr().out
    assert (site / "sources.toml").read_text("utf-8").startswith('# ours\n[courier]\nname = "The Courier')
    assert sources(site)["courier"]["names"] == ["Port Alder Courier"]
    assert main(["normalize"]) == 0
    assert 'publisher: "The Courier of the Coast"' in story(site, "1.txt").read_text("utf-8")


def test_what_no_rule_can_say_is_named(site, capsys) -> None:
    put(site, {"0.txt": dump(0)})
    edit(story(site, "0.txt"), ('"Ann Lee"', '"Anna Lee"'), ("torn away by the storm", "carried off by the storm"))
    capsys.readouterr()
    assert main(["learn", str(story(site, "0.txt")), "--yes"]) == 0
    out = capsys.readouterr().out
    assert "not learned: authors" in out
    assert "not learned: a paragraph in your own words" in out
    assert sources(site) == {}


@pytest.mark.parametrize(
    "line",
    [
        'Call (0400) 12-34 [free]: "the *only* number" \\ $ ^ + ? for the coast and all the islands around it.',
        "He said: '''never''' — «jamais» {x} | y # z to the readers of the coast and all the islands around it.",
    ],
)
def test_a_hostile_line_is_learned_as_it_is(site, line) -> None:
    put(
        site,
        {f"{at}.txt": dump(at, f"{line} for the readers of the coast and all the islands around it.") for at in (0, 1)},
    )
    path = story(site, "0.txt")
    body = path.read_text("utf-8").split("\n\n")
    path.write_text("\n\n".join(part for part in body if "islands around it" not in part), "utf-8")
    assert main(["learn", str(path), "--yes"]) == 0
    assert sources(site)["port-alder-courier"]["cut_lines"] == [
        f"{line} for the readers of the coast and all the islands around it."
    ]
    assert main(["normalize"]) == 0
    assert "islands around it" not in story(site, "1.txt").read_text("utf-8")


PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="Coast Post">
<link rel="canonical" href="https://post.example/{at}"></head><body><article class="article-body"><h1>{title}</h1>
<p class="lede">{told}</p><div class="member-pitch"><p>{pitch}</p></div><p>{after}</p></article></body></html>"""
PITCHES = (
    "Nothing of this would be here without those who give us a little of what they have, month after month.",
    "If what we write is worth a coffee to you, there is a way to say so that takes no more than a minute.",
    "Our newsroom has no owner but its readers, who meet every spring in the old customs house to vote on it.",
)


def test_words_that_differ_on_every_page_are_learned_by_their_element(site) -> None:
    after = "The council of {} will meet on Thursday evening in the old school to hear what the engineers have found."
    put(
        site,
        {
            f"{at}.html": PAGE.format(
                at=at, title=TITLES[at], told=TOLD[at], pitch=PITCHES[at], after=after.format(PLACES[at])
            )
            for at in range(3)
        },
    )
    path = story(site, "0.html")
    if PITCHES[0] not in path.read_text("utf-8"):
        pytest.skip("the judge takes the pitch out by itself")
    edit(path, (PITCHES[0] + "\n\n", ""))
    assert main(["learn", str(path), "--yes"]) == 0
    assert sources(site)["coast-post"]["cut"] in ([".member"], [".pitch"])


def test_where_there_is_nothing_to_learn_from_it_is_said(site, capsys) -> None:
    put(site, {"0.txt": dump(0)})
    assert main(["learn", str(story(site, "0.txt"))]) == 1
    assert "no hand has edited it" in capsys.readouterr().err
    assert main(["learn", "seeds/9.txt"]) == 2
    edit(story(site, "0.txt"), (TITLES[0], f"{TITLES[0]}, at last"))
    (site / "seeds" / "0.txt").unlink()
    assert main(["learn", str(story(site, "0.txt"))]) == 1
    assert "is gone" in capsys.readouterr().err


def test_a_broken_table_of_publishers_is_named_and_left_alone(site, capsys) -> None:
    put(site, {"0.txt": dump(0, PAID.format(30))})
    edit(story(site, "0.txt"), (PAID.format(30) + "\n\n", ""))
    (site / "sources.toml").write_text("[courier\n")
    assert main(["learn", str(story(site, "0.txt")), "--yes"]) == 1
    assert "sources.toml" in capsys.readouterr().err
    assert (site / "sources.toml").read_text() == "[courier\n"


def report(number: int, name: str, *, desk: str = "Harbor") -> str:
    """A page that names its writer and its section in a way of its own."""
    head = ("Port Alder Courier", TITLES[number], f"Desk of {desk}", f"As told to {name}", "March 3, 2025")
    after = f"Nobody in {PLACES[number]} could say on Monday how long the repairs and the talks about them would take."
    return "\n\n".join((*head, TOLD[number], after, "© 2025 Port Alder Courier. All rights reserved.")) + "\n"


def test_how_a_publisher_names_its_writers_and_sections_is_learned(site, capsys) -> None:
    put(site, {"0.txt": report(0, "Ann Lee"), "1.txt": report(1, "Bo Ekstrom", desk="Schools")})
    path = story(site, "0.txt")
    edit(path, ("\nlang:", '\nsection: "Harbor"\nauthors:\n  - "Ann Lee"\nlang:'))
    capsys.readouterr()
    assert main(["learn", str(path), "--yes"]) == 0
    out = capsys.readouterr().out
    assert 'byline_patterns  "As told to *"  (also on 1 other page of this publisher)' in out
    assert "authors: none → Bo Ekstrom" in out
    learned = sources(site)["port-alder-courier"]
    assert (learned["byline_patterns"], learned["section_patterns"]) == (["As told to *"], ["Desk of *"])
    assert main(["normalize"]) == 0
    assert all(name in story(site, "1.txt").read_text("utf-8") for name in ('"Bo Ekstrom"', 'section: "Schools"'))


STAND = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="Coast Post"><link rel="canonical" href="https://post.example/{at}"></head><body>
<div class="sheet"><h1>{title}</h1><p>By Ann Lee</p><div class="telling"><p>{told}</p><p>{after}</p></div>
<div class="x{at}"><p>{one}</p></div><div class="y{at}"><p>{two}</p></div><div class="z{at}"><p>{three}</p></div>
</div></body></html>"""


def stand(at: int) -> str:
    """A page whose story stands in an element of its own, and beside it what is worded anew on every page."""
    one, two, three = (f"{pitch} {PLACES[at]} wrote so in letter {at}." for pitch in PITCHES)
    after = f"The council of {PLACES[at]} will meet on Thursday evening in the school to hear what the engineers found."
    return STAND.format(at=at, title=TITLES[at], told=TOLD[at], after=after, one=one, two=two, three=three)


def test_where_much_stands_around_the_story_its_element_is_learned(site, capsys) -> None:
    put(site, {f"{at}.html": stand(at) for at in range(2)})
    path = story(site, "0.html")
    text = path.read_text("utf-8")
    kept = [part for part in text.split("\n\n") if "wrote so in letter" not in part]
    assert len(kept) == len(text.split("\n\n")) - 3
    path.write_text("\n\n".join(kept).rstrip() + "\n", "utf-8")
    capsys.readouterr()
    assert main(["learn", str(path), "--yes"]) == 0
    assert sources(site)["coast-post"]["main"] == [".telling"]
    assert "cut" not in sources(site)["coast-post"]
    assert "- " + PITCHES[1] in capsys.readouterr().out
