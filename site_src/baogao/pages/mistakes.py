"""Where readers tell of a mistake: the tracker, a mailbox, a page; else a text to copy."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from baogao.content.site_settings import Site
from baogao.pages.citations import HERE

TRACKER, MAIL, PAGE, COPY = "tracker", "mail", "page", "copy"


class Way(NamedTuple):
    """How a mistake is told: `to` is the address it goes to, empty where a text is copied."""

    kind: str
    to: str

    def link(self, title: str, text: str) -> str:
        """Return the address of a message with this title and text."""
        if self.kind == TRACKER:
            return f"{self.to}?{urlencode({'title': title, 'body': text})}"
        if self.kind == MAIL:
            return f"mailto:{self.to}?subject={quote(title)}&body={quote(text)}"
        return self.to


def way(site: Site) -> Way:
    """Return how mistakes are told on a site."""
    if site.repository_url:
        return Way(TRACKER, f"{site.repository_url.rstrip('/')}/issues/new")
    if site.contact:
        return Way(MAIL if "@" in site.contact else PAGE, site.contact)
    return Way(COPY, "")


def told(site: Site, page: str, title: str, strings: dict) -> dict:
    """Return what a page says of it: where, and the message, of the page's whole address."""
    words, address = strings["mistake"], site.address(page)
    subject = words["subject"].format(title=title)
    text = words["text"].format(title=title, address=address or HERE)
    plain = words["text"].format(title=title, address=address)
    made = way(site)
    return {
        "kind": made.kind,
        "to": made.to,
        "link": made.link(subject, plain),
        "text": plain,
        "here": "" if address else text,
    }
