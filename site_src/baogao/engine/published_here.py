"""Whether all that was published is still here, remembered area by area.

What a release published of an area can be lost by an edit of its reports alone, or of the list of
aliases: only what has changed is looked at again.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from baogao.content import content_folder
from baogao.content.content_folder import Content
from baogao.content.reports import published_addresses
from baogao.content.reports.published_addresses import Alias
from baogao.content.value_digest import digest
from baogao.engine import file_cache
from baogao.engine.joined_areas import FOLDER
from baogao.engine.kept_readings import KeptReadings
from baogao.records import Problem

ALL_HERE = b"all here"


def lost_addresses(
    content: Content, readings: KeptReadings, keys: Mapping[str, str], cache: Path
) -> tuple[Problem, ...]:
    """Return what any release published that is gone, and aliases that lead nowhere.

    `keys` are the keys of the areas.
    """
    if not content.releases and not content.aliases:
        return ()
    digests = readings.taken.digests
    shared = digests["releases"], digests["aliases"], ALL_HERE
    seen = {area: cache / FOLDER / digest((*shared, key)) for area, key in keys.items()}
    looked_at = {area for area, path in seen.items() if file_cache.get(path) is None}
    looked_at |= {
        _area(row["report"]) for one in content.releases for row in one.rows
    } - keys.keys()
    if not looked_at:
        return ()
    looked_at |= {area for alias in content.aliases for area in _areas_of(alias)}
    if any(_lost_in(looked_at, content, readings)):  # told with their lines, all at once
        return tuple(_lost_in(keys.keys(), content, readings))
    for area in looked_at & seen.keys():
        file_cache.put(seen[area], ALL_HERE)
    return ()


def _lost_in(areas: Collection[str], content: Content, readings: KeptReadings) -> Iterator[Problem]:
    """Yield what is lost of some areas; of all areas, with the lines that it stands in."""
    ids = [id for area in sorted(areas) for id in readings.areas.get(area, ())]
    releases = content.releases
    if not readings.areas.keys() <= set(areas):
        releases = tuple(
            replace(one, rows=tuple(row for row in one.rows if _area(row["report"]) in areas))
            for one in releases
        )
    here = [readings.result(id).reading for id in ids]
    path = content_folder.ALIASES_PATH
    yield from published_addresses.lost_addresses(releases, content.aliases, here, path)


def _areas_of(alias: Alias) -> Iterator[str]:
    """Yield the areas whose pages an alias speaks of."""
    for address in (alias.old, alias.new):
        yield _area(address.removeprefix("reports/"))


def _area(report: str) -> str:
    return report.partition("/")[0]
