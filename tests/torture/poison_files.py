"""Files that are no stories, or broken ones, as they come to lie in a folder: name → bytes. All are made here."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import pickle
import random
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

STORY = (
    "The harbor of Port Alder reopened on Sunday after the storm.\n\nBy Ada Moss\n\nEleven boats went out before noon, "
    "and the first came home at three with cod and mackerel.\n\nThe mole will be mended in May, the harbor master said.\n"
)
CAFE = (
    "Le café du port a rouvert dimanche, après la tempête. Onze bateaux sont sortis avant midi, dit la gérante.\n" * 3
)
RUSSIAN = "Порт открылся в воскресенье после бури, сообщил начальник порта. Одиннадцать лодок вышли до полудня.\n"


def _zip(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def _tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        entry = tarfile.TarInfo("story.txt")
        entry.size = len(STORY)
        archive.addfile(entry, io.BytesIO(STORY.encode()))
    return file.getvalue()


def _noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


NOTHING: Mapping[str, bytes] = {
    "empty.txt": b"",
    "newline.txt": b"\n",
    "newlines.txt": b"\r\n" * 500,
    "spaces.txt": b" \t " * 900,
    "nul.txt": b"\0" * 4096,
    "nul-one.html": b"\0",
    "mark-8.txt": b"\xef\xbb\xbf",
    "mark-16-le.txt": b"\xff\xfe",
    "mark-16-be.txt": b"\xfe\xff",
    "mark-32.txt": b"\xff\xfe\0\0",
    "marks.txt": b"\xef\xbb\xbf" * 20,
    "form-feeds.txt": b"\f" * 20,
    "no-break.txt": "\u00a0\n".encode() * 50,
    "zero-width.txt": "\u200b\u200c\u200d\u2060\n".encode() * 20,
    "direction.txt": "\u202e\u202d\u2066\u2069".encode() * 20,
    "controls.txt": bytes(range(1, 9)) * 50,
    "replacement.txt": "\ufffd".encode() * 200,
    "private.txt": "\ue000\ue001".encode() * 200,
    "combining.txt": "\u0301\u0327".encode() * 200,
    "dots.txt": b". . . .\n" * 40,
    "rules.txt": b"--------\n========\n" * 40,
    "stars.txt": b"*" * 4000,
    "digits.txt": b"0123456789\n" * 50,
    "emoji.txt": "\U0001f600 \U0001f6a2\n".encode() * 40,
}

BINARY: Mapping[str, bytes] = {
    "picture.png.txt": b"\x89PNG\r\n\x1a\n" + _noise(900),
    "picture.jpg.html": b"\xff\xd8\xff\xe0\0\x10JFIF" + _noise(900),
    "picture.gif.txt": b"GIF89a" + _noise(900),
    "picture.webp.txt": b"RIFF\0\0\0\0WEBPVP8 " + _noise(900),
    "picture.bmp.txt": b"BM" + _noise(900),
    "picture.tif.txt": b"II*\0" + _noise(900),
    "picture.ico.txt": b"\0\0\1\0\1\0" + _noise(900),
    "picture.psd.txt": b"8BPS\0\1" + _noise(900),
    "picture.avif.txt": b"\0\0\0\x1cftypavif" + _noise(900),
    "paper.pdf.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + _noise(900),
    "paper.pdf.html": b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <<>>\n%%EOF\n",
    "paper.ps.txt": b"%!PS-Adobe-3.0\n/Helvetica findfont 12 scalefont setfont\n(Harbor) show\nshowpage\n",
    "archive.zip.txt": _zip("story.txt", STORY.encode()),
    "office.docx.html": _zip("word/document.xml", b"<w:document/>"),
    "archive.tar.txt": _tar(),
    "archive.gz.txt": gzip.compress(STORY.encode(), mtime=0),
    "page.html.gz.html": gzip.compress(b"<html><p>" + STORY.encode(), mtime=0),
    "archive.bz2.txt": bz2.compress(STORY.encode()),
    "archive.xz.txt": lzma.compress(STORY.encode()),
    "archive.7z.txt": b"7z\xbc\xaf'\x1c" + _noise(900),
    "archive.rar.txt": b"Rar!\x1a\x07\1\0" + _noise(900),
    "archive.zst.txt": b"\x28\xb5\x2f\xfd" + _noise(900),
    "archive.z.txt": zlib.compress(STORY.encode()),
    "old.doc.txt": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _noise(900),
    "text.rtf.txt": b"{\\rtf1\\ansi Harbor reopens\\par}",
    "page.webarchive.html": b"bplist00\xd1\1\2_\x10\x0fWebMainResource" + _noise(400),
    "base.sqlite.txt": b"SQLite format 3\0" + _noise(900),
    "program.txt": b"\x7fELF\2\1\1\0" + _noise(900),
    "program.exe.txt": b"MZ\x90\0" + _noise(900),
    "program.wasm.txt": b"\0asm\1\0\0\0" + _noise(900),
    "program.class.txt": b"\xca\xfe\xba\xbe\0\0\0\x34" + _noise(900),
    "letters.woff2.txt": b"wOF2\0\1\0\0" + _noise(900),
    "film.mp4.txt": b"\0\0\0\x1cftypisom" + _noise(900),
    "sound.mp3.txt": b"ID3\3\0" + _noise(900),
    "sound.ogg.txt": b"OggS\0\2" + _noise(900),
    "sound.flac.txt": b"fLaC\0\0\0\x22" + _noise(900),
    "pickled.txt": pickle.dumps({"story": STORY}),
    "key.der.txt": b"\x30\x82\x04\xa4\2\1\0" + _noise(900),
    "noise.txt": _noise(5000),
    "noise.html": b"<html>" + _noise(5000),
    "noise-even.txt": bytes(byte | 0x80 for byte in _noise(5000)),
    "every-byte.txt": bytes(range(256)) * 8,
}

ENCODED: Mapping[str, bytes] = {
    "cut-in-a-letter.txt": CAFE.encode()[: CAFE.encode().rindex(b"\xc3") + 1],
    "cut-16.txt": CAFE.encode("utf-16")[:-1],
    "half-pair-16.txt": b"\xff\xfe" + "Harbor ".encode("utf-16-le") + b"\x3d\xd8" + "a".encode("utf-16-le"),
    "mark-8-text-16.txt": b"\xef\xbb\xbf" + CAFE.encode("utf-16-le"),
    "mark-16-text-8.txt": b"\xff\xfe" + CAFE.encode() + b"x",
    "mark-16-wrong-order.txt": b"\xfe\xff" + CAFE.encode("utf-16-le"),
    "half-8-half-16.txt": CAFE.encode() + CAFE.encode("utf-16-le"),
    "half-8-half-1252.txt": CAFE.encode() + CAFE.encode("cp1252"),
    "half-1251-half-8.txt": (RUSSIAN * 2).encode("cp1251") + RUSSIAN.encode(),
    "half-1251-half-866.txt": (RUSSIAN * 2).encode("cp1251") + (RUSSIAN * 2).encode("cp866"),
    "overlong.txt": b"Harbor \xc0\xaf\xc0\xae reopens\n",
    "surrogates.txt": b"Harbor \xed\xa0\x80\xed\xb0\x80 reopens\n",
    "five-bytes.txt": b"Harbor \xf8\x88\x80\x80\x80 reopens\n",
    "beyond.txt": b"Harbor \xf4\x90\x80\x80 reopens\n",
    "loose.txt": b"Harbor \x80\xbf\x80 reopens\n",
    "few-letters.txt": "Caf\u00e9\n".encode("cp1252"),
    "short-1251.txt": "Порт открыт\n".encode("cp1251"),
    "utf-7.txt": b"Le caf+AOk- du port a rouvert, apr+AOg-s la temp+AOo-te, dit la g+AOk-rante.\n" * 4,
    "ebcdic.txt": STORY.encode("cp037"),
    "utf-32-cut.txt": CAFE.encode("utf-32")[:-2],
    "declared-wrong.html": b"<html><meta charset=utf-16><title>a</title><p>" + CAFE.encode("cp1252")[:40],
    "base64.txt": base64.encodebytes(STORY.encode() * 5),
    "uuencoded.txt": b"begin 644 story.txt\nM5&AE(&AA<F)O<B!O9B!0;W)T($%L9&5R(')E;W!E;F5D\n`\nend\n",
    "twice-gzip.txt": gzip.compress(gzip.compress(STORY.encode(), mtime=0), mtime=0),
}


def _page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


MARKUP: Mapping[str, bytes] = {
    "only-tags.html": b"<div><p></p><span></span></div>" * 200,
    "only-open.html": b"<html><body><div><p><b><i>",
    "only-scripts.html": _page("<script>var a = 'The harbor of Port Alder reopened';</script>" * 30),
    "only-style.html": _page("<style>p { color: red }</style>" * 30),
    "only-comments.html": _page("<!-- The harbor of Port Alder reopened on Sunday. -->" * 30),
    "only-head.html": b"<html><head><title>Harbor reopens</title></head>",
    "only-doctype.html": b"<!doctype html>",
    "only-pictures.html": _page("<img src=a.png>" * 60),
    "only-links.html": _page("".join(f'<a href="/{n}">Link {n}</a> ' for n in range(80))),
    "only-form.html": _page("<form><input name=user><input type=password><button>Log in</button></form>"),
    "only-hidden.html": _page("<div hidden><p>The harbor of Port Alder reopened on Sunday.</p></div>" * 9),
    "only-template.html": _page("<template><p>The harbor of Port Alder reopened.</p></template>" * 9),
    "frames.html": b"<html><frameset cols='50%,50%'><frame src=a><frame src=b></frameset></html>",
    "iframe.html": _page("<iframe src='https://a.example/'></iframe>"),
    "shell.html": _page("<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"),
    "cookies.html": _page("<div class=consent><p>We value your privacy.</p><button>Accept all</button></div>"),
    "log-in.html": _page("<h1>Log in</h1><p>Forgot your password?</p>", "<title>Log in</title>"),
    "not-found.html": _page("<h1>404</h1><p>Page not found.</p>", "<title>404 Not Found</title>"),
    "forbidden.html": _page("<h1>403 Forbidden</h1><hr>nginx"),
    "robot.html": _page(
        "<h1>Are you a robot?</h1><p>Complete the security check.</p>", "<title>Just a moment...</title>"
    ),
    "moved.html": _page("", "<meta http-equiv=refresh content='0; url=https://a.example/'>"),
    "listing.html": _page(
        "<h1>Index of /</h1><pre><a href='a'>a</a>  2025-08-10  12K\n</pre>", "<title>Index of /</title>"
    ),
    "paywall.html": _page("<h1>Harbor reopens</h1><p>Subscribe to continue reading.</p>"),
    "numbers.html": _page("<table>" + "<tr><td>1<td>2<td>3" * 60 + "</table>"),
    "drawing.svg.html": b"<svg xmlns='http://www.w3.org/2000/svg'><text>Harbor</text></svg>",
    "formula.html": b"<math><mi>x</mi><mo>=</mo><mn>1</mn></math>",
    "unknown.xml": b"<?xml version='1.0'?><a><b>c</b></a>",
    "list.plist.txt": b"<?xml version='1.0'?><plist version='1.0'><dict><key>a</key><string>b</string></dict></plist>",
    "sitemap.xml": b"<?xml version='1.0'?><urlset><url><loc>https://a.example/</loc></url></urlset>",
    "outline.opml": b"<?xml version='1.0'?><opml version='2.0'><body><outline xmlUrl='https://a.example/f'/></body></opml>",
    "wire.xml": b"<?xml version='1.0'?><nitf><body><hedline><hl1>Harbor reopens</hl1></hedline></body></nitf>",
    "style.xsl": b"<?xml version='1.0'?><xsl:stylesheet version='1.0'><xsl:template match='/'/></xsl:stylesheet>",
    "nested.html": b"<html>" + b"<div>" * 100_000 + b"x",
    "nested-quotation.html": b"<html>" + b"<blockquote>" * 50_000 + b"x",
    "nested-list.html": b"<html>" + b"<ul><li>" * 50_000 + b"x",
    "unfinished-tag.html": b"<html><body><p " + b"a " * 100_000,
    "unfinished-comment.html": b"<html><body><!--" + b" a" * 100_000,
    "unfinished-text.html": b"<html><textarea>" + STORY.encode(),
    "plain.html": b"<plaintext>",
    "mixed.html": b"\0<html>\0<body>\0" * 50,
}

LARGE: Mapping[str, bytes] = {
    "long-line.txt": b"Harbor reopens\n\n" + b"word " * 300_000,
    "long-line.html": _page("<p>" + "word " * 300_000),
    "many-lines.txt": b"Harbor\n" * 60_000,
    "many-paragraphs.html": _page("<p>Harbor</p>" * 60_000),
    "too-large.txt": b"Harbor reopens today.\n" * 950_000,
    "too-large-binary.txt": b"\0\1" * 10_500_000,
}


def _rss(items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>".encode()


FEEDS: Mapping[str, bytes] = {
    "feed-empty.xml": _rss(""),
    "feed-cut.xml": b"<rss version='2.0'><channel><title>Courier</title><item><title>Harb",
    "feed-bare.xml": b"<rss/>",
    "feed-atom-empty.xml": b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>",
    "feed-in-feed.xml": _rss(
        "<item><title>a</title><description>" + "&lt;rss&gt;&lt;channel&gt;" * 40 + "</description></item>"
    ),
    "feed-item-in-item.xml": _rss("<item>" * 400 + "<title>a</title>" + "</item>" * 400),
    "feed-empty-item.xml": _rss("<item></item>"),
    "feed-too-many.xml": _rss(
        "".join(f"<item><guid>https://a.example/{n}</guid><title>a</title></item>" for n in range(5001))
    ),
    "feed-outside.xml": b"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    + _rss("<item><title>&x;</title></item>"),
    "feed-bomb.xml": b"<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>".encode() for n in range(9))
    + b"]>"
    + _rss("<item><title>&j;</title></item>"),
    "feed-include.xml": b"<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><xi:include href='/etc/passwd' parse='text'/></item></channel></rss>",
    "feed-rdf.xml": b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></rdf:RDF>",
    "feed-number.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": 7}',
    "feed-null.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": null}',
    "feed-object.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": {"id": 1}}',
    "feed-words.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": ["a", 1, null, []]}',
    "feed-none.json": b'{"version": "https://jsonfeed.org/version/1.1"}',
    "feed-cut.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Harb',
    "feed-deep.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + b"[" * 100_000,
    "feed-wrong-item.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": [1], "title": {}, "tags": 3}]}',
}

DATA: Mapping[str, bytes] = {
    "object.json": b"{}",
    "array.json": b"[]",
    "string.json": b'"harbor"',
    "number.json": b"17",
    "deep.json": b"[" * 100_000 + b"]" * 100_000,
    "rows.jsonl": b'{"id": 1, "text": "a"}\n' * 40,
    "linked.json": json.dumps({"@type": "NewsArticle", "headline": "Harbor reopens"}).encode(),
    "script.js": b"(function () {\n  var a = 1;\n  return a;\n})();\n" * 20,
    "style.css": b".a { color: red; }\n.b { margin: 0; }\n" * 20,
    "table.csv": b"name,boats\nAlder,11\nBrisamar,7\n" * 20,
    "table.tsv": b"name\tboats\nAlder\t11\n" * 20,
    "values.yaml": b"a: 1\nb:\n  - c\n  - d\n" * 20,
    "values.ini": b"[a]\nb = 1\n" * 20,
    "program.py": b"import os\n\n\ndef main():\n    print(os.getcwd())\n" * 10,
    "query.sql": b"SELECT a FROM b WHERE c = 1;\n" * 20,
    "server.log": b'127.0.0.1 - - [10/Aug/2025:10:00:00 +0000] "GET / HTTP/1.1" 200 17\n' * 40,
    "change.diff": b"--- a/b\n+++ a/b\n@@ -1 +1 @@\n-a\n+b\n" * 20,
    "letter.eml": b"From: a@a.example\nTo: b@b.example\nSubject: Harbor\nDate: Sun, 10 Aug 2025 10:00:00 +0000\nMessage-ID: <1@a>\n\nHello.\n",
    "box.mbox": b"From a@a.example Sun Aug 10 10:00:00 2025\nFrom: a@a.example\nTo: b@b.example\nSubject: Harbor\nDate: Sun, 10 Aug 2025 10:00:00 +0000\n\nHello.\n",
    "page.mhtml": b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nSubject: Harbor\nMIME-Version: 1.0\n\n--x\n",
    "web.warc": b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>",
    "card.vcf": b"BEGIN:VCARD\nVERSION:3.0\nFN:Ada Moss\nEND:VCARD\n",
    "day.ics": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Harbor\nEND:VEVENT\nEND:VCALENDAR\n",
    "words.srt": b"1\n00:00:01,000 --> 00:00:02,000\nHarbor\n\n" * 10,
    "link.url": b"[InternetShortcut]\nURL=https://a.example/\n",
    "pointer.txt": b"version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 17\n",
    "one-word.txt": b"Harbor\n",
    "one-address.txt": b"https://a.example/harbor\n",
    "one-line.txt": b"Harbor reopens on Sunday\n",
    "front-matter.txt": b"---\ntitle: X\nsave_as: ../output-evil/x.html\n---\n",
    "tag-python.txt": b"!!python/object/apply:os.system ['id']\n",
    "template.txt": b"{{ 7 * 7 }} {% include '/etc/passwd' %} ${7*7} <%= 7 %>\n",
    "attach.txt": b"![x]({attach}../../.git/config) {static}/etc/passwd |filename|x\n",
    "shell.txt": b"$(id) `id` ; rm -rf / | cat\n",
    "numbers.txt": b"1.7e308 NaN Infinity -0 0x10 1_000\n",
}

NAMED: Mapping[str, bytes] = {
    name: STORY.encode()
    for name in (
        "a\nb.txt",
        "a\rb.txt",
        "a\tb.txt",
        "a\x1bb.txt",
        "a\x7fb.txt",
        "\u202egpj.txt",
        "a\u200bb.txt",
        "a\u2028b.txt",
        "a\ufeffb.txt",
        "a\u00adb.txt",
        "a\ue000b.txt",
        "caf\udce9.txt",
        "\udcff\udcfe.html",
        "a\u200db.txt",
        "\u0645\u200c\u200c\u0646.txt",
        " ",
    )
}
"""A right story under a name that cannot be shown."""

_SENT = b"From: a@a.example\nTo: b@b.example\nSubject: Harbor reopens\nMIME-Version: 1.0\n"
_PARTED = b"Content-Type: multipart/mixed; boundary=x\n\n"

MAILS: Mapping[str, bytes] = {
    "no-text.eml": _SENT + b"\n\n",
    "only-attached.eml": _SENT + _PARTED + b"--x\nContent-Disposition: attachment\n\n" + STORY.encode() + b"--x--\n",
    "only-pictures.eml": _SENT
    + _PARTED
    + b"--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n--x--\n",
    "no-parts.eml": _SENT + _PARTED,
    "nested.eml": _SENT + _PARTED + b"--x\nContent-Type: message/rfc822\n\n" * 900 + STORY.encode(),
    "box.mbox.txt": b"From a@a.example Sun Aug 10\n" + (_SENT + b"\n" + STORY.encode() + b"\n\nFrom b@b.example\n") * 3,
    "no-encoding.eml": _SENT + b"Content-Type: text/plain; charset=zlib_codec\n\n\x78\x9c\x03\x00\x00\x00",
    "bad-base64.eml": _SENT + b"Content-Transfer-Encoding: base64\n\n=A=B=C!\n",
    "encrypted.eml": _SENT + b"Content-Type: application/pkcs7-mime; name=smime.p7m\n\nMIIB\n",
    "no-page.mhtml": b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\n"
    + _PARTED
    + b"--x\nContent-Type: text/css\n\np{}\n--x--\n",
}

HELD: Mapping[str, bytes] = {**NOTHING, **BINARY, **ENCODED, **MARKUP, **LARGE, **FEEDS, **DATA, **NAMED, **MAILS}
"""Every file that must be held."""

SCENES = (
    "a b.txt",
    " a.txt",
    "a .txt",
    "-rf.txt",
    "--help.txt",
    "CON.txt",
    "a*b.txt",
    "a?b.txt",
    'a"b.txt',
    "a<b.txt",
    "a|b.txt",
    "a\\b.txt",
    ";id.txt",
    "%2e%2e%2fx.txt",
    "%s%n.txt",
    "{slug}.txt",
    "caf\u00e9.txt",
    "cafe\u0301.txt",
    "NEWS.txt",
    "news.txt",
    "#a.txt",
    "a.txt.gz",
    "index.html.txt",
    "no ending",
    "\u6d77\u6e2f.txt",
    "\u062e\u0627\u0646\u0647\u200c\u0647\u0627.txt",
    "\u0915\u094d\u200d\u0937.txt",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467.txt",
    "-",
    "=1+1.txt",
    "\ufb01sh.txt",
    "fish.txt",
    "\u0130.txt",
    "\u6d77" * 83 + ".txt",
    "a:b.txt",
    "aux",
    "a. ",
    "x" * 251 + ".txt",
    "deep/er/and/deeper/a.txt",
    "a.TXT",
    "'a'.txt",
    "$HOME.txt",
    "a&b.txt",
)
"""Names that hurt programs, of files that are right stories and must be published."""
