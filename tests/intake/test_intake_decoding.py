"""Bytes to text: right, or held; never silently wrong."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

import pytest
from copydesk import intake
from copydesk.errors import HeldError
from copydesk.intake.characters.decoding import decode
from copydesk.intake.characters.detecting import looks_like_utf7
from copydesk.model import RawDocument

ENGLISH = (
    "The council met in the café on Monday. “It is a matter of trust,” said the mayor – and that was it."
    " The vote is expected to be held by the end of the month, and it was not the first."
)
POLISH = (
    "Rada miasta zebrała się w poniedziałek. To nie jest łatwa decyzja, ale z czasem i tak będzie po wszystkim. " * 3
)
HUNGARIAN = "A tanács hétfőn ülésezett, és nem volt egyszerű döntés. Az őszi ülés csak ez után van, hogy meg ne. " * 3
RUSSIAN = "Городской совет собрался в понедельник. Решение было непростым, но голосование прошло быстро. " * 3
GREEK = "Το συμβούλιο συνεδρίασε τη Δευτέρα. Η απόφαση δεν ήταν εύκολη, αλλά η ψηφοφορία έγινε γρήγορα. Άλλη μία. " * 3
JAPANESE = "市議会は月曜日に集まりました。決定は簡単ではありませんでしたが、投票はすぐに終わりました。" * 3
CHINESE = "市议会星期一开会。这个决定并不容易，但是投票很快就结束了。大家都说这是第一次。" * 3


def text_of(data: bytes, name: str = "a.txt") -> str:
    return decode(RawDocument(name, data)).text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
def test_unicode_is_read_with_and_without_mark(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac-roman"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (HUNGARIAN, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
        (GREEK, "iso8859-7"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
    ],
)
def test_a_legacy_encoding_is_detected(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [b"caf\xe9", "Привет мир".encode("cp1251"), "日本語".encode("euc_jp"), b"\xc0\xafx"])
def test_too_little_to_tell_is_held(data: bytes) -> None:
    with pytest.raises(HeldError, match=r"a\.txt: its character encoding"):
        text_of(data)


def test_broken_utf8_is_held_with_the_line() -> None:
    with pytest.raises(HeldError, match="first in line 2"):
        text_of("Die Brücke über den Fluß\nist müde".encode() + b" und gro\xc3")


def test_utf7_is_held() -> None:
    with pytest.raises(HeldError, match="UTF-7"):
        text_of("Caf\xe9 \u2013 Stra\xdfe \u201eneu\u201c".encode("utf-7"))


@pytest.mark.parametrize("text", ["Call +49 30 123456 or +1-800-555", "C++ and a+b=c", "+Plus and +Eins today"])
def test_a_plus_is_no_utf7(text: str) -> None:
    assert not looks_like_utf7(text)


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="iso-8859-1">',
        '<meta http-equiv="Content-Type" content="text/html; charset=latin1">',
        '<meta charset="x-user-defined">',
    ],
)
def test_a_declared_charset_is_taken_as_the_web_means_it(declaration: str) -> None:
    decoded = decode(RawDocument("a.html", f"<html>{declaration}<p>{ENGLISH}".encode("cp1252")))
    assert (ENGLISH in decoded.text, decoded.encoding) == (True, "cp1252")


def test_gb2312_means_gb18030() -> None:
    assert "镕" in text_of(f'<html><meta charset="gb2312"><p>{CHINESE}镕'.encode("gb18030"))


def test_an_xml_declaration_counts() -> None:
    assert "Привет" in text_of('<?xml version="1.0" encoding="koi8-r"?><html><p>Привет, мир'.encode("koi8-r"))


def test_valid_utf8_beats_the_declaration() -> None:
    assert ENGLISH in text_of(f'<html><meta charset="windows-1251"><p>{ENGLISH}'.encode())


def test_a_declaration_the_letters_contradict_is_not_believed() -> None:
    assert POLISH in text_of(f'<html><meta charset="iso-8859-1"><p>{POLISH}'.encode("cp1250"))
    assert RUSSIAN in text_of(f'<html><meta charset="iso-8859-1"><p>{RUSSIAN}'.encode("cp1251"))


def test_newlines_become_one_sort() -> None:
    assert text_of(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in decode(RawDocument("a.txt", text.encode())).doubts]


def test_controls_are_removed_with_a_doubt_that_names_the_line() -> None:
    decoded = decode(RawDocument("a.txt", b"one\ntw\0o\x1b and a page\x0c"))
    assert decoded.text == "one\ntwo and a page\x0c"
    assert [(doubt.code, doubt.place and doubt.place.first) for doubt in decoded.doubts] == [("control-characters", 2)]


def test_direction_controls_are_removed_and_direction_marks_kept() -> None:
    decoded = decode(RawDocument("a.txt", "a\u202eb\u2067c\u200fd".encode()))
    assert (decoded.text, [doubt.code for doubt in decoded.doubts]) == ("abc\u200fd", ["direction-controls"])


def test_a_character_lost_before_is_a_doubt_and_stays() -> None:
    assert codes("a \ufffd b") == ["replacement-characters"]


def test_text_encoded_twice_is_put_right() -> None:
    twice = "The Earth’s café – “now”".encode().decode("latin-1")
    decoded = decode(RawDocument("a.txt", twice.encode()))
    assert (decoded.text, [doubt.code for doubt in decoded.doubts]) == ("The Earth’s café – “now”", ["double-encoded"])


def test_text_encoded_twice_through_windows_is_put_right() -> None:
    assert text_of(
        "It’s “now” – it’s late".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode()
    ) == ("It’s “now” – it’s late")


def test_windows_quotation_marks_read_as_controls_are_put_right() -> None:
    decoded = decode(RawDocument("a.txt", "she\x92s \x93here\x94".encode()))
    assert (decoded.text, [doubt.code for doubt in decoded.doubts]) == ("she’s “here”", ["wrong-encoding"])


@pytest.mark.parametrize("text", ["Ã is a letter, â too", "NÃO É ASSIM", "ΓΆΤΑ Ñandú âge", "Île-de-France, à côté"])
def test_real_letters_are_left_alone(text: str) -> None:
    decoded = decode(RawDocument("a.txt", text.encode()))
    assert (decoded.text, decoded.doubts) == (text, ())


def corpus(name: str) -> list[dict[str, str]]:
    folder = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[3] / "shared")
    return [json.loads(line) for line in (folder / "corpora" / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.data
def test_every_known_encoding_is_right_or_held() -> None:
    read = 0
    for row in corpus("encoding"):
        try:
            assert text_of(base64.b64decode(row["payload_b64"])) == row["expected"]
            read += 1
        except HeldError:
            assert not row["declared"].startswith("utf-16")
    assert read >= 6


@pytest.mark.data
def test_no_broken_bytes_become_replacement_characters() -> None:
    for row in corpus("encoding_bad"):
        try:
            drafts = intake.read(RawDocument("a.txt", base64.b64decode(row["payload_b64"])))
        except HeldError:
            continue
        assert row["name"] in ("nul_inside", "crlf_mix")
        assert "\ufffd" not in "".join(block.text for draft in drafts for block in draft.blocks)


@pytest.mark.parametrize(
    ("text", "left", "codes"),
    [
        ("pay\u200bpal and the ca\u2060fé", "paypal and the café", ["hidden-characters"]),
        ("ра\u200dз", "раз", ["hidden-characters"]),
        ("a\U000e0061\U000e0062b", "ab", ["hidden-characters"]),
        ("می\u200cخواهم", "می\u200cخواهم", []),
        ("क्\u200dष", "क्\u200dष", []),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467", []),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f", []),
        ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ", []),
    ],
)
def test_what_hides_in_words_is_taken_out_and_joiners_stay_where_they_are_needed(text, left, codes) -> None:
    decoded = decode(RawDocument("a.txt", text.encode()))
    assert (decoded.text, [doubt.code for doubt in decoded.doubts]) == (left, codes)


def test_turning_characters_written_as_references_are_taken_out_and_reported() -> None:
    page = "<html><body><p>pay &#x202E;gnp.exe and &#8294;so on</p></body></html>"
    (draft,) = intake.read(RawDocument("a.html", page.encode()))
    assert (draft.blocks[0].text, [doubt.code for doubt in draft.doubts]) == (
        "pay gnp.exe and so on",
        ["direction-controls"],
    )


@pytest.mark.parametrize("written", ["&#8203;", "&#X200b;", "&ZeroWidthSpace;", "&zwnj;&#8288;", "&#x200D"])
def test_what_hides_in_words_as_references_is_taken_out_and_reported(written: str) -> None:
    page = f"<html><body><p>pay{written}pal is told &#8203; to wait</p></body></html>"
    (draft,) = intake.read(RawDocument("a.html", page.encode()))
    assert draft.blocks[0].text.startswith("paypal is told")
    assert [doubt.code for doubt in draft.doubts] == ["hidden-characters"]


@pytest.mark.parametrize("text", ["a&#8203; b", "&zwnj;", "می&zwnj;خواهم", "a&#82030;b", "a&amp;#8203;b"])
def test_references_that_hide_in_no_word_are_not_reported(text: str) -> None:
    (draft,) = intake.read(RawDocument("a.html", f"<html><body><p>{text}</p></body></html>".encode()))
    assert not draft.doubts


SHADY = {
    "a.html": '<html><script type="application/ld+json">{"@type": "NewsArticle", "headline": "The \\u202epier",'
    ' "author": {"name": "Ada Lu\\u200bnd"}}</script><p>The pier is open.</p></html>',
    "a.json": '{"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [{"id": "1",'
    ' "title": "The \\u202epier", "content_html": "<p>T\\u200bhe pier is open.</p>"}]}',
    "a.eml": "From: =?utf-8?q?Ada_Lu=E2=80=8Bnd?= <a@wire.example>\nSubject: =?utf-8?q?The_=E2=80=AEpier?=\n"
    "Message-ID: <1@a>\n\nThe pier is open.\n",
}
"""Values that no line of the file shows as they are, with a mark that turns them and one that hides in a word."""


@pytest.mark.parametrize("name", SHADY)
def test_what_harms_in_escaped_values_is_taken_out_and_reported(name: str) -> None:
    (draft,) = intake.read(RawDocument(name, SHADY[name].encode()))
    said = " ".join((*(clue.value for clue in draft.clues), *(block.text for block in draft.blocks)))
    assert "The pier" in said
    assert not {"\u202e", "\u200b"} & set(said)
    assert [doubt.code for doubt in draft.doubts] == ["direction-controls", "hidden-characters"]


def test_a_guess_and_a_doubtful_declaration_are_said_to_be_so() -> None:
    guessed = decode(RawDocument("a.txt", (RUSSIAN * 3).encode("cp1251")))
    assert [doubt.code for doubt in guessed.doubts] == ["encoding-guessed"]
    page = f'<html><meta charset="gbk"><p>{JAPANESE * 2}</p>'
    try:
        declared = decode(RawDocument("a.html", page.encode("euc_jp")))
    except HeldError:
        return
    assert "encoding-in-doubt" in [doubt.code for doubt in declared.doubts]


@pytest.mark.parametrize(
    ("wrong", "times"), [("cp1252", 1), ("cp1252", 2), ("latin-1", 2), ("cp1251", 1), ("cp1251", 2)]
)
def test_text_misread_as_a_whole_is_put_right_and_reported(wrong, times) -> None:
    text = POLISH
    for _ in range(times):
        text = "".join(chr(code) if wrong == "latin-1" else _shown(code, wrong) for code in text.encode())
    decoded = decode(RawDocument("a.txt", text.encode()))
    assert (decoded.text, [doubt.code for doubt in decoded.doubts]) == (POLISH, ["double-encoded"])


def _shown(code: int, wrong: str) -> str:
    return bytes([code]).decode(wrong, "ignore") or chr(code)


@pytest.mark.parametrize(
    "text", ["Ângela disse «não», e “sim”.", "Привет — «мир» № 5", "Ça va… à Nîmes", "Â la carte »"]
)
def test_text_that_only_looks_a_little_like_it_is_left_alone(text) -> None:
    decoded = decode(RawDocument("a.txt", text.encode()))
    assert (decoded.text, decoded.doubts) == (text, ())
