"""The words of the reviewer's page, and what the fields of a figure can be."""

from functools import lru_cache
from typing import Any

from baogao.content.content_folder import Content
from baogao.content.files.own_places import SITE_SRC
from baogao.content.reports.figure_fields import CHOICES, FIELDS
from baogao.content.yaml import yaml_with_lines

WORDS = SITE_SRC / "strings" / "zh.yml"
CALLED = {"bound": "bounds", "kind": "kinds", "status": "statuses"}  # where the words of each are


def interface() -> dict[str, Any]:
    """Return the words of the interface as they are now: an edit of them shows at once."""
    state = WORDS.stat()
    return _read(state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _read(changed: int, size: int) -> dict[str, Any]:
    """Return the words of a file of that date and size."""
    words: dict[str, Any] = yaml_with_lines.unlined(yaml_with_lines.load(WORDS.read_text("utf-8")))
    return words | {"phrases": {}}


def field_names(strings: dict[str, Any]) -> dict[str, str]:
    """Return how people call the fields of a figure, in their order."""
    called = strings["inspector"]["fields"] | {"value_high": strings["review"]["value_high"]}
    return {name: called[name] for name in FIELDS}


def words_of(content: Content) -> dict[str, Any]:
    """Return the words of the interface, and for each field what to choose from."""
    strings = interface()
    indicators = content.vocabulary.indicators.values()
    return {
        "strings": strings["review"],
        "fields": field_names(strings),
        "sections": strings["sections"],
        "choices": {
            name: {choice: strings[CALLED[name]][choice] for choice in choices}
            for name, choices in CHOICES.items()
        },
        "units": sorted(content.vocabulary.units),
        "indicators": [
            {
                "id": one.id,
                "zh": one.zh,
                "en": one.en,
                "unit": one.unit,
                "units": list(one.units),
                "aliases": list(one.aliases),
            }
            for one in indicators
        ],
    }
