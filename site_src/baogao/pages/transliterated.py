"""Which names of areas are spelled as they are read: said once on a page that has them."""

from collections.abc import Iterable

from baogao.records import Area

NAMED = 6  # names that are told one by one


def note(areas: Iterable[Area], strings: dict) -> str:
    """Return what says that some of the areas' names are transliterated; nothing if none are."""
    words, names = strings["transliterated"], _names(areas)
    if not names:
        return ""
    if len(names) > NAMED:
        return words["many"].format(count=len(names))
    return words["few"].format(names=strings["punctuation"]["and"].join(names))


def _names(areas: Iterable[Area]) -> list[str]:
    return list(dict.fromkeys(area.short for area in areas if area.is_transliterated))
