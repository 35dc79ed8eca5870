"""The area that a report is of: what its witnesses name, and that they agree.

Witnesses are its title, its meeting, the speaker's office and whom the speaker stands for. Where
they name several areas, or disagree, nothing is chosen. Only where none names any the area is
inferred from the page's site or the places in the text, and that is said.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from baogao.cleaning.areas_named import AreaNames, Areas, is_common_noun
from baogao.cleaning.page_head import NATIONAL_OFFICE, Head, Meeting, Speaker
from baogao.records import Area

TITLE = re.compile(r"(?P<of>.{0,40}?)(?:人民)?(?:政府)?工作报告.{0,12}")
ISSUED = re.compile(
    r"(?P<of>.{0,30}?)人民政府(?:办公[厅室])?关于(?:印发|公布|做好)?.{0,30}政府工作报告.*"
)
# 宁波市|人民政府, on a line of its own; not what a page says of its site
ABOVE_TITLE = re.compile(r"(?P<of>[\u4e00-\u9fff]{1,30}[省市县区旗州盟])(?:人民政府)?")
# 政府工作报告_|开封市鼓楼区|人民政府门户网站: a page's title and whose site it is of
SITE = re.compile(r".*工作报告.{0,20}?[_\-—－|｜](?P<whose>.{2,30}?(?:人民)?政府).*")
# 我代表|海拉尔区|人民政府
STANDS_FOR = re.compile(
    r"""
    代表 (?P<of> [^，。；\n]{0,30}? )
    (?: 人民政府 | 政府 | 行政公署 | 行署 | 管委会 | 管理委员会 )
    """,
    re.X,
)
NATIONAL = re.compile(r"代表国务院|届全国人民代表大会|国务院总理")
# What ends the name of an area that has such an office or government; 区 may be said of any.
ENDS = {
    "省长": ("省",),
    "市长": ("市",),
    "县长": ("县",),
    "区长": ("区",),
    "旗长": ("旗",),
    "州长": ("州",),
    "盟长": ("盟",),
    "专员": ("地区",),
    "镇长": ("镇",),
    "乡长": ("乡",),
    "主任": ("开发区", "新区", "园区", "管理区"),
    "自治区": ("自治区",),
    "省": ("省",),
    "市": ("市",),
    "县": ("县",),
    "区": ("区",),
    "旗": ("旗",),
    "州": ("州",),
    "盟": ("盟",),
}
COUNTRY = "country"
FEWEST_PLACES = 3  # of an area that the text must name for it to be inferred
CLEARLY = 2  # times as many as of any other
MOST_SHOWN = 6  # areas in a question


class Place(NamedTuple):
    """The area of a report, and why it was inferred where no words name it; else what to ask."""

    area: Area | None
    inferred: str = ""
    question: str = ""


class Witness(NamedTuple):
    """What names an area, and the areas that it may mean."""

    what: str
    areas: Areas


def area_of_report(
    titles: Sequence[str],
    head: Head,
    meeting: Meeting,
    speaker: Speaker,
    text: str,
    areas: Sequence[Area],
    year: int | None,
) -> Place:
    """Return the area that a report's witnesses name in its year, or the question that is left."""
    there = [area for area in areas if year is None or area.holds_in(year)]
    national = NATIONAL.search(f"{meeting.name}\n{speaker.of}{speaker.office}\n{head.opening}")
    if national or speaker.office == NATIONAL_OFFICE:
        return Place(next((area for area in there if area.level == COUNTRY), None))
    names = AreaNames(there)
    words = list(_words(titles, head, meeting, speaker))
    ends = _ends(head, speaker)
    if witnesses := _witnesses(words, names.last):
        return _agreed(witnesses, ends, names)
    if others := _witnesses(words, AreaNames(areas).last):
        return Place(None, question=_not_then(others[0], year))
    said_in_titles = [one for one in words if one[0] == "title"]
    if shortly := _witnesses(said_in_titles, names.by_short_name):
        return _agreed(shortly, ends, names)
    return _inferred_of_site(head, ends, names) or _inferred(text, there, ends)


