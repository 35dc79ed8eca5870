"""Where an address leads, as browsers understand it (WHATWG URL): the one home of ada_url."""

from ada_url import URL

WEB = ("http:", "https:")
SCHEMES = (*WEB, "mailto:")
# A page of the site, under either scheme: which one it is published under is not known.
PAGES = ("https://site.invalid/page/", "http://site.invalid/page/")


def stays_on_site(address: str) -> bool:
    """Say whether an address that stands on a page of the site leads to the site itself."""
    return all(_starts_alike(_read(address, page), URL(page)) for page in PAGES)


def may_be_linked(address: str) -> bool:
    """Say whether a link may lead to an address: on the site, to the web, or to a mailbox.

    One that leads off the site says so with its scheme, and means the same on every page.
    """
    absolute = _read(address)
    if absolute is None:
        return stays_on_site(address)
    places = {read.href for page in PAGES if (read := _read(address, page))}
    return absolute.protocol in SCHEMES and places == {absolute.href}


def is_web_address(address: str) -> bool:
    """Say whether an address is of the web, and browsers show it as it is written."""
    read = _read(address)
    if read is None or read.protocol not in WEB:
        return False
    return read.href.lower() in (address.lower(), f"{address.lower()}/")


def _read(address: str, page: str | None = None) -> URL | None:
    """Return an address as it is understood, on a page or by itself; None where it is none."""
    try:
        return URL(address, page)
    except ValueError:
        return None


def _starts_alike(read: URL | None, page: URL) -> bool:
    return read is not None and (read.protocol, read.host) == (page.protocol, page.host)
