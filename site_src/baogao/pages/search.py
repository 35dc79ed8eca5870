"""The search page: a form, and the words that its scripts show."""

from baogao.pages.page import Page

WAYS = ("reports", "indicators", "terms")
# `search.js` and what it imports, named here so that a browser asks for all at once.
SCRIPTS = (
    "search.js",
    "search_answers.js",
    "search_counts.js",
    "search_index.js",
    "search_names.js",
    "search_pages.js",
    "search_question.js",
    "search_results.js",
    "search_rows.js",
    "chinese.js",
    "csv_file.js",
    "phrases.js",
    "slash.js",
)


def page(strings: dict) -> Page:
    """Return the search page; without scripts it leads to the lists."""
    own = strings["search"]
    words = {
        **own["words"],
        "section": strings["sections"],
        "level": strings["levels"],
        "statuses": strings["statuses"],
        "measures": strings["measures"],
        "compare": strings["compare_any"]["title"],
        "doubt": strings["doubt"]["mark"],
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
            "scripts": SCRIPTS,
            "styles": ("search.css",),
        },
    )
