"""What pages of common systems set into a story that is none, or is set in a way of its own."""

from __future__ import annotations

import pytest
from copydesk.intake.markup.savers import saved_from
from copydesk.model import Caption, Table
from intake_reading import read_body, read_page, short, values


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3 × 10<sup>6</sup> shoots", "3 × 10⁶ shoots"),
        ("within 10<SUP class=x> -2 </SUP> metres", "within 10⁻² metres"),
        ('in 2019<sup id="r1"><a href="#n1">3</a></sup> or so', "in 2019³ or so"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("CO<sub>2</sub>", "CO2"),
        ("<code>a</code><sup>1234</sup>", "a1234"),
    ],
)
def test_raised_figures_do_not_run_into_the_word_before_them(written: str, read: str) -> None:
    assert [text for _, text in short(read_body(f"<p>{written}</p>"))] == [read]


def test_the_link_of_a_raised_figure_stays() -> None:
    (block,) = read_body('<p>Tuesday.<sup><a href="/n#1">1</a></sup></p>').blocks
    assert [(span.text, span.href) for span in block.spans] == [
        ("Tuesday.", None),
        ("¹", "https://post.example/n#1"),
    ]


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><div><a href=/big><div><picture><img src=/a.jpg></picture></div></a></div>{}</figure>",
        "<figure><amp-img src=/a.jpg alt=''></amp-img>{}</figure>",
        "<figure><div><div><div><div><div><img src=/a.jpg></div></div></div></div></div><div>{}</div></figure>",
        "<figure>{}<div><a href=/big><img src=/a.jpg></a></div></figure>",
        "<div class=media><div><img src=/a.jpg></div><div>{}</div></div>",
    ],
)
def test_a_caption_knows_the_picture_of_its_figure_however_deep_it_is(figure: str) -> None:
    draft = read_body(figure.format("<figcaption>The roof at dawn.</figcaption>"))
    assert draft.blocks[-1].kind == Caption("https://post.example/a.jpg")


def test_a_caption_without_a_picture_takes_none_from_the_figure_above() -> None:
    draft = read_body(
        "<figure><div><img src=/a.jpg></div></figure><figure><figcaption>Sound only.</figcaption></figure>"
    )
    assert draft.blocks[-1].kind == Caption(None)


def test_links_to_edit_and_numbers_of_lines_are_no_text() -> None:
    draft = read_body(
        '<h2>Cause<span class="mw-editsection">[<a>edit</a>]</span></h2><h3>Use<a class="headerlink">¶</a></h3>'
        '<td><pre><span class="lnt">1\n</span></pre><pre>go()</pre><p class="ln-note">Ten fathoms.</p>'
    )
    assert [text for _, text in short(draft)] == ["Cause", "Use", "go()", "Ten fathoms."]
    assert {cut.rule for cut in draft.cuts} == {"hidden_text"}


@pytest.mark.parametrize("marks", ["role=doc-backlink", 'class="footnote-backref"', 'class="reversefootnote"'])
def test_the_way_back_from_a_footnote_is_no_text(marks: str) -> None:
    draft = read_body(f"<p>The tide turned.</p><ol><li><p>At noon. <a href=#up {marks}>↩︎</a></p></li></ol>")
    assert [text for _, text in short(draft)] == ["The tide turned.", "At noon."]


def test_what_links_say_of_new_tabs_is_no_text() -> None:
    draft = read_body(
        "<p>The crown <a href=/q>(NVK=)<span>, opens new tab</span></a> fell.</p><p>Press <a href=/a>a button</a> that"
        " opens new tabs.</p><p>At noon. <a href=#up>↩</a></p>"
    )
    read = [text for _, text in short(draft)]
    assert read == ["The crown (NVK=) fell.", "Press a button that opens new tabs.", "At noon."]


@pytest.mark.parametrize(
    "above", ["<div class=shot><img src=/a.jpg>{}</div>", "<div><div><img src=/a.jpg></div>{}</div>"]
)
def test_a_part_of_a_line_called_a_caption_under_a_picture_is_one(above: str) -> None:
    draft = read_body(above.format('<span class="cmp-image__title">The roof at dawn.</span>'))
    assert draft.blocks[-1].kind == Caption("https://post.example/a.jpg")
    draft = read_body('<p>The <span class="caption">roof</span> held.</p>')
    assert [text for _, text in short(draft)] == ["The roof held."]


def test_a_breadcrumb_is_read_in_a_menu_and_not_in_a_footer() -> None:
    trail = "<ol class=breadcrumb><li><a href=/>Home</a></li><li><a href=/sea>Sea</a></li></ol>"
    assert values(read_body(f"<nav>{trail}</nav>"), "section", "breadcrumb") == ["Sea"]
    assert values(read_body(f"<footer>{trail}</footer>"), "section", "breadcrumb") == []


def test_caption_and_credit_side_by_side_do_not_run_together() -> None:
    parts = "<span class=about>The roof at dawn</span><span class=by>fot. Jan Roe</span>"
    assert [text for _, text in short(read_body(f"<p>{parts}</p>"))] == ["The roof at dawn fot. Jan Roe"]
    letters = "<span class=cap>On</span><span class=rest>ce upon a tide</span>"
    assert [text for _, text in short(read_body(f"<p>{letters}</p>"))] == ["Once upon a tide"]


