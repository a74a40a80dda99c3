"""What the caption of a picture says of it, and whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk import pipeline
from copydesk.editing.desk import Desk
from copydesk.editing.pictures.credits import is_caption, is_credit
from copydesk.editing.pictures.parting import split_credit
from copydesk.editing.vocabulary import vocabulary
from copydesk.model import Caption, House, Overrides, RawDocument
from editing_pages import STORY, Line, carry_out, draft, page

ZH = Desk(House(), Overrides(), "zh", vocabulary("zh"))
PARTED = {
    ("en", "The pier at dawn. Photo: Jane Doe/Reuters"): ("The pier at dawn.", "Jane Doe/Reuters"),
    ("en", "The pier has been shut since 2011.Credit...Jane Doe"): ("The pier has been shut since 2011.", "Jane Doe"),
    ("en", "The pier at dawn, Sept. 12, 2023. (AP Photo/Robert Roe, File)"): (
        "The pier at dawn, Sept. 12, 2023.",
        "AP Photo/Robert Roe, File",
    ),
    ("en", "Boats in the town of Derwa on Tuesday [Ahmed Roe/Reuters]"): (
        "Boats in the town of Derwa on Tuesday",
        "Ahmed Roe/Reuters",
    ),
    ("en", "The pier, May 4. COAST WIRE/Petra Roe/File Photo Purchase Licensing Rights, opens new tab"): (
        "The pier, May 4.",
        "COAST WIRE/Petra Roe/File Photo",
    ),
    ("en", "The pier at dawn © Jane Doe"): ("The pier at dawn", "Jane Doe"),
    ("es", "El faro, la noche del lunes. | I. Goñi"): ("El faro, la noche del lunes.", "I. Goñi"),
    ("en", "The pier at dawn | as the boats come in"): ("The pier at dawn | as the boats come in", None),
    ("ko", "소청도 우체국 [여울군 제공. 재판매 금지]"): ("소청도 우체국", "여울군 제공"),
    ("pl", "Żubr na torach koło Łukawicy, fot. Straż Leśna"): ("Żubr na torach koło Łukawicy", "Straż Leśna"),
    ("ko", "소청도 우체국 [1952년]"): ("소청도 우체국 [1952년]", None),
    ("en", "© Jane Doe/AFP"): (None, "Jane Doe/AFP"),
    ("en", "Photo: Jane Doe"): (None, "Jane Doe"),
    ("en", "Tarrant in 1987: ‘The fog has moods’ Credit: Rex Hall/Coast Archive"): (
        "Tarrant in 1987: ‘The fog has moods’",
        "Rex Hall/Coast Archive",
    ),
    ("de", "Pumpe am Ufer: kaltes Wasser Foto: Hauke Roe / dpa"): ("Pumpe am Ufer: kaltes Wasser", "Hauke Roe / dpa"),
    ("pl", "Prom w stoczni Źródło zdjęć: © PAP | Adam Kruk"): ("Prom w stoczni", "PAP | Adam Kruk"),
    ("en", "The mayor holds up a photo of the pier"): ("The mayor holds up a photo of the pier", None),
    ("de", "Die Pumpe am Ufer. Foto: Hauke Roe / dpa"): ("Die Pumpe am Ufer.", "Hauke Roe / dpa"),
    ("cs", "Vůz u Horní Lipnice. | foto: Jan Roe, ČTK"): ("Vůz u Horní Lipnice.", "Jan Roe, ČTK"),
    ("fr", "L’entrée, le 15 juillet 2024. YANN ROE POUR « LE PONANT »"): (
        "L’entrée, le 15 juillet 2024.",
        "YANN ROE POUR « LE PONANT »",
    ),
    ("ar", "القطار عند وصوله إلى المحطة (تصوير: كريم سعيد)"): ("القطار عند وصوله إلى المحطة", "كريم سعيد"),
    ("zh", "海河老码头现状。本报记者 刘洋 摄"): ("海河老码头现状。", "本报记者 刘洋"),
    ("pt", "Bia comemora a defesa — Foto: Caio Roe/GV"): ("Bia comemora a defesa", "Caio Roe/GV"),
    ("ko", "해담역 옛 대합실. 한서윤 기자"): ("해담역 옛 대합실.", "한서윤 기자"),
    ("ko", "해담초등학교 옛 교실. 해담군 제공"): ("해담초등학교 옛 교실.", "해담군"),
    ("en", "The wall held, said the mayor, Jane Doe"): ("The wall held, said the mayor, Jane Doe", None),
    ("en", "The crew of the Marguerite. They sailed at noon."): (
        "The crew of the Marguerite. They sailed at noon.",
        None,
    ),
    ("en", "A photo of the pier in 1921"): ("A photo of the pier in 1921", None),
    ("en", "Traffic on the span. (Owen Roe | The Register)"): ("Traffic on the span.", "Owen Roe | The Register"),
    ("es", "Vecinos junto a la fuente recuperada. Lucas Roe"): ("Vecinos junto a la fuente recuperada.", "Lucas Roe"),
    ("en", "The span was opened in 1931 by Gov. Jane Roe"): ("The span was opened in 1931 by Gov. Jane Roe", None),
    ("en", "They named the boat at noon. Jane sails"): ("They named the boat at noon. Jane sails", None),
    ("it", "Il faro nella notte (foto Gianni Roe)"): ("Il faro nella notte", "Gianni Roe"),
    ("it", "Il faro nella notte (foto del 1921)"): ("Il faro nella notte (foto del 1921)", None),
    ("de", "Die Mole bei Nacht (Foto von Jana Roe)"): ("Die Mole bei Nacht", "Jana Roe"),
    ("el", "Ο μόλος (φωτ. Ίρις Ρο)"): ("Ο μόλος", "Ίρις Ρο"),
    ("ar", "الميناء ليلا (تصوير سالم عيد)"): ("الميناء ليلا", "سالم عيد"),
    ("fi", "Laituri yöllä (kuva Aino Roe)"): ("Laituri yöllä", "Aino Roe"),
    ("en", "The pier at night (photo of the year)"): ("The pier at night (photo of the year)", None),
    ("en", "Caption: A beam in the lab."): ("A beam in the lab.", None),
    ("en", "Credits: Image: Jane Roe"): (None, "Jane Roe"),
}


@pytest.mark.parametrize(("language", "line"), PARTED)
def test_a_caption_is_parted_from_its_credit(language: str, line: str) -> None:
    desk = Desk(House(), Overrides(), language, vocabulary(language))
    parted = split_credit(line, desk)
    assert (parted.caption, parted.credit) == PARTED[language, line]


def test_the_facts_say_it_and_the_caption_stays() -> None:
    told = "".join(f"<p>{text}</p>" for text in STORY)
    caption = "<figcaption>The pier in the gale. Photo: Jane Doe</figcaption>"
    figure = f'<figure><img src="https://h.example/pier.jpg">{caption}</figure>'
    page = f"<html><body><article><h1>Harbour wall to be rebuilt by spring</h1>{figure}{told}</article></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    facts = story.metadata
    assert facts.image and facts.image.value == "https://h.example/pier.jpg"
    assert facts.image_caption and facts.image_caption.value == "The pier in the gale."
    assert facts.image_credit and facts.image_credit.value == "Jane Doe"
    assert story.blocks[0].text == "The pier in the gale. Photo: Jane Doe"


def test_a_dump_credits_the_picture_it_has_lost() -> None:
    lines = (
        "Harbour wall to be rebuilt by spring",
        "By Ann Lee",
        "3 May 2024",
        "The pier in the gale of Monday",
        "Photo: Jane Doe",
    )
    (story,) = pipeline.clean(RawDocument("page.txt", "\n\n".join((*lines, *STORY)).encode()), House())
    facts = story.metadata
    assert facts.image_credit and facts.image_credit.value == "Jane Doe"
    assert facts.image_caption and facts.image_caption.value == "The pier in the gale of Monday"


@pytest.mark.parametrize("credit", ["（林晓月/摄）", "(王海 摄)", "林晓月／摄影", "【大森健一撮影】"])
def test_who_took_the_picture_before_the_word_for_it(credit: str) -> None:
    assert is_credit(credit, ZH)


@pytest.mark.parametrize("text", ["（摄于北京的一个早晨，那天下着雨）", "他喜欢摄影", "（2025年春）"])
def test_what_only_speaks_of_taking_pictures(text: str) -> None:
    assert not is_credit(text, ZH)


def test_the_last_sentences_over_a_credit_stay() -> None:
    last = Line("The damage is put at 120,000 euros. For now boats land at the northern side only.", 0.6)
    left = carry_out("cut_captions", draft(page(STORY, last, "Photo: Jane Doe")))
    assert last.text in [block.text for block in left.blocks]


def test_a_caption_over_a_credit_amid_the_story_leaves() -> None:
    caption = Line("The damaged landing at the northern side on Monday night.", 0.6)
    left = carry_out("cut_captions", draft(page(STORY[:1], caption, "Photo: Jane Doe", STORY[1:])))
    assert caption.text not in [block.text for block in left.blocks]


def test_a_credit_run_into_its_alternative_text() -> None:
    shown = Line("Reuters Council leader Ines Valdor speaks to reporters", 0.6)
    told = Line("Reuters reported on Monday that the wall will be rebuilt.", 0.6)
    left = carry_out("cut_captions", draft(page(STORY[:1], shown, STORY[1:2], told, STORY[2:])))
    assert [block.text for block in left.blocks] == [*STORY[:2], told.text, STORY[2]]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("再開する赤れんが倉庫＝14日、浜名木町", True), ("倉庫の再開は＝14日に決まった。町が発表した。", False)],
)
def test_captions_of_japan_end_with_day_and_place(text: str, is_one: bool) -> None:
    assert is_caption(text, Desk(House(), Overrides(), "ja", vocabulary("ja"))) is is_one


def test_a_credit_that_is_set_apart_from_its_caption_is_read_too() -> None:
    shown, other = Caption("https://post.example/h.jpg"), Caption("https://post.example/i.jpg")
    lines = (Line("Captain Harms on the bridge", kind=shown), Line("Photo: Lars Roe / Coast", kind=shown))
    for below, credit in ((lines[1], "Lars Roe / Coast"), (replace(lines[1], kind=other), None)):
        after = carry_out("read_picture", draft(page(lines[0], below, STORY)))
        found = {clue.fact: clue.value for clue in after.clues}
        assert (found.get("image_caption"), found.get("image_credit")) == ("Captain Harms on the bridge", credit)


def test_the_credit_of_a_picture_without_a_caption_is_read() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    picture = "<div class=main><img src='https://post.example/h.jpg'><span>Photo: Nora Roe</span></div>"
    page = f"<html><body><h1>Old light opens again on Sunday</h1>{picture}<div>{text}</div></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert story.metadata.image_credit is not None and story.metadata.image_credit.value == "Nora Roe"


def pictured(
    figure: str, head: str = '<meta property="og:site_name" content="The Harbour Post">'
) -> tuple[object, ...]:
    """Caption and credit of a story with this figure above it, and its first block."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><head><title>The ferry</title>{head}</head><body><main><h1>The ferry sails</h1>{figure}{text}</main>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    facts = story.metadata
    return (facts.image_caption and facts.image_caption.value, facts.image_credit and facts.image_credit.value)


