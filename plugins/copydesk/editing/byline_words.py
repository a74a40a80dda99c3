"""Words around names on a line of a page, and words that no name has: what `byline_names` and the judge know."""

from __future__ import annotations

AGENCIES = frozenset(
    "reuters ap afp dpa efe ansa tass тасс xinhua pti ani ians aap upi apa sda epd kna sid anp belga ritzau ntb"
    " lusa bloomberg aa dha iha pap čtk".split()
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
    "about accept account advertise advertisement all analysis article articles blog book books buy careers cart"
    " category click close comments contact cookie cookies demo details download editorial email events exclusive"
    " explore facebook faq featured follow free full gallery get guide guides help here home how image images info"
    " instagram introduction key last latest learn legal letters link linkedin live log login magazine main manager"
    " market marketing menu minutes more most navigation new newest news newsletter newsletters next now online"
    " opinion our page pay photo photos podcast podcasts points policy popular posted posts premium press previous"
    " pricing privacy product products published quick quiz read related report reports resources return review"
    " reviews search section sections services settings share shop show sign site skip sponsored start stories"
    " strategies strategy subscribe support table takeaways tags team terms test the this today topics trending"
    " trial tweet twitter update updated updates use user video videos view views visit watch weather web website"
    " week what whatsapp when who why world your youtube avatar headshot icon icons logo photography description"
    " brief calendar federal nation care find label white great day chief officer president minister secretary"
    " senator governor prime street road avenue park university college alle anmelden anzeige artikel bild bilder"
    " datenschutz foto fotos impressum kommentare kontakt mehr mein meine meinung nachrichten neu suche teilen"
    " themen thema über welt wirtschaft politik kultur wissen leben actualité actualités accueil commentaires"
    " partager politique économie monde société compartir comentarios economía política mundo deportes cultura"
    " sociedad noticias opinión inicio condividi commenti cronaca notizie mondo politica economia united states"
    " north south east west минут новости фото видео политика экономика общество спорт".split()
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
TIME_UNITS = frozenset(
    "minute minutes min mins hour hours hr hrs day days week weeks month months year years ago minuten stunden"
    " stunde tage tagen minuto minutos hora horas día días heure heures jour jours minuti ore giorni dakika saat gün"
    " минут часов часа дней minut godzin minuter timmar timer".split()
)
"""Words of "5 minutes ago" and "3 min read"."""
