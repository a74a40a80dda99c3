"""A page becomes blocks: everything visible, nothing that is not."""

from __future__ import annotations

import pytest
from copydesk.model import Caption, Heading, ListItem, Paragraph, Place, Span, Table
from intake_reading import only, read_body, read_page, short


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<p>One  two\n three</p>", [("Paragraph", "One two three")]),
        ("<p>One<p>Two", [("Paragraph", "One"), ("Paragraph", "Two")]),
        ("<div>One<p>Two</p>Three</div>", [("Paragraph", "One"), ("Paragraph", "Two"), ("Paragraph", "Three")]),
        ("One<br>two<br><br>Three", [("Paragraph", "One\ntwo"), ("Paragraph", "Three")]),
        ("One <br> \n two <br>", [("Paragraph", "One\ntwo")]),
        ("<h2>Sub <i>head</i></h2>", [("Heading", "Sub head")]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", [("Quotation", "a"), ("Quotation", "b")]),
        ("<pre>a\n  b<br>c</pre>", [("Preformatted", "a\n  b\nc")]),
        ("<nav>Menu</nav><footer>Foot</footer>", [("Paragraph", "Menu"), ("Paragraph", "Foot")]),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", [("Paragraph", "Term"), ("Paragraph", "Meaning")]),
        ("<form>Name<button>Send</button></form>", [("Paragraph", "Name"), ("Paragraph", "Send")]),
        ("<p>a\xa0b &amp; c&nbsp;</p>", [("Paragraph", "a\xa0b & c\xa0")]),
        ("<p>un<b>bel</b>ievable</p>", [("Paragraph", "unbelievable")]),
        ("<x-card><div>One</div><div>Two</div></x-card>", [("Paragraph", "One"), ("Paragraph", "Two")]),
        ("<a href=/x><div>One</div></a>", [("Paragraph", "One")]),
        ("<p>a&#8238;b&#0;c&#7;</p>", [("Paragraph", "ab\ufffdc")]),
    ],
)
def test_text_becomes_blocks(body: str, blocks: list[tuple[str, str]]) -> None:
    assert short(read_body(body)) == blocks


@pytest.mark.parametrize(
    "body",
    [
        "<script>var a = '<p>x</p>'</script>",
        "<style>p{}</style>",
        "<template><p>x</p></template>",
        "<svg><title>x</title><text>x</text></svg>",
        "<select><option>x</option></select>",
        "<textarea>x</textarea><input value=x>",
        "<iframe>x</iframe><video>x</video><object>x</object>",
        "<!-- x --><title>x</title>",
        "<noscript><img src=t.gif>x</noscript>",
        "<p> \n </p><div></div><hr>",
    ],
)
def test_what_is_no_text_becomes_no_block(body: str) -> None:
    assert read_body(body).blocks == ()


