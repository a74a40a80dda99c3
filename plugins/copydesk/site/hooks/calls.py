"""What Pelican's generators ask the writer for, and the variables a page of theirs is rendered with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican.paginator import Paginator
from pelican.plugins import signals
from pelican.utils import get_relative_path, path_to_url

from copydesk.frozen import value


@value(frozen=True, slots=True)
class PageCall:
    """What a generator asks for: one page. ``kwargs`` are the template's own variables, the page's slice of a paginated
    list among them; ``path`` is where it goes."""

    path: str
    template: Template
    template_name: str | None
    context: dict[str, Any]
    relative_urls: bool
    url: str
    kwargs: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The template's name as Pelican's generators know it: "article", "index"."""
        return (self.template.name or "").removeprefix("!theme/").rsplit(".", 1)[0]


@value(frozen=True, slots=True)
class LocalContext:
    """The variables of one page of a theme that takes Pelican's context."""

    call: PageCall

    def variables(self) -> dict[str, Any]:
        """The context, with the addresses relative to this page where the site wants that. Contents look up the
        address they link from in the shared context, so it is set there too."""
        call = self.call
        local = call.context.copy()
        if call.relative_urls:
            local["SITEURL"] = local["localsiteurl"] = path_to_url(get_relative_path(call.path))
        local["output_file"] = call.path
        local.update(call.kwargs)
        if local.get("localsiteurl"):
            call.context["localsiteurl"] = local["localsiteurl"]
        return local

    def settle_links(self) -> None:
        """Have the page's own content resolve its links now: Pelican moves an attached file to where the page is, and
        must do so before the places of static files are asked for."""
        for name in ("article", "page"):
            content = self.call.kwargs.get(name)
            if content is not None:
                self.variables()
                content.get_content(content.get_siteurl())


def page_variables(paginators: Mapping[str, Paginator], number: int) -> dict[str, Any]:
    """The variables of a paginated template: the paginator, this page, the one before and the one after."""
    found: dict[str, Any] = {}
    for key, paginator in paginators.items():
        found[f"{key}_paginator"] = paginator
        found[f"{key}_page"] = paginator.page(number)
        found[f"{key}_previous_page"] = paginator.page(number - 1) if number > 1 else None
        found[f"{key}_next_page"] = paginator.page(number + 1) if number < paginator.num_pages else None
    return found


def announcement(local: LocalContext) -> Any:
    """Tells plugins of a written page, with the variables it was rendered with; ``None`` where none of them listens."""

    def announce(path: Path) -> None:
        signals.content_written.send(str(path), context=local.variables())

    return announce if signals.content_written.receivers else None