@pytest.mark.parametrize("tag", ["section", "div"])
def test_tags_are_the_links_of_their_box_and_not_its_head(tag: str) -> None:
    draft = read_body(f'<{tag} class="box tags"><h2>Filed under</h2><a href=/p>Ports</a> <a href=/s>Sea</a></{tag}>')
    assert values(draft, "tag", "tag class") == ["Ports", "Sea"]


def test_whose_card_stands_in_a_figure_did_not_write_the_story() -> None:
    card = '<figure class="card"><a href=/x><div class="card-author">County Archive</div></a></figure>'
    draft = read_body(f'<p class="author">Ines Marlow</p>{card}')
    assert values(draft, "author", "byline class") == ["Ines Marlow"]


def test_a_subhead_that_is_called_the_title_of_a_section_names_none() -> None:
    draft = read_body(
        '<h2 class="section-title">The filter</h2><p class="section">Ports</p><h2 class="section">Sea</h2>'
    )
    assert values(draft, "section", "section class") == ["Ports", "Sea"]


def test_the_steps_of_a_breadcrumb_in_microdata_are_offered_the_last_first() -> None:
    step = (
        '<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">'
        '<a itemprop="item" href="/x"><span itemprop="name">{}</span></a>'
    )
    trail = '<ol itemscope itemtype="https://schema.org/BreadcrumbList">{}</ol>'
    draft = read_body(trail.format("".join(map(step.format, ("Accueil", "Éducation")))) + "<p>Text.</p>")
    assert values(draft, "section", "breadcrumb") == ["Éducation", "Accueil"]
    others = trail.replace("BreadcrumbList", "ItemList").format(step.format("Most read"))
    assert values(read_body(others), "section", "breadcrumb") == []


@pytest.mark.parametrize(
    "address",
    ["about:reader?url=https%3A%2F%2Fpost.example%2Fa%3Fb%3D1", "view-source:https://post.example/a?b=1"],
)
def test_the_address_of_a_page_is_known_from_its_view(address: str) -> None:
    assert saved_from(f"<!-- saved from url=(0060){address} --><p>") == "https://post.example/a?b=1"


def test_a_breadcrumb_names_the_section_where_nobody_knows_the_address_of_the_page() -> None:
    steps = '<a href="/">Home</a> <a href="/ekonomi">Ekonomi</a> <a href="#top">Up</a> <a href="javascript:x()">X</a>'
    draft = read_page(f'<html><body><div class="breadcrumb">{steps}</div><p>Text.</p>')
    assert values(draft, "section", "breadcrumb") == ["Ekonomi"]


def test_a_word_that_ends_in_a_vowel_sign_is_parted_from_the_next_element() -> None:
    draft = read_body("<div><span>Written by: सुनीता वर्मा</span><span>Updated: 4 March</span></div>")
    assert [text for _, text in short(draft)] == ["Written by: सुनीता वर्मा Updated: 4 March"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("and <q>not a day later</q>, he said", "and “not a day later”, he said"),
        ('<q cite="/x">Never</q>.', "“Never”."),
        ("<q>“Never”</q>", "“Never”"),
        ("<queue>Never</queue>", "Never"),
    ],
)
def test_a_quotation_in_a_line_has_the_marks_that_browsers_set(written: str, read: str) -> None:
    assert [text for _, text in short(read_body(f"<p>{written}</p>"))] == [read]


def test_cells_stand_under_their_columns_and_the_caption_above_the_table() -> None:
    head = '<caption>Costs by year</caption><tr><th>Year<th colspan="2">Cost</tr>'
    cells = '<tr><td rowspan="2">2026<td>Stone<td>2.1</tr><tr><td>Labour<td>1.4</tr><tr><td>2027<td>Paint<td>0.2</tr>'
    caption, table = read_body(f"<p>The plan.</p><table>{head}{cells}</table>").blocks[1:]
    assert (caption.kind, caption.text) == (Caption(None), "Costs by year")
    assert isinstance(table.kind, Table) and table.kind.rows == (
        ("Year", "Cost", ""),
        ("2026", "Stone", "2.1"),
        ("", "Labour", "1.4"),
        ("2027", "Paint", "0.2"),
    )


@pytest.mark.parametrize("sign", ["#", "¶", "§"])
def test_the_link_of_a_heading_to_itself_is_no_text(sign: str) -> None:
    draft = read_body(
        f'<h2 id=a>The find <a href="#a" aria-label="Anchor">{sign}</a></h2><p>Issue <a href=/9>{sign}</a></p>'
    )
    assert [text for _, text in short(draft)] == ["The find", f"Issue {sign}"]


def test_an_abbreviation_of_an_hour_stands_for_the_whole() -> None:
    draft = read_body(
        '<div itemscope itemtype="http://schema.org/BlogPosting">'
        '<abbr itemprop="datePublished" title="2026-02-13T07:21:00-03:00">07:21</abbr></div>'
    )
    assert values(draft, "published", "microdata") == ["2026-02-13T07:21:00-03:00"]