def test_marks_and_links_become_spans() -> None:
    block = only(read_body('<p>A <strong>b <em>c</em></strong> <a href="../x?q=1#f">d</a><code>e</code>.'))
    assert block.spans == (
        Span("A "),
        Span("b ", strong=True),
        Span("c", strong=True, emphasis=True),
        Span(" "),
        Span("d", href="https://post.example/2025/x?q=1#f"),
        Span("e", code=True),
        Span("."),
    )
    assert block.markup is not None
    assert block.markup.link_density == round(1 / 9, 3)


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("/a", "https://post.example/a"),
        ("a.html", "https://post.example/2025/harbour/a.html"),
        ("//cdn.example/a", "https://cdn.example/a"),
        ("/a/../b", "https://post.example/b"),
        (" https://x.example/a\n", "https://x.example/a"),
        ("HTTPS://X.example/", "HTTPS://X.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("mailto: a@b.example", "mailto:a@b.example"),
        ("/annual report.pdf", "https://post.example/annual%20report.pdf"),
        ("https://x.example/a b?q=c d#e f ", "https://x.example/a%20b?q=c%20d#e%20f"),
        ("https:// x.example/a", "https://x.example/a"),
        ("a\u00a0b.html", "https://post.example/2025/harbour/a%C2%A0b.html"),
        ("java script:alert(1)", "https://post.example/2025/harbour/java%20script:alert(1)"),
        ("\u00a0javascript:alert(1)", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        (" \x01javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("#top", None),
        ("", None),
        ("https://", None),
        ("http://[", None),
        ("https://web.archive.org/web/20250810120000/https://old.example/a", "https://old.example/a"),
    ],
)
def test_only_addresses_a_reader_may_follow_are_kept(href: str, absolute: str | None) -> None:
    assert only(read_body(f'<a href="{href}">x</a>')).spans == (Span("x", href=absolute),)


def test_a_base_holds_for_the_page_and_without_one_a_path_leads_nowhere() -> None:
    based = read_page('<html><head><base href="https://b.example/d/"></head><body><a href="x">x</a>')
    assert only(based).spans[0].href == "https://b.example/d/x"
    assert only(read_page('<html><body><a href="x">x</a>')).spans[0].href is None


def test_lists_have_depth_and_numbers() -> None:
    draft = read_body("<ol start=3><li>a<ul><li>b</ul><li><p>c</p><li value=9>d</ol><ul><li>e</ul>")
    assert [(b.kind, b.text) for b in draft.blocks] == [
        (ListItem(0, 3), "a"),
        (ListItem(1), "b"),
        (ListItem(0, 4), "c"),
        (ListItem(0, 9), "d"),
        (ListItem(0), "e"),
    ]


def test_an_item_that_is_layout_holds_paragraphs() -> None:
    assert short(read_body("<ul><li><h3>Card</h3><p>Text</p><p>More</p></li></ul>")) == [
        ("Heading", "Card"),
        ("Paragraph", "Text"),
        ("Paragraph", "More"),
    ]


def test_captions_know_their_picture() -> None:
    figure = "<figure><picture><img src=data:x data-src=/i.jpg></picture><figcaption>Boats <small>Photo: Lee</small>"
    assert only(read_body(figure)).kind == Caption("https://post.example/i.jpg")
    boxed = '<div class="wp-caption"><img src=/j.jpg><p class="wp-caption-text">Boats</p></div>'
    assert only(read_body(boxed)).kind == Caption("https://post.example/j.jpg")


@pytest.mark.parametrize("name", ["photo-desc", "post__img_descr", "article-image__credit"])
def test_a_class_may_say_in_two_words_that_a_line_is_a_caption(name: str) -> None:
    boxed = f'<div class="post"><img src=/j.jpg><div class="{name}">Boats. Photo: Lee</div></div>'
    assert only(read_body(boxed)).kind == Caption("https://post.example/j.jpg")
    assert only(read_body('<p class="product-description">Boats.</p>')).kind == Paragraph()


def test_a_column_that_only_its_class_calls_a_caption_is_none() -> None:
    body = '<div class="caption-layout">' + "<p>Text of a story.</p>" * 4 + "</div>"
    assert {block.kind for block in read_body(body).blocks} == {Paragraph()}


def test_a_data_table_is_one_block() -> None:
    draft = read_body(
        "<table><caption>Ships</caption><tr><th>Ship<th>Tons<tr><td>Ada<td><b>1</b> 200<tr><td colspan=2>Total</table>"
    )
    table = draft.blocks[-1]
    assert table.kind == Table((("Ship", "Tons"), ("Ada", "1 200"), ("Total", "")), header=True)
    assert table.text == "Ship\tTons\nAda\t1 200\nTotal\t"


@pytest.mark.parametrize(
    "body",
    [
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><p>One</p><p>Two</p></table>",
        "<table><tr><td>a<td><table><tr><td>b</table><tr><td>c<td>d</table>",
        f"<table><tr><td>menu<td>{'word ' * 120}<tr><td>a<td>b</table>",
        "<table><tr><td>a<td><h1>Headline</h1><tr><td>b<td>c</table>",
    ],
)
def test_a_layout_table_leaves_its_blocks(body: str) -> None:
    assert not any(isinstance(block.kind, Table) for block in read_body(body).blocks)


def test_markup_says_where_a_block_stands() -> None:
    draft = read_body(
        '<article id="post-7"><div class="articleBody js_x">Intro<p class="lead">One</p><p>Two</p></div></article>'
    )
    intro, one, two = (block.markup for block in draft.blocks)
    assert intro and one and two
    assert one.path == ("body", "article", "div", "p")
    assert one.words == ("lead", "article", "body", "js", "post")
    assert one.container == two.container == intro.container
    assert one.ancestors[:-1] == two.ancestors[:-1] == intro.ancestors
    assert one.ancestors[-1] != two.ancestors[-1]


def test_class_words_of_an_inline_element_count_where_the_text_begins_in_it() -> None:
    first, second = (
        b.markup for b in read_body('<div><span class="byline">By A</span></div><div>x <i class=y2k>y</i></div>').blocks
    )
    assert first and second
    assert (first.words, second.words) == (("byline",), ())


def test_text_of_the_article_in_structured_data_anchors_its_blocks() -> None:
    text = "The harbour opened on Monday after years of works."
    page = f'<html><script type="application/ld+json">{{"@type":"Article","articleBody":"{text} More."}}</script>'
    anchored = [
        b.markup and b.markup.anchored for b in read_page(f"{page}<p>{text}</p><p>Read also: ships at sea</p>").blocks
    ]
    assert anchored == [True, False]
    marked = read_body("<div itemprop=articleBody><p>One</p></div><p>Two</p>")
    assert [b.markup and b.markup.anchored for b in marked.blocks] == [True, False]


def test_places_are_lines_of_the_source() -> None:
    draft = read_page("<html>\n<body>\n<h1>\n Head</h1>\n<p>a &amp; b<p>c<br>d\n<p>Head</p>")
    assert [b.place for b in draft.blocks] == [Place(4, 4), Place(5, 5), Place(5, 6), Place(6, 6)]
    assert draft.lines == 6


PROSE = "The harbour opened on Monday after years of works, and the first ship was there by noon, said the mayor."


@pytest.mark.parametrize(
    "opening",
    [
        "<div hidden>",
        '<div style="color:red; display : none">',
        "<div aria-hidden=true>",
        '<p class="sr-only">',
        "<dialog>",
    ],
)
def test_hidden_text_is_cut_and_kept_as_a_cut(opening: str) -> None:
    draft = read_body(f"<p>{PROSE}</p>{opening}Sign in to go on</div>")
    assert [block.text for block in draft.blocks] == [PROSE]
    assert [(cut.rule, cut.block.text) for cut in draft.cuts] == [("hidden_text", "Sign in to go on")]


def test_what_comes_up_over_a_word_leaves_the_line_whole() -> None:
    """As boxes over names do, with their latest stories."""
    over = (
        '<span class="rollover-people-block"><img src=a.png><a href="/a">Ann Lee</a> <a href="/b">Tides rise</a></span>'
    )
    draft = read_body(f'<p>Mayor <span class="rollover"><a href="/lee">Ann Lee</a>{over}</span> agreed.</p>')
    assert [block.text for block in draft.blocks] == ["Mayor Ann Lee agreed."]
    assert "Tides rise" in " ".join(cut.block.text for cut in draft.cuts)


def test_a_word_that_something_comes_up_over_stays() -> None:
    draft = read_body(
        '<p>The <span class="tooltip">spring tide<span class="tooltip-content">Twice a month</span></span>.</p>'
    )
    assert [block.text for block in draft.blocks] == ["The spring tide."]


def test_text_off_screen_leaves_the_line_whole() -> None:
    draft = read_body(
        '<p>See <a href="/x">the port<span class="visually-hidden"> (opens in a new tab)</span></a>, he said.'
    )
    assert ([b.text for b in draft.blocks], [c.block.text for c in draft.cuts]) == (
        ["See the port, he said."],
        ["(opens in a new tab)"],
    )


def test_a_story_hidden_until_a_script_runs_is_kept_with_the_word_hidden() -> None:
    draft = read_body(f'<p>Menu</p><div style="display:none">{f"<p>{PROSE}</p>" * 8}</div>')
    assert [block.text for block in draft.blocks] == ["Menu"] + [PROSE] * 8
    assert [block.markup.words for block in draft.blocks[1:] if block.markup] == [("hidden",)] * 8
    assert draft.cuts == ()


def test_prose_that_folds_out_amid_the_story_is_kept_in_its_place() -> None:
    story = f"<p>{PROSE}</p>" * 4
    answers = f"{story}<div hidden><p>Answer. {PROSE}</p></div><p>End.</p>"
    page = f"<div><div><div><section>{answers}</section></div></div></div>"
    assert [block.text for block in read_body(page).blocks[-2:]] == [f"Answer. {PROSE}", "End."]


def test_inline_text_hidden_from_screen_readers_is_shown() -> None:
    assert only(read_body("<p><span aria-hidden=true>T</span>he end</p>")).text == "The end"


def test_alt_texts_are_cuts_and_emoji_are_text() -> None:
    draft = read_body('<p>Yes <img alt="🎉" src=/e.png> <img src=/b.jpg alt="A  boat at sea"></p>')
    assert ([b.text for b in draft.blocks], [(c.rule, c.block.text) for c in draft.cuts]) == (
        ["Yes 🎉"],
        [("alt_text", "A boat at sea")],
    )


def test_text_encoded_twice_and_written_as_references_is_put_right() -> None:
    draft = read_body("<p>it&acirc;&euro;&trade;s &acirc;&euro;&oelig;now&acirc;&euro;&trade; &acirc;</p>")
    assert ([b.text for b in draft.blocks], [d.code for d in draft.doubts]) == (["it’s “now’ â"], ["double-encoded"])


def test_headings_have_their_level() -> None:
    assert [b.kind for b in read_body("<h1>a</h1><h6><a>b</a></h6>").blocks] == [Heading(1), Heading(6)]


APART = {
    '<span class="kicker">News</span><span class="by">By</span><a href="/a">Jane Roe</a>': "News By Jane Roe",
    '<a href="/a">Jane Roe</a><time>2 May 2025</time><span>3 comments</span>': "Jane Roe 2 May 2025 3 comments",
    '<a href="/a">Log in</a><a href="/b">Subscribe</a>': "Log in Subscribe",
    '<span class="drop">W</span><span class="rest">hen the wall fell</span>': "When the wall fell",
    '<span class="a">Wind</span><span class="b">mills</span>': "Windmills",
    "<span>One</span><span>Two</span>": "OneTwo",
    '<b>Sea</b><span class="b">Wall</span>': "SeaWall",
    '<code><span class="k">let</span><span class="n">Sum</span></code>': "letSum",
    '<a href="/a">the wall</a><span class="stop">.</span>': "the wall.",
}


@pytest.mark.parametrize(("markup", "shown"), APART.items())
def test_pieces_that_style_sets_apart_are_set_apart(markup: str, shown: str) -> None:
    (block,) = read_body(f"<p>{markup}</p>").blocks
    assert block.text == shown


def test_pieces_alike_are_set_apart_in_a_row_of_nothing_else() -> None:
    row = "<div><span>By Jane Roe</span><span>Published 3 May</span></div>"
    assert read_body(row).blocks[0].text == "By Jane Roe Published 3 May"
    assert read_body("<div>By <span>Jane</span><span>Roe</span></div>").blocks[0].text == "By JaneRoe"


def hides(sheet: str, opening: str, media: str = "") -> bool:
    """Whether a page with this style sheet hides the text in an element."""
    tag = opening[1:].split(maxsplit=1)[0]
    body = f"<p>{PROSE}</p>{opening}Sign in to go on</{tag}>"
    draft = read_page(f"<html><head><style{media}>{sheet}</style></head><body>{body}</body></html>")
    shown, other = (block.markup for block in draft.blocks)
    assert shown is not None and other is not None and not shown.unshown
    return other.unshown


@pytest.mark.parametrize(
    ("sheet", "opening"),
    [
        (".k7{display:none}", '<div class="box k7">'),
        ("p{margin:0}.a,.k7 { color:red; display : none !important }", '<p class="k7">'),
        ("#note{visibility:hidden}", '<div id="note">'),
        ("div.k7{display:none} .k70{display:block}.k7 b{color:red}", '<div class="k7">'),
        ('.a:after{content:"“\u0130”"}/* İ */.K7{DISPLAY:None}', '<div class="K7">'),
    ],
)
def test_what_a_style_sheet_of_the_page_hides_is_known(sheet: str, opening: str) -> None:
    assert hides(sheet, opening)


@pytest.mark.parametrize(
    ("sheet", "opening", "media"),
    [
        ("@media print{.k7{display:none}}", '<div class="k7">', ""),
        (".k7{display:none}", '<div class="k7">', ' media="print"'),
        (".k7{display:none}@media (min-width:40em){.k7{display:block}}", '<div class="k7">', ""),
        (".k7{display:none}.open .k7{display:flex}", '<div class="k7">', ""),
        (".menu .k7{display:none}", '<div class="k7">', ""),
        ("p.k7{display:none}", '<div class="k7">', ""),
        (".k7:empty,.k7+p{display:none}", '<div class="k7">', ""),
        (".k{display:none}", '<div class="k7">', ""),
        ("article.k7{display:none}", '<article class="k7">', ""),
        (".k7{display:none}", '<div class="k7 read-more">', ""),
    ],
)
def test_what_a_style_sheet_hides_for_some_alone_is_shown(sheet: str, opening: str, media: str) -> None:
    assert not hides(sheet, opening, media)


def test_what_a_style_sheet_hides_amid_a_line_leaves_the_line_whole() -> None:
    draft = read_page("<html><head><style>.k7{display:none}</style></head><body><p>The <i class=k7>draft </i>end")
    assert ([block.text for block in draft.blocks], len(draft.cuts)) == (["The end"], 1)
