"""The charset of a feed that is fetched.

A seed has no header, so a charset that only the header of an answer names would be lost with it: such a feed is put
into UTF-8. So is one in UTF-16, which nothing but XML programs can look into.
"""

from __future__ import annotations

import codecs
import re
from email.message import Message
from typing import Final

import webencodings

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED: Final = re.compile(r"""(<\?xml[^>]{0,200}?\bencoding\s*=\s*["'])([\w.:-]+)""")


def in_utf8(body: bytes, content_type: str | None) -> bytes:
    """The body of an answer as it is, where its bytes or its declaration say which charset it is in. Else in UTF-8,
    read by the charset of its header and with a declaration that says so (RFC 7303, 3.2; RFC 9110, 8.3)."""
    if body.startswith(_WIDE):
        return _rewritten(decoded(body, "utf-16"), body)
    if decoded(body, "utf-8") is not None:
        return body
    declared = _DECLARED.search(body[:1024].decode("latin-1"))
    if declared and decoded(body, declared[2]) is not None:
        return body
    return _rewritten(decoded(body, charset_of(content_type)), body)


def _rewritten(text: str | None, body: bytes) -> bytes:
    """The text in UTF-8, and the body as it is where there is none."""
    return body if text is None else _DECLARED.sub(r"\1utf-8", text.lstrip("\ufeff"), count=1).encode()


def charset_of(content_type: str | None) -> str:
    """The charset that a header names, "" where it names none."""
    header = Message()
    header["Content-Type"] = content_type or ""
    return str(header.get_param("charset") or "")


def decoded(body: bytes, label: str) -> str | None:
    """The text under a label of the web (WHATWG Encoding Standard), ``None`` where there is no such or it is not so."""
    encoding = webencodings.lookup(label)
    try:
        return str(encoding.codec_info.decode(body, "strict")[0]) if encoding else None
    except UnicodeDecodeError:
        return None
