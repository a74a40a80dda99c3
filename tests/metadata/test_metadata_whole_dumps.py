"""Facts of invented dumps in the shapes of real pages, read and edited as a seed is."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.model import House, Metadata, RawDocument, Story

EN = (
    "The harbour wall of Brisamar will be rebuilt by spring, the town council decided on Tuesday after years of talks.",
    "Work begins in March and will close the northern quay for eleven weeks, says the plan that was shown to traders.",
    "Several fishermen said that they had not been asked, and that the stalls on the southern side would be too small.",
)
DE = (
    "Die Hafenmauer von Brisamar wird bis zum Frühjahr neu gebaut, das hat der Stadtrat am Dienstag nach langem Streit "
    "mit dem Hafenamt beschlossen.",
    "Die Arbeiten beginnen im März und sperren den nördlichen Kai für elf Wochen, so steht es im Plan.",
    "Mehrere Fischer sagten, sie seien nicht gefragt worden, und die Stände auf der Südseite seien für sie zu klein.",
)
ZH = (
    "布里萨马市议会周二决定，在与港务局谈判两年之后，将在春天之前重建港口的防波堤。",
    "工程将于三月开始，根据在旧海关大楼向商户展示的计划，北码头将至少关闭十一个星期。",
    "几位渔民说，没有人问过他们的意见，南侧的摊位对现在停靠在那里的船来说太小了。",
)
WALL = "Harbour wall to be rebuilt before winter"


def facts(*lines: str) -> Metadata:
    """The facts of a dump with a blank line between its lines."""
    raw = RawDocument("wall.txt", "\n\n".join(lines).encode())
    return pipeline.clean(raw, House())[0].metadata


def said(found: Metadata, name: str) -> object:
    """The value of a fact, of a date the day."""
    fact = getattr(found, name)
    value = fact.value if fact else None
    return str(value.day) if name in ("published", "updated") and fact else value


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            (
                "Küstenbote",
                "Hafenmauer wird neu gebaut",
                "Stand: 14.03.2025, 09:30 Uhr",
                "Von: Anna Muster",
                *DE,
                "Quelle: https://kuestenbote.example/wirtschaft/hafenmauer",
            ),
            {"publisher": "Küstenbote", "authors": ("Anna Muster",), "published": "2025-03-14"},
            id="the address writes the name of the paper out",
        ),
        pytest.param(
            ("Möwenbote", "Hafenmauer wird neu gebaut", "Von: Anna Muster", *DE, "Quelle: https://kai.example/mauer"),
            {"publisher": "kai.example"},
            id="near miss: the address is another's",
        ),
        pytest.param(
            (
                "Hafenmauer wird neu gebaut",
                f"Brisamar (dpa/lno) - {DE[0]}",
                *DE[1:],
                "© dpa-infocom, dpa:250314-99-123456/2",
            ),
            {"agency": "dpa", "published": "2025-03-14"},
            id="an agency numbers its reports by day",
        ),
        pytest.param(
            (
                "海港日报",
                "首页 > 财经 > 正文",
                "海港防波堤将于入冬前重建",
                "2025-03-14 09:30　来源：海港日报　作者：李明",
                *ZH,
                "（责任编辑：王芳）",
                "原文地址：https://haigang.example/caijing/1",
            ),
            {"authors": ("李明",), "published": "2025-03-14", "section": "财经"}
            | {"canonical_url": "https://haigang.example/caijing/1"},
            id="one line of labels, who edited under the story",
        ),
        pytest.param(
            (
                WALL,
                "By Reuters Staff",
                "2 Min Read",
                "March 14, 2025 / 9:30 AM",
                f"BRISAMAR (Reuters) - {EN[0]}",
                *EN[1:],
                "Reporting by Ann Lee in Brisamar; Editing by Marie White",
            ),
            {"authors": ("Ann Lee",), "agency": "Reuters", "published": "2025-03-14"},
            id="an agency's staff above, who reported below",
        ),
        pytest.param(
            ("Tarn Post", WALL, "by Ann Lee—10 min read", "Fri 14 Mar 2025 09.30 GMT", *EN),
            {"authors": ("Ann Lee",), "published": "2025-03-14"},
            id="a byline with the time it takes to read",
        ),
        pytest.param(
            ("Tarn Post", "Home", "World", "Europe", WALL, "By Ann Lee", "14 March 2025", *EN),
            {"section": "Europe", "headline": WALL},
            id="a breadcrumb set a step a line in a dump full of air",
        ),
        pytest.param(
            ("Tarn Post", "Home", "World", "Sport", "Weather", "Letters", WALL, "By Ann Lee", "14 March 2025", *EN),
            {"section": None, "headline": WALL},
            id="near miss: a menu set so",
        ),
    ],
)
def test_facts_of_whole_dumps(lines: tuple[str, ...], expected: dict[str, object]) -> None:
    found = facts(*lines)
    assert {name: said(found, name) for name in expected} == expected


def test_the_address_behind_the_words_for_a_link() -> None:
    assert said(facts(WALL, "By Ann Lee", *EN, "Original link: https://a.example/1"), "canonical_url")
    assert said(
        facts("Hafenmauer neu", "Von Anna Muster", *DE, "Link zum Original: https://a.example/1"), "canonical_url"
    )


def test_a_name_and_the_day_in_one_line_of_thai() -> None:
    found = facts(
        "เปิดสะพานใหม่ข้ามแม่น้ำแม่ลา หลังสร้างนานเจ็ดปี",
        "โดย สมชาย ใจดี 12 มิถุนายน 2568 เวลา 09:30 น.",
        "สะพานข้ามแม่น้ำแม่ลาเปิดให้รถวิ่งแล้วเมื่อเช้าวันพฤหัสบดี หลังใช้เวลาก่อสร้างนานเจ็ดปีและใช้งบประมาณกว่าสามร้อยล้านบาท",
        "นายกเทศมนตรีกล่าวว่าสะพานแห่งนี้จะช่วยให้ชาวบ้านสองฝั่งเดินทางไปโรงพยาบาลได้เร็วขึ้นครึ่งชั่วโมง",
    )
    assert said(found, "authors") == ("สมชาย ใจดี",) and said(found, "published") == "2025-06-12"


def test_writers_of_a_live_page_and_when_they_wrote() -> None:
    found = facts(WALL, "Amy Castell (now) and Joe Brandt (earlier)", "24 January 2025", *EN)
    assert said(found, "authors") == ("Amy Castell", "Joe Brandt")


def test_a_report_of_a_match_is_signed_with_its_ground() -> None:
    found = facts(WALL, "By Callum Reid at Ferry Road", "Published 2 November 2025", *EN)
    assert said(found, "authors") == ("Callum Reid",)


def test_a_release_is_its_senders_and_not_called_after_them() -> None:
    found = facts(
        "Department of Coasts and Islands",
        "Home > News",
        "Ministry opens consultation on the harbour wall of Brisamar",
        "Villages losing land to the sea will be able to bid for a share of a new fund under plans published today.",
        "From: Department of Coasts and Islands",
        "Published 17 March 2025",
        *EN,
    )
    assert said(found, "headline") == "Ministry opens consultation on the harbour wall of Brisamar"
    assert said(found, "publisher") == "Department of Coasts and Islands"


@pytest.mark.parametrize(
    ("name", "expected"), [("佐伯美咲", ("佐伯美咲",)), ("大森 健一", ("大森 健一",)), ("地域経済", None)]
)
def test_a_name_alone_beside_the_day_in_japanese(name: str, expected: tuple[str, ...] | None) -> None:
    found = facts(
        "旧灯台が図書室に　浜名木町、来春オープンへ",
        "2025年10月21日 6時00分",
        name,
        "浜名木町は20日、使われなくなった旧灯台を改修し、海を望む図書室として来春に開くと発表した。町民から寄せられた本など約5千冊を並べる。",
        "灯台は1931年に建てられ、自動化に伴い2008年に役目を終えた。老朽化で取り壊しも検討されたが、住民の署名が3千筆を超え、保存が決まった。",
    )
    assert said(found, "authors") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Published on 27 February 2025 by Jane Doe in Tides",
        "Posted on February 27, 2025 at 9:15 am by Jane Doe",
        "Published 27 February 2025 | Jane Doe",
    ],
)
def test_blogs_name_the_writer_with_the_day(line: str) -> None:
    found = facts(WALL, line, *EN)
    assert said(found, "authors") == ("Jane Doe",) and said(found, "published") == "2025-02-27"


@pytest.mark.parametrize(
    "line", ["Published on 27 February 2025 by the council", "Published 27 February 2025 in Harbour News"]
)
def test_no_writer_is_named_with_the_day(line: str) -> None:
    assert said(facts(WALL, line, *EN), "authors") is None


def test_a_breadcrumb_in_capitals_glued_to_the_headline() -> None:
    found = facts("HOMEECONOMYHarbour wall to be rebuilt before...", WALL, "By Jane Doe", *EN)
    assert said(found, "section") == "ECONOMY" and said(found, "headline") == WALL


def test_a_headline_in_capitals_is_no_breadcrumb() -> None:
    found = facts("HOMESICK SAILORS RETURN TO BRISAMAR", "By Jane Doe", *EN)
    assert said(found, "headline") == "HOMESICK SAILORS RETURN TO BRISAMAR"


@pytest.mark.parametrize(
    ("line", "section", "tags"),
    [
        ("This entry was posted in Tides and tagged bees, boats.", "Tides", ("bees", "boats")),
        ("Dieser Beitrag wurde unter Küste abgelegt und mit Bienen, See verschlagwortet.", "Küste", ("Bienen", "See")),
        ("This entry was posted in Tides on 3 May 2024 by Jane Doe.", "Tides", None),
    ],
)  # fmt: skip
def test_blogs_say_under_a_note_where_it_stands(line: str, section: str, tags: tuple[str, ...] | None) -> None:
    found = facts(WALL, "By Jane Doe", *EN, line)
    assert said(found, "section") == section and said(found, "tags") == tags


def test_what_is_printed_over_a_release_is_no_sender() -> None:
    assert (
        said(facts("COMMUNIQUÉ DE PRESSE", "Le mur du port sera reconstruit", "Par Jane Doe", *EN), "publisher") is None
    )


def test_a_short_form_in_a_files_name_is_no_publisher() -> None:
    assert (
        said(facts("kk-logo-header", "Harbour Courier Logo", WALL, "By Jane Doe", *EN), "publisher")
        == "Harbour Courier"
    )


def test_a_paper_is_no_person_and_a_region_behind_the_name_neither() -> None:
    assert said(facts("滨海古镇石桥完成修缮 周末重新开放", "来源：滨海晚报", "2025-05-23", *ZH), "authors") is None
    assert said(facts(WALL, "Por Marcos Teles, do Vale", "30/07/2025", *EN), "authors") == ("Marcos Teles",)


def test_an_agency_alone_under_the_day() -> None:
    ukrainian = (
        "Пором через річку Свирку біля села Заріччя в середу відновив рух після восьми місяців ремонту двигуна.",
        "Новий двигун дозволяє перевозити шість легкових автомобілів за рейс, проїзд для пішоходів безкоштовний.",
    )
    found = facts("Пором через Свирку відновив рух після ремонту", "18.06.2025 12:44", "Укрінформ", *ukrainian)
    assert said(found, "agency") == "Ukrinform"


@pytest.mark.parametrize(
    ("first", "publisher"),
    [("Little Wern Parish Council", "Little Wern Parish Council"), ("Words from the council", None)],
)
def test_a_body_at_the_head_of_a_page_publishes_it(first: str, publisher: str | None) -> None:
    body = "".join(f"<p>{text}</p>" for text in EN)
    page = (
        f'<html><head><title>{WALL}</title></head><body><div id="top">{first}</div><h1>{WALL}</h1>{body}</body></html>'
    )
    found = pipeline.clean(RawDocument("wall.html", page.encode()), House())[0].metadata
    assert said(found, "publisher") == publisher


@pytest.mark.parametrize(
    ("first", "publisher"),
    [
        ("Sandray Harbor Authority", "Sandray Harbor Authority"),
        ("Brisamar City Council", "Brisamar City Council"),
        ("Authority", None),
        ("A question of authority", None),
    ],
)
def test_a_body_is_named_by_its_last_word_at_the_head_of_its_release(first: str, publisher: str | None) -> None:
    assert said(facts(first, "News > Statements", WALL, "1 December 2025", *EN), "publisher") == publisher


def test_a_logo_in_arabic_names_the_paper_and_a_slogan_does_not() -> None:
    arabic = (
        "عاد صيادو الرملة إلى البحر صباح الاثنين بعد أن هدأت الرياح التي حبستهم في الميناء أسبوعين كاملين.",
        "وقدرت جمعية الصيادين الخسائر بأكثر من أربعين مليون دينار، وقالت إن الأسواق خلت من السمك الطازج.",
    )
    headline = "صيادو الرملة يعودون إلى البحر بعد عاصفة"
    assert said(facts("شعار صوت الرملة", headline, "3 نوفمبر 2025", *arabic), "publisher") == "صوت الرملة"
    slogan = "الصيادون يرفعون شعار البحر للجميع في الميناء"
    assert said(facts(slogan, "3 نوفمبر 2025", *arabic), "headline") == slogan


def test_the_word_before_the_writer_in_a_theme_in_polish() -> None:
    polish = (
        "Po dwunastu dniach przerwy kutry z Zatoki Ostrej znów wyszły w morze, z portu wypłynęło sto jednostek.",
        "Ministerstwo zapowiedziało pomoc, ale rybacy z zatoki wciąż czekają na szczegóły i na pierwsze pieniądze.",
    )
    found = facts("Rybacy z Zatoki Ostrej wracają na łowiska", "Przez Anna Wróbel", "10 listopada 2025", *polish)
    assert said(found, "authors") == ("Anna Wróbel",)


def page(*lines: str, head: str = "", language: str = "en") -> Story:
    """A saved page with these elements in its story."""
    body = f'<html lang="{language}"><head><title>{WALL}</title>{head}</head><body><article><h1>{WALL}</h1>'
    raw = RawDocument("wall.html", (body + "".join(lines) + "</article></body></html>").encode())
    return pipeline.clean(raw, House())[0]


TOLD = "".join(f"<p>{line}</p>" for line in EN)


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("Published: 17 November 2026<br>Last reviewed: 18 November 2026", "2026-11-17"),
        ("Updated: 17 November 2026", None),
        ("The wall was built on 17 November 1926", None),
    ],
)
def test_a_labelled_day_under_what_ends_a_page_is_that_of_the_page(foot: str, day: str | None) -> None:
    found = page(TOLD, "<h2>Contact us</h2><p>Press office, phone 0000 12 34</p>", f"<p>{foot}</p>").metadata
    assert said(found, "published") == day


def test_a_name_that_the_data_credits_leaves_with_the_day_beside_it() -> None:
    line = "<div><span>Remedia Altuna</span> <span>24/11/2026 21:47h.</span></div>"
    credited = page(line, TOLD, head='<meta name="author" content="Remedia Altuna">')
    assert [block.text for block in credited.blocks] == list(EN)
    assert credited.metadata.authors is not None and credited.metadata.authors.value == ("Remedia Altuna",)


def test_a_name_before_the_name_of_the_page_is_its_writer() -> None:
    head = '<meta property="og:site_name" content="Harbour Post">'
    assert said(page("<div>Rangga Wibisana - Harbour Post</div>", TOLD, head=head).metadata, "authors") == (
        "Rangga Wibisana",
    )
    assert said(page("<div>Rangga Wibisana - Old Town</div>", TOLD, head=head).metadata, "authors") is None


def test_a_given_name_of_one_sign_is_read_from_a_label_in_japanese() -> None:
    line = "<div><time>2026.11.10</time> <span>文：三枝 凜</span></div>"
    assert said(page(line, TOLD, language="ja").metadata, "authors") == ("三枝 凜",)


def test_a_surname_tells_a_person_before_the_day() -> None:
    assert said(facts(WALL, "Wit Jasiński | 3.11.2026, 11:45", *EN), "authors") == ("Wit Jasiński",)
    assert said(facts(WALL, "Old Quay | 3.11.2026, 11:45", *EN), "authors") is None


def test_a_page_of_the_reporter_is_nobody() -> None:
    lines = (
        "섬마을 도서관, 배로 책을 싣고 다닌다",
        "한유정 기자",
        "기자 페이지",
        "전남의 한 섬마을에서 책을 실은 배가 다닌다.",
    )
    assert said(facts(*lines, *lines[3:] * 3), "authors") == ("한유정",)
