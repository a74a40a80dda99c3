"""Words in the names of newspapers, stations and bodies that publish releases, by which a bare page tells its own."""

from __future__ import annotations

ARTICLES = frozenset("the el la los las le les der die das il lo o a os as de het".split())
"""Articles with which names of newspapers begin."""

PAPERS = frozenset(
    "news leader post times herald gazette journal ledger courier tribune chronicle observer mirror echo star sentinel"
    " argus mercury examiner dispatch register guardian telegraph independent standard review weekly daily press wire"
    " bulletin monitor advocate enquirer inquirer citizen voice sun globe recorder"
    " zeitung anzeiger tageblatt nachrichten kurier bote blatt rundschau presse journaal krant dagblad nieuws"
    " nieuwsblad bode koerier avis avisa tidende tidning tidningen bladet posten sanomat lehti noticias diario"
    " periódico gaceta heraldo notizie"
    " corriere gazzetta giornale noviny listy zprávy dnes hírlap napló szemle gazeta kurier ziar știri haber gazetesi"
    " postası новости вести газета вестник правда известия новини вісник νέα εφημερίδα"
    " समाचार न्यूज़ न्यूज टाइम्स पत्रिका जागरण".split()
)
"""Last words of the names of newspapers and of sites of news."""
PAPERS_FIRST = frozenset(
    "diario diário gazeta gazzetta gazette"
    " courrier corriere journal jornal correo kurier curierul ziarul вестник"
    " газета"
    " صحيفة جريدة وكالة شبكة روزنامه خبرگزاری עיתון εφημερίδα báo harian koran kabar"
    " חדשות ידיעות faro mundo voz heraldo nación país comercio dépêche tribune écho".split()
)
"""First words of the names of newspapers, after an article."""
COMPOUNDS = (
    "zeitung", "anzeiger", "bote", "blatt", "kurier", "nachrichten", "rundschau", "bladet", "tidningen", "posten",
    "avisa", "avisen", "blad", "courant", "krant", "bode", "lehti", "sanomat", "tidende",
)  # fmt: skip
"""Ends of the names of papers that are one word."""
NO_COMPOUNDS = ("gebote", "gebot", "verbote", "snachrichten", "lnachrichten")
"""Ends of words that look like `COMPOUNDS` and stand in menus: "Angebote", "Lokalnachrichten"."""
NEWS_OF = frozenset("вести новости известия новини вісті".split())
"""First words of the names of newspapers that have two words: "Вести Заречья". A longer line is a menu."""
NO_PAPERS = frozenset(
    "the latest breaking top more all world local national international business sport sports daily weekly today live"
    " our my best le la el il der die das de".split()
)
"""Words that with `PAPERS` make only a heading of a page: "Breaking News"."""
PAPER_ENDS = (
    "新聞", "日報", "日报", "晚报", "晚報", "晨报", "时报", "時報", "早报", "新闻网", "在线", "新聞網", "通信", "放送",
    "일보", "신문", "뉴스", "방송", "타임스", "ニュース", "テレビ", "ข่าว",
)  # fmt: skip

INSTITUTIONS = frozenset(
    "government ministry department council university gobierno ministerio ayuntamiento diputación consejería"
    " universidad junta governo ministério prefeitura município universidade ministero comune regione università"
    " gouvernement ministère préfecture mairie université ministerium bundesministerium landesregierung"
    " universität stadt landkreis polizeipräsidium gemeinde ministerie gemeente provincie universiteit"
    " ministerstwo urząd uniwersytet министерство правительство администрация университет міністерство υπουργείο"
    " δήμος πανεπιστήμιο وزارة بلدية جامعة حكومة وزارت شهرداری دانشگاه משרד עיריית אוניברסיטת kementerian"
    " pemerintah universitas kommunen ministeriet ministerstvo minisztérium ministerul primăria universitatea".split()
)
"""First words of the names of bodies that publish releases."""

INSTITUTIONS_LAST = frozenset(
    "council ministry department university authority commission police museum kommun kommune universitet yliopisto"
    " kaupunki ministeriö belediyesi üniversitesi bakanlığı valiliği önkormányzata önkormányzat egyetem"
    " observatory parliament behörde amt styrelsen myndigheten".split()
)
"""Last words of the names of bodies that publish releases."""
