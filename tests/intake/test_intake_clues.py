"""What a page says of itself becomes clues with their origins."""

from __future__ import annotations

import json

import pytest
from copydesk.intake.readers import READERS
from copydesk.metadata.trust import TRUST
from intake_reading import read_body, read_page, values

URL = "https://post.example/2025/harbour/"


def page_with(*scripts: object, title: str = "Harbour opens | The Post", url: str | None = URL) -> object:
    inside = "".join(
        f'<script type="application/ld+json">{each if isinstance(each, str) else json.dumps(each)}</script>'
        for each in scripts
    )
    return read_page(f"<html><head><title>{title}</title>{inside}</head><body><p>x</p>", url)


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour opens",
    "description": "The works are <b>done</b> &amp; paid",
    "datePublished": "2025-08-10T10:00:00+02:00",
    "dateModified": "2025-08-11",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Coast Wire"}, "Bo Ek"],
    "publisher": {"@type": "Organization", "name": "The Post", "logo": {"@type": "ImageObject", "url": "l.png"}},
    "articleSection": ["Local", "Ports"],
    "keywords": "ships, harbour",
    "inLanguage": "en-GB",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "image": {"@type": "ImageObject", "url": "/i.jpg"},
    "mainEntityOfPage": {"@id": URL},
}


def test_json_ld_gives_every_fact() -> None:
    draft = page_with(ARTICLE)
    given = {(clue.fact, clue.value) for clue in draft.clues if clue.origin == "json-ld"}
    assert given == {
        ("headline", "Harbour opens"),
        ("standfirst", "The works are done & paid"),
        ("published", "2025-08-10T10:00:00+02:00"),
        ("updated", "2025-08-11"),
        ("author", "Ann Lee"),
        ("agency", "Coast Wire"),
        ("author", "Bo Ek"),
        ("publisher", "The Post"),
        ("section", "Local"),
        ("section", "Ports"),
        ("tag", "ships"),
        ("tag", "harbour"),
        ("language", "en-GB"),
        ("licence", "https://creativecommons.org/licenses/by/4.0/"),
        ("image", "https://post.example/i.jpg"),
        ("canonical_url", URL),
    }


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type":"Article","headline":"Harbour opens"} -->',
        '//<![CDATA[\n{"@type":"Article","headline":"Harbour opens"}\n//]]>',
        '{"@type":"Article","headline":"Harbour opens",}',
        '{"@type":"Article","headline":"Harbour\topens"};',
        "{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Harbour opens&quot;}",
        '{"@type":"WebSite"}\n{"@type":["Thing","https://schema.org/BlogPosting"],"name":"Harbour opens"}',
        '[{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Harbour opens"}}]',
    ],
)
def test_json_ld_is_mended_where_it_is_sure(script: str) -> None:
    assert values(page_with(script), "headline", "json-ld") == ["Harbour opens"]


@pytest.mark.parametrize(
    "script", ["{", '{"@type":"Article","headline":}', "[" * 100_000, "9" * 10_000, "null", "", '"a"']
)
def test_json_ld_past_mending_is_left_out(script: str) -> None:
    assert values(page_with(script), "headline", "json-ld") == []


def test_references_in_a_graph_are_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "@id": "#a", "headline": "H", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}},
            {"@type": "Person", "@id": "#p", "name": "Ann Lee"},
            {"@type": ["Organization", "Brand"], "@id": "#o", "name": "The Post"},
            {"@type": "WebSite", "name": "post.example"},
        ]
    }
    draft = page_with(graph)
    assert values(draft, "author", "json-ld") == ["Ann Lee"]
    assert values(draft, "publisher", "json-ld") == ["The Post"]


def test_of_several_articles_the_one_of_this_page_is_taken() -> None:
    others = [{"@type": "NewsArticle", "headline": f"Other {n}", "url": f"/o{n}"} for n in range(3)]
    here = {"@type": "NewsArticle", "headline": "Named otherwise", "url": URL + "?ref=x"}
    titled = {"@type": "NewsArticle", "headline": "Harbour opens"}
    assert values(page_with([*others, here]), "headline", "json-ld") == ["Named otherwise"]
    assert values(page_with([*others, titled]), "headline", "json-ld") == ["Harbour opens"]


