"""Invented news in many scripts: the words of the cards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Telling:
    """A card's words, before they are a card."""

    headline: str
    standfirst: str | None
    author: str | None
    publisher: str
    section: str
    language: str = "en"
    direction: str = "ltr"


TELLINGS = (
    Telling(
        "Night Ferry Returns to Port Ellery After Eleven Years, but the Timetable Still Has a Hole in It",
        "Islanders who missed the last boat slept in the waiting room. From 4 May they can sleep on the water instead, "
        "on every night but Sunday.",
        "Ottilie Brandvoll",
        "The Harbor Ledger",
        "Transport",
    ),
    Telling(
        "A Bridge in the Tarn Valley Is Repaired by the Men Who Broke It",
        "Two drivers and a quarry owner rebuilt the parapet stone by stone, at their own request.",
        "Iwan Prosser",
        "Tarn Valley Post",
        "Transport",
    ),
    Telling("Harbor Fees Fall for the First Time Since 2009", None, None, "The Meridian Wire", "Global Economy"),
    Telling(
        "Der Deich bei Süderwarf bekommt ein zweites Gedächtnis",
        "Sensoren aus Keramik melden Wasser, bevor es jemand sieht.",
        "Wiebke Hinrichs",
        "Küstenbote",
        "Science",
        "de",
    ),
    Telling(
        "مكتبة عائمة تصل إلى جزر السدر للمرة الأولى",
        "ثلاثة آلاف كتاب على متن سفينة صيد قديمة، وأسبوع واحد في كل جزيرة.",
        "ليلى الدريني",
        "صحيفة المرفأ",
        "ثقافة",
        "ar",
        "rtl",
    ),
    Telling(
        "北湾渡口恢复夜航，岛上中学把晚自习推迟到九点",
        "停航十一年之后，末班船改在夜里十点半离岸。",
        "沈若舟",
        "北湾日报",
        "本地",
        "zh-Hans",
    ),
    Telling(
        "הספרייה הצפה עגנה בנמל הצפוני",
        None,
        "נעה ברקאי",
        "יומן הנמל",
        "Culture",
        "he",
        "rtl",
    ),
    Telling(
        "नदी के मोड़ पर नया पुल, पर पुरानी नाव अब भी चलती है",
        "पुल बन गया है, फिर भी सुबह की पहली सवारी नाव से जाती है।",
        "आराध्या सेन",
        "घाट समाचार",
        "Transport",
        "hi",
    ),
    Telling(
        "The Choir That Rehearses in a Lock Chamber",
        "Nine minutes of echo a day, twelve when the gates are shut.",
        "Maud Ferrier",
        "Tarn Valley Post",
        "Culture",
    ),
)
