"""Words around names on a line of a page, and words that no name has: what `names` and the judge know."""

from __future__ import annotations

AGENCIES = frozenset(
    "reuters ap afp dpa efe ansa tass тасс xinhua pti ani ians aap upi apa sda epd kna sid anp belga ritzau ntb"
    " lusa bloomberg aa dha iha pap čtk stt mti ukrinform unian interfax agerpres antara bernama kyodo yonhap jiji tasr"
    " укрінформ укринформ уніан униан интерфакс інтерфакс риа".split()
) | {"the associated press", "associated press", "press association", "europa press", "agence france-presse"}
"""News agencies that stand where a name would, folded."""
PARTICLES = frozenset(
    "de del della dello dei degli di da das do dos du des la le las los el al bin ibn bint abu ben van von der den"
    " dem ter ten te zu zum zur vom y e i af av van't 't op het st st.".split()
)
"""Small words inside names."""
PORTRAITS = (
    "headshot of ", "profile picture of ", "portrait of ", "avatar of ", "avatar for ", "photo of ", "picture of ",
    "autorenprofilbild von ", "profilbild von ", "porträt von ", "portrait von ", "photo de ", "foto de ", "foto di ",
)  # fmt: skip
"""What the alternative text of a writer's portrait says before the name."""
FIELDS = frozenset(
    "arts city consumer content crime culture economics education energy entertainment environment fashion features"
    " film finance football gaming health home industry lifestyle live markets media money motoring music"
    " parliamentary personal policy politics property religion royal science showbiz social sport sports tech"
    " technology trends travel tv video weather web world".split()
)
"""What a job is about, where it stands between a name and the job: "Thabo Roe Parliamentary editor"."""
NOT_NAMES = frozenset(
    "about accept account accueil actualité actualités advertise advertisement all alle analysis anmelden anzeige"
    " article articles artikel audience author authors avatar avenue bild bilder blog book books brand brief budget"
    " buy calendar care careers cart category chief click close college comentarios commentaires commenti comments"
    " compartir condividi contact cookie cookies cronaca cultura date datenschutz day demo deportes description"
    " details download east economia economía editorial email events exclusive explore facebook faq featured federal"
    " find follow foto fotos free full gallery get governor great guide guides headshot help here home how icon"
    " icons image images impressum info inicio instagram introduction issue key kommentare kontakt kultur label last"
    " latest learn leben legal letters link linkedin live log login logo magazine main manager market marketing mehr"
    " mein meine meinung menu minister minutes moda monde mondo more most mundo nachrichten name nation navigation"
    " neu new newest news newsletter newsletters next north noticias notizie now officer online opinion opinión our"
    " page park partager pay photo photography photos podcast podcasts points policy politica politik politique"
    " política popular posted posts premium president press previous price pricing prime print privacy product products"
    " published quick quiz read reading recipe recipes related report reports resources return review reviews road role"
    " search secretary"
    " section sections senator services settings share shop show sign site size skip sociedad société south"
    " sponsored start states stories strategies strategy street subscribe suche support table tags takeaways team"
    " teilen terms test the time thema themen this today topic topics trending trial tweet twitter"
    " type united university"
    " update updated updates use user video videos view views visit watch weather web website week welt west what"
    " whatsapp when white who why wirtschaft wissen world your youtube économie über видео минут новости общество"
    " политика спорт фото экономика करें कीजिए शेयर फॉलो पढ़ें देखें जानें सुनें क्लिक खबर समाचार".split()
)
"""Words of menus, buttons and sections, and of countries, that no name has."""
SURNAMES_TOO = frozenset("best brief day key news north page park price street west white young".split())
"""Words that no name has but behind a given name: "Jack White"."""
GENRES = (
    "kolumne", "kommentar", "analyse", "interview", "essay", "gastbeitrag", "reportage", "glosse", "bericht", "porträt",
    "review", "opinion", "analysis", "report", "story", "column", "comment", "commentary", "words",
    "chronique", "crónica",
)  # fmt: skip
"""What a piece is called before the word that leads to the name: "Kolumne von Jana Roe"."""
BIO_VERBS = frozenset("is was has writes covers ist schreibt arbeitet est es è é er är jest является".split())
"""The word after the name where a line tells who the writer is: "Jane Roe is a reporter in Brisamar"."""
ROLES = frozenset(
    "reporter correspondent editor columnist journalist contributor critic redakteur redakteurin korrespondent"
    " korrespondentin volontär volontärin journaliste correspondant correspondante rédacteur rédactrice périodiste"
    " periodista corresponsal redactor redactora giornalista corrispondente inviato inviata jornalista repórter"
    " correspondente redacteur verslaggever dziennikarz dziennikarka korespondent redaktör krönikör redaktør"
    " kommentator"
    " toimittaja kirjeenvaihtaja redaktor redaktorka zpravodaj újságíró szerkesztő tudósító jurnalist jurnalistă"
    " corespondent корреспондент обозреватель журналист журналистка кореспондент журналіст журналістка muhabir"
    " gazeteci"
    " wartawan jurnalis".split()
)
"""What a line under a name says where its bearer wrote the story."""
PHOTOGRAPHERS = frozenset(
    "photographer photographe photographie fotograf fotografin fotografie fotógrafo fotógrafa fotografo fotografa"
    " fotoreporter fotojournalist fotojournalistin photojournalist fotograaf valokuvaaja kuvaaja fotoriporter фотограф"
    " photos fotos foto photo bilder bild pictures".split()
)
"""What a line under a name says where its bearer took the pictures."""
TIME_UNITS = frozenset(
    "minute minutes min mins hour hours hr hrs day days week weeks month months year years ago minuten stunden"
    " stunde tage tagen minuto minutos hora horas día días heure heures jour jours minuti ore giorni dakika saat gün"
    " минут часов часа дней minut godzin minuter timmar timer".split()
)
"""Words of "5 minutes ago" and "3 min read"."""
EDITED = (
    "edited by", "editing by", "editor", "reviewed by", "fact checked by", "redaktur", "redigiert von", "redaktion:",
    "编辑", "編輯", "责任编辑", "責任編輯", "责编", "校对", "編集", "편집", "редактор", "edición:", "edição:",
)  # fmt: skip
"""Beginnings of a line that names who worked on the story but did not write it."""
TITLED = frozenset('“”«»„"')
"""Marks around a title: a name beside one wrote what the story cites."""