def test_items_of_a_list_are_other_pages() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}
    assert values(page_with(listed), "headline", "json-ld") == []


def test_a_page_without_article_still_gives_dates_and_the_site() -> None:
    draft = page_with([{"@type": "WebPage", "datePublished": "2025-08-10"}, {"@type": "WebSite", "name": "The Post"}])
    assert values(draft, "published", "json-ld") == ["2025-08-10"]
    assert values(draft, "publisher", "json-ld") == ["The Post"]


def crumb(position: int, name: str, item: str | None) -> dict[str, object]:
    return {"@type": "ListItem", "position": position, "name": name, **({"item": item} if item else {})}


def test_the_section_is_the_last_crumb_before_the_story() -> None:
    crumbs = [
        crumb(3, "Harbour opens", None),
        crumb(1, "Start", "https://post.example/"),
        crumb(2, "Local", "https://post.example/local"),
    ]
    assert values(page_with({"@type": "BreadcrumbList", "itemListElement": crumbs}), "section", "breadcrumb") == [
        "Local"
    ]


def test_a_trail_of_front_page_and_story_names_no_section() -> None:
    crumbs = [crumb(1, "Start", "https://post.example/"), crumb(2, "Something else", URL)]
    assert values(page_with({"@type": "BreadcrumbList", "itemListElement": crumbs}), "section", "breadcrumb") == []


def test_a_trail_in_the_markup_names_the_section() -> None:
    body = '<ul class="breadcrumbs"><li><a href="/">Home</a><li><a href="/local">Local</a><li>Harbour opens</ul>'
    assert values(read_body(body), "section", "breadcrumb") == ["Local"]


@pytest.mark.parametrize(
    ("element", "fact", "value", "origin"),
    [
        ('<meta property="og:title" content="A &amp;amp; B">', "headline", "A & B", "open graph"),
        ('<meta name="OG:Site_Name" content="The Post">', "publisher", "The Post", "site name"),
        ('<meta property="og:image" content="/i.jpg">', "image", "https://post.example/i.jpg", "image og"),
        ('<meta property="og:locale" content="en_GB">', "language", "en_GB", "og locale"),
        ('<meta property="og:url" content="/a">', "canonical_url", "https://post.example/a", "open graph"),
        ('<meta property="article:published_time" content="2025-08-10">', "published", "2025-08-10", "open graph"),
        ('<meta property="article:modified_time" content="2025-08-11">', "updated", "2025-08-11", "open graph"),
        ('<meta name="twitter:title" content="A">', "headline", "A", "twitter card"),
        ('<meta name="author" content="Ann Lee">', "author", "Ann Lee", "meta"),
        ('<meta name="description" content="D">', "standfirst", "D", "meta"),
        ('<meta name="DC.date.issued" content="2025">', "published", "2025", "dublin core"),
        ('<meta name="dcterms.creator" content="Ann">', "author", "Ann", "dublin core"),
        ('<meta name="parsely-author" content="Ann">', "author", "Ann", "parsely"),
        ('<meta http-equiv="content-language" content="de">', "language", "de", "content-language"),
        ('<link rel="canonical" href="/a">', "canonical_url", "https://post.example/a", "rel canonical"),
        ('<link rel="license" href="https://l.example/">', "licence", "https://l.example/", "rel license"),
    ],
)
def test_the_head_gives_clues(element: str, fact: str, value: str, origin: str) -> None:
    assert values(read_page(f"<html><head>{element}</head><body>x", URL), fact, origin) == [value]


def test_keywords_are_tags_one_by_one() -> None:
    draft = read_page('<html><head><meta name="keywords" content="ships, the sea,, ships"></head><body>x')
    assert values(draft, "tag", "meta") == ["ships", "the sea"]


