"""Saved e-mails, and pages saved as one file: read as the page or the text they carry."""

from __future__ import annotations

import pytest
from copydesk import intake, pipeline
from copydesk.errors import HeldError
from copydesk.model import Draft, House, RawDocument

LEDE = "The harbour wall will be rebuilt by spring, the council said on Tuesday after a long debate about its cost."
HEADER = (
    "Received: by mx.paper.example with SMTP id x1;\n        Fri, 3 May 2024 05:31:02 -0700\n"
    "ARC-Seal: i=1; a=rsa-sha256; cv=none\n"
    "From: {sender}\nTo: desk@paper.example\nSubject: {subject}\nDate: Fri, 3 May 2024 12:30:55 +0000\n"
    "MIME-Version: 1.0\n"
)


def header(sender: str = "Tidewater Notes <notes@tidewater.example>", subject: str = "Wall to be rebuilt") -> str:
    return HEADER.format(sender=sender, subject=subject)


def read(mail: str | bytes) -> Draft:
    (draft,) = intake.read(RawDocument("a.eml", mail if isinstance(mail, bytes) else mail.encode()))
    return draft


def said(draft: Draft) -> dict[str, str]:
    return {clue.fact: clue.value for clue in draft.clues if clue.origin == "mail header"}


def lines(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def test_a_mail_is_read_as_the_text_in_it_and_its_header_becomes_clues() -> None:
    draft = read(f"{header()}\n{LEDE}\n")
    assert (draft.format, lines(draft)) == ("text", [LEDE])
    assert said(draft) == {
        "headline": "Wall to be rebuilt",
        "published": "Fri, 3 May 2024 12:30:55 +0000",
        "publisher": "Tidewater Notes",
    }


def test_the_page_of_a_mail_goes_before_its_text_and_attachments() -> None:
    parts = (
        "--b\nContent-Type: text/plain\n\nRead it online\n"
        "--b\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>Terms</p>\n"
        "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<h1>Wall</h1><p>The caf=C3=A9 opens.</p>\n--b--\n"
    )
    draft = read(f'{header()}Content-Type: multipart/mixed; boundary="b"\n\n{parts}')
    assert (draft.format, lines(draft)) == ("html", ["Wall", "The café opens."])


def test_a_mail_that_was_sent_on_is_the_one_inside() -> None:
    inside = header("Harbour Notes <h@harbour.example>", "The ferry") + f"\n{LEDE}\n"
    parts = f"--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: message/rfc822\n\n{inside}\n--b--\n"
    draft = read(f'{header(subject="Fwd: The ferry")}Content-Type: multipart/mixed; boundary="b"\n\n{parts}')
    assert lines(draft) == [LEDE]
    assert (said(draft)["headline"], said(draft)["publisher"]) == ("The ferry", "Harbour Notes")


@pytest.mark.parametrize(
    ("sender", "author", "publisher"),
    [
        ("=?utf-8?Q?Mar=C3=ADa_Roe_from_Tidewater?= <maria@tidewater.example>", "María Roe", "Tidewater"),
        ("Maria Roe from Tidewater <maria@tidewater.example>", "Maria Roe", "Tidewater"),
        ("Morning briefing from Tidewater <news@tidewater.example>", None, "Tidewater"),
        ("Ana de la Cruz <ana@tidewater.example>", None, "Ana de la Cruz"),
        ("news@tidewater.example", None, None),
    ],
)
def test_whom_a_mail_is_from(sender: str, author: str | None, publisher: str | None) -> None:
    found = said(read(f"{header(sender)}\n{LEDE}\n"))
    assert (found.get("author"), found.get("publisher")) == (author, publisher)


@pytest.mark.parametrize(
    "subject",
    ["Fwd: Wall to be rebuilt", "[harbour-news] Re: Wall to be rebuilt", "WG: AW: Wall to be rebuilt",
     "=?iso-8859-1?Q?Wall_to_be_rebuilt?="],
)  # fmt: skip
def test_what_programs_put_before_a_subject_is_none_of_the_headline(subject: str) -> None:
    assert said(read(f"{header(subject=subject)}\n{LEDE}\n"))["headline"] == "Wall to be rebuilt"


def test_a_mail_has_the_encoding_its_parts_say_and_lines_that_flow_are_joined() -> None:
    kind = "Content-Type: text/plain; charset=iso-8859-1; format=flowed\nContent-Transfer-Encoding: 8bit\n"
    body = f"The café on the pier will \nopen again.\n\n{LEDE}\n\n-- \nJane Roe\n"
    draft = read((header() + kind + "\n" + body).encode("iso-8859-1"))
    assert lines(draft)[:2] == ["The café on the pier will open again.", LEDE]


def test_a_page_saved_as_one_file_is_that_page_and_its_header_says_only_where_from() -> None:
    mhtml = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://harbour.example/wall\nSubject: Wall\n"
        "Date: Fri, 3 May 2024 12:30:55 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n'
        "--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        f"<html><head><title>Wall</title></head><body><p>{LEDE}</p></body></html>\n"
        "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n--x--\n"
    )
    draft = read(mhtml.replace("\n", "\r\n"))
    assert (draft.url, lines(draft), said(draft)) == ("https://harbour.example/wall", [LEDE], {})


