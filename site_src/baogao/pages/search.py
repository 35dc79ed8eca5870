"""The search page: a form, and the words that its scripts show."""

from baogao.pages.page import Page

WAYS = ("reports", "indicators", "terms")


def page(strings: dict) -> Page:
    """Return the search page; without scripts it leads to the lists."""
    own = strings["search"]
    words = {
        **own["words"],
        "section": strings["sections"],
        "level": strings["levels"],
        "statuses": strings["statuses"],
        "measures": strings["measures"],
        "kinds": {kind: strings["site"][kind] for kind in ("indicators", "areas", "terms")},
    }
    return Page(
        "search/",
        "search.html",
        {
            "title": own["title"],
            "crumbs": [(own["title"], None)],
            "description": own["description"],
            "words": words,
            "ways": [(strings["site"][name], f"{name}/") for name in WAYS],
            "scripts": ("search.js", "slash.js"),
            "styles": ("search.css",),
        },
    )
