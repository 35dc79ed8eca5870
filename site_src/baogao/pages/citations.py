"""How a page is cited: with its whole address, or with the one that it is read at."""

from collections.abc import Callable

from baogao.content.site_settings import Site

HERE = "{here}"  # stands where `static/copy.js` puts the address that a page is read at


def citations(site: Site, page: str, by_style: Callable[[str], dict[str, str]]) -> dict:
    """Return the citations of a page; `by_style` makes them of its address.

    Where the site's address is not known none is named, and a browser is told where it goes.
    """
    address = site.address(page)
    return {
        "citations": by_style(address),
        "cite_address": address,
        "cite_here": {} if address else by_style(HERE),
    }