def test_a_newsletter_is_published_under_its_sender() -> None:
    body = f"Wall to be rebuilt\n\n{LEDE}\n\n“It is high time,” the harbour master said. Work begins in June.\n"
    (story,) = pipeline.clean(RawDocument("a.eml", f"{header()}\n{body}".encode()), House())
    facts = story.metadata
    assert not story.held
    assert facts.headline and facts.headline.value == "Wall to be rebuilt"
    assert facts.publisher and facts.publisher.value == "Tidewater Notes"
    assert facts.published and facts.published.value.day.isoformat() == "2024-05-03"
    assert story.blocks[0].text == LEDE


@pytest.mark.parametrize(
    ("mail", "problem"),
    [
        (header() + 'Content-Type: multipart/mixed; boundary="b"\n\n--b--\n', "no text"),
        (
            header() + 'Content-Type: multipart/mixed; boundary="b"\n\n' + 'Content-Type: x; boundary="b"\n' * 50,
            "parts",
        ),
        (header() + "Content-Type: text/plain; " + 'a=";' * 2_000 + "\n\nText\n", "8,026 bytes"),
        (f"From a@a.example Fri\n{header()}\n{LEDE}\n\nFrom b@b.example Fri\n{header()}\n{LEDE}\n", "several mails"),
    ],
)
def test_a_mail_that_cannot_be_read_is_held(mail: str, problem: str) -> None:
    with pytest.raises(HeldError, match=problem):
        read(mail)


@pytest.mark.parametrize(
    "text",
    [
        f"From: the harbour\nDate: Monday\n\n{LEDE}\n",
        f"Subject: the wall\nFrom: the harbour\n\n{LEDE}\n",
        f"From: the harbour\nSubject: the wall\nTo: all\n{LEDE}\n",
        f"{LEDE}\n\nFrom: a@a.example\nTo: b@b.example\nSubject: wall\nDate: Monday\n\nText\n",
    ],
)
def test_a_text_with_labels_is_no_mail(text: str) -> None:
    assert not said(read(text))


INSIDE = (
    "From: Quay Briefing <hello@quay.example>\nDate: Sun, 8 Jun 2025 at 18:02\n"
    "Subject: Eels are back\nTo: <desk@paper.example>"
)


@pytest.mark.parametrize(
    "written",
    [
        f"---------- Forwarded message ---------\n{INSIDE}\n",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Eels are back\nDatum: Sun, 8 Jun 2025 at 18:02\n"
        "Von: Quay Briefing <hello@quay.example>\nAn: desk@paper.example\n",
        "---------- 転送メッセージ ---------\n差出人：Quay Briefing <hello@quay.example>\n"
        "日付: Sun, 8 Jun 2025 at 18:02\n"
        "件名: Eels are back\n宛先: desk@paper.example\n",
        "---------- Пересылаемое сообщение ---------\nОт кого: Quay Briefing <hello@quay.example>\n"
        "Дата: Sun, 8 Jun 2025 at 18:02\n"
        "Тема: Eels are back\nКому: desk@paper.example\n",
        "---------- İletilmiş mesaj ---------\nKimden: Quay Briefing <hello@quay.example>\n"
        "Tarih: Sun, 8 Jun 2025 at 18:02\n"
        "Konu: Eels are back\n",
        f"Please run this.\n\nBegin forwarded message:\n\n{INSIDE}\n",
    ],
)
def test_what_was_sent_on_in_the_text_has_a_header_of_its_own(written: str) -> None:
    draft = read(f"{header(subject='Fwd: Eels')}\n{written}\n{LEDE}\n")
    found = said(draft)
    assert (found["headline"], found["publisher"], found["published"]) == (
        "Eels are back",
        "Quay Briefing",
        "Sun, 8 Jun 2025 at 18:02",
    )
    assert lines(draft)[-1] == LEDE and not any("Quay" in line for line in lines(draft))
    assert {cut.rule for cut in draft.cuts} == {"mail_header"}


def test_what_was_sent_on_in_a_page_too() -> None:
    inside = INSIDE.replace("<", "&lt;").replace("\n", "<br>")
    page = f"<div>---------- Forwarded message ---------<br>{inside}</div><h1>Eels are back</h1><p>{LEDE}</p>"
    draft = read(f"{header()}Content-Type: text/html\n\n<html><body>{page}</body></html>\n")
    assert said(draft)["publisher"] == "Quay Briefing"
    assert lines(draft) == ["Eels are back", LEDE]


def test_a_story_about_forwarded_messages_keeps_its_lines() -> None:
    text = f"Forwarded message\n\nFrom: the harbour, with love, came a bottle.\n\n{LEDE}\n"
    assert len(lines(read(f"{header()}\n{text}"))) == 3


@pytest.mark.parametrize("charset", ["x-user-defined", "unicode_escape", "punycode", "zlib", "utf-7", "nothing/at all"])
def test_a_mail_may_name_any_charset(charset: str) -> None:
    kind = f'Content-Type: text/plain; charset="{charset}"\n'
    draft = read(f"{header(subject=f'=?{charset}?q?Wall_to_be?= rebuilt')}{kind}\n{LEDE}\n")
    assert lines(draft) == [LEDE]


def test_a_mail_whose_field_is_longer_than_any_is_held_and_the_field_is_named() -> None:
    with pytest.raises(HeldError, match=r"a Content-Type field in this mail has 5,0\d\d bytes"):
        read(f"{header()}Content-Type: text/plain; charset={'x' * 5_000}\n\n{LEDE}\n")
    with pytest.raises(HeldError, match="more parts than anyone writes"):
        read(f"{header()}Content-Type: multipart/mixed; boundary=b\n\n" + "boundary=x\n" * 41)