def _words(
    titles: Sequence[str], head: Head, meeting: Meeting, speaker: Speaker
) -> Iterator[tuple[str, str]]:
    """Yield the words in which each witness may name an area."""
    for title in titles:
        if found := TITLE.fullmatch(title):
            yield "title", found["of"]
    for at, line in enumerate(head.lines):
        if found := ISSUED.fullmatch(line):
            yield "title", found["of"]
        elif found := TITLE.fullmatch(line):
            above = ABOVE_TITLE.fullmatch(head.lines[at - 1]) if at else None
            yield "title", found["of"] or (above["of"] if above else "")
    yield "meeting", meeting.name.partition("人民代表大会")[0]
    yield "speaker", speaker.of + speaker.office[-2:-1]
    if found := STANDS_FOR.search(head.opening):
        yield "opening", found["of"]


def _witnesses(words: Sequence[tuple[str, str]], named: Callable[[str], Areas]) -> list[Witness]:
    """Return what names an area, with the areas that it may mean."""
    found = (Witness(what, named(said)) for what, said in words)
    return [witness for witness in found if witness.areas]


def _ends(head: Head, speaker: Speaker) -> tuple[str, ...]:
    """Return how the area's name ends by the office, or by whom the speaker stands for: 区."""
    if speaker.office.endswith("主席"):
        return ENDS["自治区"]
    if ends := ENDS.get(speaker.office[-2:]):
        return ends
    stands = STANDS_FOR.search(head.opening)
    return ENDS.get(stands["of"], ()) if stands else ()


def _agreed(witnesses: list[Witness], ends: tuple[str, ...], names: AreaNames) -> Place:
    """Return the one area that all witnesses may mean, or what must be asked."""
    meant = list(witnesses[0].areas)
    for witness in witnesses[1:]:
        meant = [area for area in meant if area in witness.areas]
    fitting = [area for area in meant if not ends or area.name.endswith(ends)]
    if len(fitting) == 1:
        return Place(fitting[0])
    if fitting:
        shown = ", ".join(f"{area.code} {names.path(area)}" for area in fitting[:MOST_SHOWN])
        return Place(None, question=f"which {fitting[0].name}? {shown}: give --area CODE")
    said = {f"{one.areas[0].name} ({one.what})": None for one in witnesses}
    if meant:
        said[f"an area that ends with {ends[0]} (speaker)"] = None
    return Place(None, question=f"the page names {' and '.join(said)}: give --area CODE")


def _not_then(witness: Witness, year: int | None) -> str:
    """Say that an area was not there in a year, and when it was."""
    area = witness.areas[0]
    until = f"until {area.until}" if area.until else f"from {area.since}"
    after = f", then {' and '.join(area.after)}" if area.after else ""
    return f"{area.name} was no area in {year} ({until}{after}): give --area CODE"


def _inferred_of_site(head: Head, ends: tuple[str, ...], names: AreaNames) -> Place | None:
    """Return the area that the page's site is of: a site may keep the reports of others too."""
    for site in filter(None, map(SITE.fullmatch, head.lines)):
        fitting = [area for area in names.last(site["whose"]) if area.name.endswith(ends or "")]
        if len(fitting) == 1:
            return Place(fitting[0], site["whose"])
    return None


def _inferred(text: str, areas: Sequence[Area], ends: tuple[str, ...]) -> Place:
    """Return the area of which a text names clearly more counties than of any other.

    How often it names one tells nothing: 范县 is in every 示范县.
    """
    named = [area for area in areas if area.level == "county" and area.short in text]
    named = [area for area in named if not is_common_noun(area.short)]
    of_parents = Counter(area.parent for area in named).most_common(2)
    (best, count), (_, second) = [*of_parents, ("", 0), ("", 0)][:2]
    found = next((area for area in areas if area.code == best), None)
    clear = count >= FEWEST_PLACES and count >= CLEARLY * second
    if not found or not clear or (ends and not found.name.endswith(ends)):
        return Place(None, question="no area found: give --area CODE")
    places = "、".join(area.short for area in named if area.parent == best)
    return Place(found, places)
