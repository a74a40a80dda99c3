"""Right or held, never wrong in silence: texts of many languages in many encodings, whole, mixed up and broken."""

from __future__ import annotations

import base64
import itertools
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import HeldError
from copydesk.intake.characters.decoding import decode
from copydesk.intake.sniffing import refuse_binary
from copydesk.model import RawDocument

from torture.table import Experiment, Row, Scale

TEXTS: Mapping[str, str] = {
    "German": "Der Hafen öffnete am Sonntag wieder, sagte die Bürgermeisterin. Elf Boote fuhren vor zwölf hinaus, das "
    "größte kam früh zurück.",
    "French": "Le port a rouvert dimanche après la tempête, a déclaré la gérante. Onze bateaux sont sortis avant midi, "
    "et le premier est rentré à trois heures.",
    "Spanish": "El puerto reabrió el domingo después de la tormenta, según dijo la dueña. Once barcos salieron por la "
    "mañana y el más pequeño volvió a las tres.",
    "Polish": "Port został ponownie otwarty w niedzielę, jak powiedział kapitan. Jedenaście łodzi wyszło przed południem, "
    "a pierwsza wróciła o trzeciej z dorszem i śledziami.",
    "Czech": "Přístav byl v neděli znovu otevřen, řekla starostka. Jedenáct lodí vyplulo před polednem a první se "
    "vrátila ve tři hodiny s treskami.",
    "Hungarian": "A kikötő vasárnap újra megnyílt, mondta a polgármester. Tizenegy hajó futott ki dél előtt, és az első "
    "három órakor tért vissza tőkehallal.",
    "Turkish": "Liman pazar günü yeniden açıldı, dedi belediye başkanı. On bir tekne öğleden önce çıktı ve ilki saat üçte "
    "balıkla döndü, şimdi iş çok.",
    "Russian": "Порт снова открылся в воскресенье, сообщила начальница порта. Одиннадцать лодок вышли до полудня, первая "
    "вернулась в три часа с треской.",
    "Ukrainian": "Порт знову відкрився у неділю, повідомила начальниця порту. Одинадцять човнів вийшли до полудня, перший "
    "повернувся о третій з тріскою.",
    "Greek": "Το λιμάνι άνοιξε ξανά την Κυριακή, είπε η λιμενάρχης. Έντεκα βάρκες βγήκαν πριν το μεσημέρι και η πρώτη "
    "γύρισε στις τρεις.",
    "Japanese": "港は日曜日に再開したと港長は述べた。正午前に十一隻の船が出港し、最初の船は三時に鱈を積んで戻った。",
    "Chinese": "港务长说，港口星期日重新开放。十一艘船在中午前出海，第一艘三点钟带着鳕鱼回来了。码头将在五月修好。",
    "Korean": "항구가 일요일에 다시 열렸다고 항만장이 말했다. 정오 전에 배 열한 척이 나갔고 첫 배는 세 시에 대구를 싣고 돌아왔다.",
    "Hebrew": "הנמל נפתח מחדש ביום ראשון, אמרה מנהלת הנמל. אחת עשרה סירות יצאו לפני הצהריים והראשונה חזרה בשלוש.",
    "Arabic": "أعيد فتح الميناء يوم الأحد، كما قالت مديرة الميناء. خرج أحد عشر قاربا قبل الظهر وعاد الأول في الثالثة.",
}

ENCODINGS: Mapping[str, tuple[str, ...]] = {
    "German": ("cp1252", "mac-roman", "cp850", "iso8859-15"),
    "French": ("cp1252", "mac-roman", "cp850", "iso8859-15"),
    "Spanish": ("cp1252", "mac-roman", "cp850"),
    "Polish": ("cp1250", "iso8859-2", "cp852"),
    "Czech": ("cp1250", "iso8859-2", "cp852"),
    "Hungarian": ("cp1250", "iso8859-2"),
    "Turkish": ("cp1254", "iso8859-9"),
    "Russian": ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"),
    "Ukrainian": ("cp1251", "koi8-u"),
    "Greek": ("cp1253", "iso8859-7"),
    "Japanese": ("shift_jis", "euc_jp", "iso2022_jp"),
    "Chinese": ("gb18030", "big5"),
    "Korean": ("cp949", "euc_kr"),
    "Hebrew": ("cp1255", "iso8859-8"),
    "Arabic": ("cp1256", "iso8859-6"),
}
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
DECLARED = ("utf-8", "iso-8859-1", "windows-1250", "windows-1251", "shift_jis", "gbk", "utf-16", "nonsense")