@pytest.mark.parametrize(
    ("body", "fact", "value", "origin"),
    [
        ("<h1>Harbour <i>opens</i></h1>", "headline", "Harbour opens", "h1"),
        ('<p class="article-byline">By Ann Lee</p>', "author", "By Ann Lee", "byline class"),
        ('<span class="postAuthor">Ann Lee</span>', "author", "Ann Lee", "byline class"),
        ('<a rel="author" href="/ann">Ann Lee</a>', "author", "Ann Lee", "rel author"),
        ('<a rel="tag">ships</a>', "tag", "ships", "rel tag"),
        ('<a rel="category tag">Ports</a>', "section", "Ports", "rel category"),
        ("<h1><ruby>港<rt>みなと</rt></ruby>の<ruby>壁<rp>(</rp><rt>かべ</rt></ruby></h1>", "headline", "港の壁", "h1"),
        ('<a rel="license" href="https://l.example/">CC</a>', "licence", "https://l.example/", "rel license"),
        ('<a href="https://creativecommons.org/licenses/by/4.0/">CC</a>', "licence",
         "https://creativecommons.org/licenses/by/4.0/", "licence text"),
        ('<time datetime="2025-08-10T10:00Z">today</time>', "published", "2025-08-10T10:00Z", "time element"),
        ("<time>10 August 2025</time>", "published", "10 August 2025", "time element"),
        ('<time class="updated" datetime="2025-08-11">x</time>', "updated", "2025-08-11", "time element"),
        ('<div class="date">10 August 2025</div>', "published", "10 August 2025", "date class"),
        ('<p class="dek">The works on the quay are done at last.</p>', "standfirst",
         "The works on the quay are done at last.", "standfirst class"),
        ('<div class="kicker">Local</div>', "section", "Local", "section class"),
        ('<a class="logo"><img src=l.png alt="The Post logo"></a>', "publisher", "The Post logo", "logo text"),
        ('<div id="site-logo"><a href="/">The Post</a></div>', "publisher", "The Post", "logo text"),
        ('<span itemprop="headline">Harbour</span>', "headline", "Harbour", "itemprop"),
        ('<span property="schema:headline">Harbour</span>', "headline", "Harbour", "rdfa"),
        ('<meta itemprop="datePublished" content="2025-08-10">', "published", "2025-08-10", "itemprop"),
    ],
)  # fmt: skip
def test_the_body_gives_clues(body: str, fact: str, value: str, origin: str) -> None:
    assert values(read_body(body), fact, origin) == [value]


MICRODATA = """
<article itemscope itemtype="https://schema.org/NewsArticle">
  <h2 itemprop="headline">Harbour opens</h2>
  <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann Lee</b></span>
  <p itemprop="author" itemscope itemtype="https://schema.org/NewsMediaOrganization"><b itemprop="name">Wire</b></p>
  <p itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Post"></p>
  <time itemprop="datePublished" datetime="2025-08-10">x</time>
  <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="headline">First!</b>
    <i itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Troll</b></i></div>
</article>
<span itemprop="headline">Elsewhere</span>
"""


def test_microdata_is_read_by_its_item() -> None:
    draft = read_body(MICRODATA)
    assert values(draft, "headline", "microdata") == ["Harbour opens"]
    assert values(draft, "author", "microdata") == ["Ann Lee"]
    assert values(draft, "agency", "microdata") == ["Wire"]
    assert values(draft, "publisher", "microdata") == ["Post"]
    assert values(draft, "published", "microdata") == ["2025-08-10"]
    assert values(draft, "headline", "itemprop") == ["Elsewhere"]


@pytest.mark.parametrize(
    "body",
    [
        '<aside><p class="byline">By X</p></aside>',
        '<div class="related-posts"><span class="date">10 August 2025</span><time datetime="2025-01-01">x</time></div>',
        '<div class="author-bio">' + "Ann Lee has written about ships. " * 20 + "</div>",
        '<div class="date">today</div>',
        '<div class="comments"><p class="author">Troll</p></div>',
    ],
)
def test_what_stands_beside_the_story_gives_no_clue(body: str) -> None:
    shown = {"byline class", "date class", "time element"}
    assert not [clue for clue in read_body(body).clues if clue.origin in shown]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0035)https://post.example/2025/harbour/ -->",
        "<!--\n Page saved with SingleFile \n url: https://post.example/2025/harbour/ \n saved date: Sun -->",
        "<!-- Saved from https://post.example/2025/harbour/ at 2025-08-10T10:00:00Z using monolith v2.8 -->",
        "<!-- Mirrored from post.example/2025/harbour/ by HTTrack Website Copier -->",
    ],
)
def test_a_saver_notes_where_a_page_was(comment: str) -> None:
    draft = read_page(f'<!doctype html>\n{comment}<html><body><a href="x">x</a>')
    assert (draft.url or "").endswith("://post.example/2025/harbour/")
    assert values(draft, "canonical_url", "saved from") == [draft.url]
    assert draft.blocks[0].spans[0].href == f"{draft.url}x"


