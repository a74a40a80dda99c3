"""Every key of front matter: whose it is, how it is written and read, what it means. `docs/front-matter.md` is held to
this table by a test.

Ours are written by Copydesk; a change of one counts as a hand edit and guards the story. The curator's are never
written by us, are carried over as they stand, and leave the story open to better cleaning. ``tags`` are shared: ours
until the curator changes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from copydesk.writing.front_matter.forms import (
    CLEANING,
    FLAG,
    IDENTITY,
    MOMENT,
    NOTICES,
    ORIGINS,
    POLICY,
    STATUS,
    TEXT,
    TEXTS,
    VIA,
    WITHDRAWN,
    WORD,
    Form,
)
from copydesk.writing.front_matter.yaml_values import Value

Owner = Literal["ours", "the curator's", "shared"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of front matter."""

    name: str
    owner: Owner
    form: Form
    meaning: str

    def read(self, value: Value) -> Any:
        """The typed value. Raises StoryFileError naming file, line and key."""
        return self.form.read(value)

    def write(self, value: Any) -> str | None:
        """The key with its value as lines of YAML, ``None`` for what is not known."""
        written = self.form.write(value)
        return None if written is None else f"{self.name}:{written}"


KEYS: tuple[Key, ...] = (
    Key("title", "ours", TEXT, "The headline."),
    Key("standfirst", "ours", TEXT, "The summary line under the headline."),
    Key("authors", "ours", TEXTS, "The people credited, one a line."),
    Key("agency", "ours", TEXT, "The news agency credited."),
    Key("publisher", "ours", TEXT, "Who published the seed's page."),
    Key("publisher_key", "ours", WORD, "That publisher's table in `sources.toml`."),
    Key("original_publisher", "ours", TEXT, "Who that page says it took the story from."),
    Key("date", "ours", MOMENT, "When it was published; a day alone where no time is known."),
    Key("updated", "ours", MOMENT, "When the page says it was last changed."),
    Key("section", "ours", TEXT, "The section it ran in."),
    Key("tags", "shared", TEXTS, "The page's keywords: ours until the curator changes them."),
    Key("lang", "ours", WORD, "The language, a BCP 47 tag."),
    Key("source_url", "ours", TEXT, "The address of the original; missing where the seed does not give it."),
    Key("licence", "ours", TEXT, "The licence the page states."),
    Key("image", "ours", TEXT, "The address of the lead image, used only where policy allows images."),
    Key("image_caption", "ours", TEXT, "What the lead image shows, as its caption says."),
    Key("image_credit", "ours", TEXT, "Whose picture it is, as its caption says."),
    Key("guid", "ours", IDENTITY, "The permanent identity in feeds. Made once; never change it."),
    Key("seed", "ours", TEXT, "The raw file's name in `seeds/`."),
    Key("item", "ours", TEXT, "Which document of that file, where it holds several."),
    Key("sha256", "ours", TEXT, "The digest of the raw file."),
    Key("origins", "ours", ORIGINS, "Where each fact comes from and how far to trust it."),
    Key("cleaning", "ours", CLEANING, "Blocks kept, and blocks cut by reason."),
    Key("review", "ours", TEXTS, "What a human should look at."),
    Key("pin", "the curator's", FLAG, "Keep the story first on the front page."),
    Key("note", "the curator's", TEXT, "A note above the story, in Markdown."),
    Key("withdrawn", "the curator's", WITHDRAWN, "Take the story down, leaving a note."),
    Key("corrections", "the curator's", NOTICES, "Published corrections, each dated."),
    Key("status", "the curator's", STATUS, "published, draft (under drafts/) or hidden (in no list)."),
    Key("policy", "the curator's", POLICY, "How much is shown: full, excerpt or link."),
    Key("via", "the curator's", VIA, "Who pointed to the story."),
    Key("retrieved", "the curator's", MOMENT, "When the raw file was saved."),
    Key("archived", "the curator's", TEXT, "The address of an archived copy."),
    Key("image_alt", "the curator's", TEXT, "What the lead image shows, in words."),
    Key("same_as", "the curator's", TEXTS, "GUIDs of other copies of this story."),
    Key("not_same_as", "the curator's", TEXTS, "GUIDs of stories that only look like copies of it."),
)
"""All keys, in the order they are written."""

BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}