@dataclass(frozen=True)
class Case:
    """A file, and what it says; ``None`` where nobody could tell. What was cut may end earlier."""

    name: str
    data: bytes
    says: str | None
    file: str = "a.txt"
    is_cut: bool = False


def whole() -> Iterator[Case]:
    """Each text in each of its encodings, short and long, bare and declared rightly and wrongly in a page."""
    for language, text in TEXTS.items():
        for codec, times in itertools.product((*UNICODE, *ENCODINGS[language]), (1, 4)):
            said = "\n".join([text] * times)
            if (data := _encoded(said, codec)) is None:
                continue
            yield Case(f"{language} in {codec}, {times} times", data, said)
            for declared in (codec, *DECLARED) if times == 4 and codec not in UNICODE[1:] else ():
                page = f'<html><head><meta charset="{declared}"></head><body><p>{said}</p></body></html>'
                if (framed := _encoded(page, codec)) is not None:
                    yield Case(f"{language} in {codec}, declared as {declared}", framed, page, "a.html")


def mixed() -> Iterator[Case]:
    """Two encodings in one file; text encoded twice and thrice; text cut in the middle of a letter."""
    for language, text in TEXTS.items():
        said = "\n".join([text] * 3) + "\n"
        for one, other in itertools.permutations(("utf-8", "utf-16-le", *ENCODINGS[language]), 2):
            first, second = _encoded(said, one), _encoded(said, other)
            if first and second and first != second:
                yield Case(f"{language}, half {one}, half {other}", first + second, said + said)
        for wrong, times in itertools.product(("cp1252", "latin-1", "cp1251"), (1, 2)):
            if (data := _misread(said, wrong, times)) is not None:
                yield Case(f"{language}, read as {wrong} {times} times", data, said)
        for codec in ("utf-8", "utf-16", "shift_jis", "gb18030", "big5", "euc_jp", "cp949"):
            if (data := _encoded(said.strip(), codec)) is not None:
                yield Case(f"{language} in {codec}, cut", data[:-1], said, is_cut=True)


def _encoded(text: str, codec: str) -> bytes | None:
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return None


def _misread(text: str, wrong: str, times: int) -> bytes | None:
    """The text, written as UTF-8 and read as something else, once or several times."""
    try:
        for _ in range(times):
            text = text.encode("utf-8").decode(wrong)
    except UnicodeDecodeError:
        return None
    return text.encode("utf-8")


def given(data: Path) -> Iterator[Case]:
    """The corpora."""
    for name in ("encoding", "encoding_bad"):
        for line in (data / "corpora" / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            yield Case(row["id"], base64.b64decode(row["payload_b64"]), row.get("expected"))


def wrong_in_silence(case: Case) -> bool:
    """Whether the file was read, says something else than it should, and nobody is told. A file that was cut may end
    where it was cut."""
    raw = RawDocument(case.file, case.data)
    try:
        refuse_binary(raw)
        decoded = decode(raw)
    except HeldError as error:
        assert error.advice
        return False
    if decoded.doubts:
        return False
    if case.says is None:
        return not case.data.isascii()
    return decoded.text != case.says and not (case.is_cut and case.says.startswith(decoded.text))


def read(scale: Scale, _: Path) -> Row:
    """Every case, or every tenth."""
    folder = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[3] / "shared")
    cases = [*whole(), *mixed(), *(given(folder) if (folder / "corpora").is_dir() else ())]
    chosen = cases if scale is Scale.WHOLE else cases[::9]
    return Row(len(chosen), tuple(case.name for case in chosen if wrong_in_silence(case)))


EXPERIMENTS = (Experiment("encodings, whole, mixed up and broken", read),)