def test_the_known_address_beats_the_savers() -> None:
    draft = read_page("<!-- saved from url=(0020)https://old.example/ --><html><body>x", URL)
    assert (draft.url, values(draft, "canonical_url", "known url")) == (URL, [URL])


def test_every_origin_is_in_the_table_of_trust() -> None:
    pages = (
        page_with(
            ARTICLE, {"@type": "BreadcrumbList", "itemListElement": [crumb(1, "Local", "https://post.example/l")]}
        ),
        read_body(MICRODATA + '<p class="byline date kicker standfirst tags logo">10 x</p><a rel="author tag">y</a>'),
    )
    for clue in (clue for page in pages for clue in page.clues):
        assert clue.origin in TRUST[clue.fact], clue


def test_the_table_of_meta_elements_names_trusted_origins() -> None:
    from copydesk.intake.machines.meta import META

    assert [row for row in META.values() if row[1] not in TRUST[row[0]]] == []


def test_the_readers_are_a_table() -> None:
    assert list(READERS) == ["text", "html", "feed"]


def test_an_address_is_no_name() -> None:
    draft = page_with(
        {"@type": "Article", "author": {"@id": "https://post.example/ann"}, "publisher": "https://x.example"}
    )
    assert [clue for clue in draft.clues if clue.fact in ("author", "publisher")] == []


def test_a_byline_of_several_elements_keeps_their_words_apart() -> None:
    draft = read_body('<div class="byline"><div>Ann Lee</div><div>Harbour desk</div></div>')
    assert values(draft, "author", "byline class") == ["Ann Lee Harbour desk"]


def test_a_creation_date_stands_in_for_a_missing_one_only() -> None:
    created = {"@type": "Article", "dateCreated": "2025-08-01"}
    assert values(page_with(created), "published", "json-ld") == ["2025-08-01"]
    assert values(page_with({**created, "datePublished": "2025-08-10"}), "published", "json-ld") == ["2025-08-10"]


def test_dates_of_the_head_in_other_words() -> None:
    draft = read_page(
        '<html><head><meta itemprop="datePublished" content="2025-03-04">'
        '<meta name="w-published-date" content="2025-03-05"><meta name="update-frequency" content="2025">'
        '<meta name="modified-time" content="2025-03-06">'
        "</head><body><p>x</p>",
        URL,
    )
    found = {(clue.fact, clue.value, clue.origin) for clue in draft.clues if clue.fact in ("published", "updated")}
    assert found == {
        ("published", "2025-03-04", "itemprop"),
        ("published", "2025-03-05", "meta"),
        ("updated", "2025-03-06", "meta"),
    }


def test_structured_data_in_a_meta_element() -> None:
    said = {"@type": "NewsArticle", "headline": "Wall to be rebuilt", "datePublished": "2025-08-10"}
    content = json.dumps(said).replace('"', "&quot;")
    draft = read_page(f'<html><head><meta name="script:ld+json" content="{content}"></head><body><p>x</p>', URL)
    assert values(draft, "published", "json-ld") == ["2025-08-10"]


def test_a_logo_is_no_menu_that_stands_around_it() -> None:
    draft = read_body(
        '<body class="home-logo"><div class="logo"><a href="/">Harbour Post</a><ul><li>Sports</li></ul></div>'
        "<p>Long story.</p>"
    )
    assert [clue.value for clue in draft.clues if clue.origin == "logo text"] == ["Harbour Post"]


