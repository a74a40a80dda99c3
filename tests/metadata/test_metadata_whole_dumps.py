"""Facts of invented dumps in the shapes of real pages, read and edited as a seed is."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.model import House, Metadata, RawDocument

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