IMG = '<img src="/a.jpg">'
SHOWN = "The ferry at dawn, on her first day at sea"


@pytest.mark.parametrize(
    ("figure", "credit"),
    [
        (
            f"<figure><div>{IMG}<span>Coast Archive</span></div><figcaption>{SHOWN}</figcaption></figure>",
            "Coast Archive",
        ),
        (f"<figure>{IMG}<figcaption>{SHOWN} (Harbour Post)</figcaption></figure>", "Harbour Post"),
        (
            f"<figure>{IMG}<figcaption>{SHOWN} (Jane Doe for Harbour Post)</figcaption></figure>",
            "Jane Doe for Harbour Post",
        ),
        (f"<figure>{IMG}<figcaption>{SHOWN}</figcaption></figure>", None),
    ],
)
def test_a_credit_stands_upon_the_picture_or_names_the_paper(figure: str, credit: str | None) -> None:
    assert pictured(figure) == (SHOWN, credit)


def test_a_town_in_brackets_is_no_credit() -> None:
    assert pictured(f"<figure>{IMG}<figcaption>{SHOWN} (Sandray)</figcaption></figure>") == (f"{SHOWN} (Sandray)", None)


def test_the_caption_of_the_declared_picture_is_known_by_its_file() -> None:
    other = f'<figure><img src="/b.jpg"><figcaption>{SHOWN}, and the next</figcaption></figure>'
    lead = f'<figure><img src="/a.jpg?w=700"><figcaption>{SHOWN}</figcaption></figure>'
    head = '<meta property="og:image" content="https://x.example/a.jpg"><base href="https://x.example/">'
    assert pictured(other + lead, head)[0] == SHOWN