def test_a_page_of_a_newsletter_is_not_beside_itself() -> None:
    dated = '<time datetime="2025-03-01">1 March 2025</time>'
    page = '<body class="newsletter-article"><h1>Harbour opens</h1><div>{}</div></body>'
    teasers = '<body><h1>Harbour opens</h1><div class="newsletter">{}</div></body>'
    assert [clue.value for clue in read_body(page.format(dated)).clues if clue.fact == "published"] == ["2025-03-01"]
    assert not [clue for clue in read_body(teasers.format(dated)).clues if clue.fact == "published"]


def test_the_foot_of_an_article_says_when() -> None:
    foot = '<footer><time datetime="2025-03-01">1 March 2025</time></footer>'
    inside, outside = f"<article><p>Long story.</p>{foot}</article>", f"<article><p>Long story.</p></article>{foot}"
    assert [clue.value for clue in read_body(inside).clues if clue.fact == "published"] == ["2025-03-01"]
    assert not [clue for clue in read_body(outside).clues if clue.fact == "published"]


@pytest.mark.parametrize("behind", ["", "}", "}]", ";"])
def test_a_bracket_too_many_or_too_few_loses_no_data(behind: str) -> None:
    whole = json.dumps(ARTICLE)
    for script in (whole + behind, whole[:-1]):
        assert values(page_with(script), "headline", "json-ld") == ["Harbour opens"]


def test_a_script_cut_off_in_the_middle_is_not_believed() -> None:
    assert values(page_with(json.dumps(ARTICLE)[:60]), "headline", "json-ld") == []
    assert values(page_with('{"@type":"NewsArticle","headline":"x"]'), "headline", "json-ld") == []


def test_the_article_is_not_the_review_of_the_claim_it_is_about() -> None:
    claim = {"@type": "ClaimReview", "url": URL, "datePublished": "2025-08-01", "claimReviewed": "The harbour is shut"}
    assert values(page_with(claim, ARTICLE | {"mainEntityOfPage": None}), "published", "json-ld") == [
        "2025-08-10T10:00:00+02:00"
    ]


@pytest.mark.parametrize(
    ("shown", "section"),
    [
        ('<div class="category"><span>in </span><a href="/ports">Ports</a></div>', "Ports"),
        ('<div class="section">Ports of the coast</div>', "Ports of the coast"),
        ('<div class="category">Filed by <a href="/x">Ann Lee</a> in Ports</div>', "Filed by Ann Lee in Ports"),
    ],
)
def test_a_section_is_its_link_where_little_stands_beside_it(shown: str, section: str) -> None:
    assert values(read_body(f"{shown}<p>x</p>"), "section", "section class") == [section]


def test_the_tag_of_a_card_is_that_of_another_story() -> None:
    assert values(read_body('<i class="card-tag">Ports</i><i class="tag">Coast</i>'), "tag", "tag class") == ["Coast"]


def test_the_picture_set_above_the_story_is_its_picture() -> None:
    draft = read_body('<img src="/a.jpg"><figure class="post-featured-image"><img src="/b.jpg"></figure><p>x</p>')
    assert values(draft, "image", "lead picture") == ["https://post.example/b.jpg"]
    assert not values(
        read_body('<aside class="related featured-image"><img src="/c.jpg"></aside>'), "image", "lead picture"
    )


@pytest.mark.parametrize(
    ("box", "author"),
    [
        ('<a href="/a">Ann Lee</a><span>Local reporter</span><button>Follow</button>', "Ann Lee"),
        ('<a href="/a">Ann Lee</a> and Bo Ek', "Ann Lee and Bo Ek"),
        ('<a href="/a">Ann Lee</a> <a href="/b">Bo Ek</a>', "Ann Lee Bo Ek"),
        ('<a href="/a">Lee</a> Reporter', "Lee Reporter"),
    ],
)
def test_the_name_that_a_byline_links_is_all_of_it_where_something_else_begins_behind(box: str, author: str) -> None:
    assert values(read_body(f'<div class="author-card">{box}</div>'), "author", "byline class") == [author]
