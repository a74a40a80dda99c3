"""What mail programs write over a mail that was sent on inside another, by language: the line that announces it, and
the labels of its sender, its day, its subject and whom it went to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENT_ON: Final[Mapping[str, str]] = {
    "en": "forwarded message|begin forwarded message|original message",
    "de": "weitergeleitete nachricht|anfang der weitergeleiteten nachricht|ursprüngliche nachricht",
    "fr": "message transféré|début du message transféré|début du message réexpédié|message d'origine",
    "es": "mensaje reenviado|inicio del mensaje reenviado|mensaje original",
    "it": "messaggio inoltrato|inizio messaggio inoltrato|messaggio originale",
    "pt": "mensagem encaminhada|mensagem reencaminhada|início da mensagem reencaminhada|mensagem original",
    "nl": "doorgestuurd bericht|begin doorgestuurd bericht|oorspronkelijk bericht",
    "pl": "wiadomość przekazana|przekazana wiadomość|początek przekazywanej wiadomości|wiadomość oryginalna",
    "ru": "пересланное сообщение|пересылаемое сообщение|начало переадресованного сообщения|исходное сообщение",
    "uk": "переадресоване повідомлення|переслане повідомлення|початкове повідомлення",
    "el": "προωθημένο μήνυμα|αρχικό μήνυμα",
    "tr": "iletilmiş mesaj|iletilen mesaj|iletilmiş ileti|orijinal mesaj|özgün ileti",
    "ar": "رسالة معاد توجيهها|رسالة مُعاد توجيهها|الرسالة الأصلية|رسالة أصلية",
    "he": "הודעה שהועברה|הודעה מועברת|הודעה מקורית",
    "fa": "پیام هدایت شده|پیام هدایت‌شده|پیام اصلی",
    "hi": "अग्रेषित संदेश|मूल संदेश",
    "zh": "转发的邮件|已转发邮件|转发邮件信息|原始邮件|轉寄的郵件|原始郵件",
    "ja": "転送メッセージ|転送されたメッセージ|元のメッセージ",
    "ko": "전달된 메시지|전달된 메일|원본 메시지",
    "id": "pesan terusan|pesan yang diteruskan|pesan asli",
    "vi": "thư đã chuyển tiếp|thư được chuyển tiếp|thư gốc",
    "sv": "vidarebefordrat meddelande|vidarebefordrat brev|ursprungligt meddelande",
    "da": "videresendt meddelelse|videresendt besked|oprindelig meddelelse",
    "no": "videresendt melding|opprinnelig melding",
    "fi": "edelleenlähetetty viesti|välitetty viesti|alkuperäinen viesti",
    "cs": "přeposlaná zpráva|přeposílaná zpráva|původní zpráva",
    "hu": "továbbított üzenet|eredeti üzenet",
    "ro": "mesaj redirecționat|mesaj original",
    "th": "ข้อความที่ส่งต่อ|ข้อความต้นฉบับ",
}
"""Lines over such a mail, folded, dashes around them aside. Seen in the mail programs people use most."""

LABELS: Final[Mapping[str, str]] = {
    "from": (
        "from|von|de|da|van|od|от|от кого|від|από|kimden|gönderen|من|מאת|از|से|प्रेषक|发件人|寄件者|差出人|送信者|보낸사람"
        "|보낸 사람|dari|từ|người gửi|från|fra|lähettäjä|feladó|de la|จาก"
    ),
    "date": (
        "date|sent|datum|gesendet|fecha|enviado|enviada|envoyé|data|inviato|verzonden|wysłano|дата|отправлено|надіслано"
        "|ημερομηνία|στάλθηκε|tarih|gönderildi|التاريخ|تاريخ الإرسال|תאריך|נשלח|تاریخ|दिनांक|日期|发送时间|发送日期"
        "|寄件日期|日付|日時|送信日時|날짜|보낸 날짜|tanggal|dikirim|ngày|skickat|dato|sendt|päivämäärä|lähetetty"
        "|odesláno|dátum|küldve|trimis|วันที่"
    ),
    "subject": (
        "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|тема|θέμα|konu|الموضوع|נושא|موضوع|विषय|主题|主旨|件名"
        "|제목|subjek|perihal|chủ đề|tiêu đề|ämne|emne|aihe|předmět|tárgy|subiect|เรื่อง"
    ),
    "to": (
        "to|cc|an|kopie|à|para|a|aan|do|кому|προς|kime|إلى|אל|به|को|收件人|收件者|宛先|받는사람|받는 사람|kepada|ke|tới"
        "|đến|till|til|vastaanottaja|komu|címzett|către|ถึง"
    ),
}
"""Labels of the lines of its header, folded, by the field they stand for."""
