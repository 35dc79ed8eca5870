"""The target panel a second time, made as somebody would by hand: of what is published of reports.

It knows `figures.csv` and `report.md` of each report, `areas.csv` and `indicators.csv`, and what
the dictionary and the page of methods say of the panel; nothing of baogao's code. Each row is
worked out by itself: it has no part in the mistakes of the code that it is held against.
"""

from collections.abc import Iterator

from second_reports import Published, Row, Said, bare
from second_statements import MEASURES, Statements
from second_verdicts import distance, ends_of, judged, limits_of

Cells = dict[str, object]


class SecondPanel:
    """The panel of some reports."""

    def __init__(self, reports: list[Published], areas: list[Row], stated: Statements):
        self.reports = {one.key: one for one in reports}
        self.areas = {row["area"]: row for row in areas}
        self.stated = stated

    def rows(self) -> Iterator[Cells]:
        """Yield a row for each area, year from its first report to its last, and indicator."""
        for area in sorted({area for area, _ in self.reports}):
            years = [year for code, year in self.reports if code == area]
            for year in range(min(years), max(years) + 1):
                for id, row in self.stated.indicators.items():
                    if row["headline"] == "true":
                        yield self.row(area, year, id)

    def row(self, area: str, year: int, id: str) -> Cells:
        """Return the row of an area, a year and an indicator."""
        own, following = self.reports.get((area, year)), self.reports.get((area, year + 1))
        target, others = self._target(own, id) if own else (None, 0)
        named = self.stated.named(own, id) if own and not target else ""
        about = target or self.stated.usual(id)
        limits = limits_of(target) if target else (None, None)
        above = self._above(area)
        higher = self.reports.get((above, year))
        other, _ = self._target(higher, id) if higher else (None, 0)
        beside = limits_of(other) if other and _is_alike(about, other) else (None, None)
        planned = self._planned(area, year, id, about)
        plan = limits_of(planned) if planned else (None, None)
        last = _surest(self._reached(own, id, about, year - 1))
        reached = self._reached(following, id, about, year)
        outcome = _first(reached) if target else _surest(reached)
        return {
            "area": area,
            "year": year,
            "indicator": id,
            "measure": about["measure"],
            "unit": about["unit"],
            "qualifiers": about["narrow"],
            "low": limits[0],
            "high": limits[1],
            "bound": target["bound"] if target else "",
            "words": target["words"] if target else "",
            "tone": target["tone"] if target else "",
            "tone_words": target["tone_words"] if target else "",
            "absent": _absent(own, target, named),
            "quote": target["quote"] if target else named,
            "figure": target["figure"] if target else "p-" if named else "",
            "report": f"{area}/{year}" if own else "",
            "state": self._state(target, following, id, year) if target else "",
            "basis": ("stated" if target["figure"] != "p-" else "gdp_growth") if target else "",
            "others": others,
            "superior": above,
            "superior_low": beside[0],
            "superior_high": beside[1],
            "distance": distance(limits, beside) if about["unit"] in ("%", "百分点") else None,
            "plan_low": plan[0],
            "plan_high": plan[1],
            "plan_distance": distance(limits, plan),
            "plan_figure": planned["figure"] if planned else "",
            "plan_report": planned["report"] if planned else "",
            "last_outcome": last["value"] if last else None,
            "last_distance": distance(limits, ends_of(last)) if last else None,
            "last_figure": last["figure"] if last else "",
            "outcome": outcome["value"] if outcome else None,
            "outcome_bound": outcome["bound"] if outcome else "",
            "outcome_quote": outcome["quote"] if outcome else "",
            "outcome_figure": outcome["figure"] if outcome else "",
            "outcome_report": f"{area}/{year + 1}" if outcome else "",
            "text": target["text"] if target else "",
            "outcome_text": outcome["text"] if outcome else "",
            "quality": _quality(target, outcome, last, planned, other if beside[0] else None),
        }

    def _target(self, report: Published, id: str) -> tuple[Said | None, int]:
        """Return what a report sets for its year, and how many others it sets."""
        year, distinct = str(report.key[1]), {}
        for said in self.stated.said(report, id, "target"):
            if said["period"] == year:
                same = (said["measure"], said["unit"], said["value"], said["high"], said["bound"])
                distinct.setdefault((*same, said["narrow"]), said)
        for said in self.stated.kept_up(report, id):
            distinct.setdefault(("by", said["bound"]), said)
        usual = self.stated.usual(id)["measure"]
        order = [usual, *(one for one in MEASURES if one != usual)]
        found = sorted(
            distinct.values(),
            key=lambda one: (
                one["value"] is None,
                order.index(one["measure"]),
                one["narrow"] != self.stated.usual(id)["narrow"],
                one["doubted"],
            ),
        )
        return (found[0], len(found) - 1) if found else (None, 0)

    def _state(self, target: Said, following: Published | None, id: str, year: int) -> str:
        """Return the state of a target.

        Where nothing alike is said: `other` or `nothing`. What of the text comes near is not known.
        """
        if following is None:
            return "no_next_report"
        reached = self._reached(following, id, target, year)
        if not reached:
            ids = {id, self.stated.names.get(bare(self.stated.indicators[id]["zh"]), id)}
            said = [one for own in ids for one in self.stated.all_said(following, own, "actual")]
            return "other" if any(one["period"] == str(year) for one in said) else "nothing"
        value = target["value"]
        if value is None:
            usual = {**self.stated.usual("gdp"), "measure": "growth", "unit": "%"}
            economy = self._reached(following, "gdp", usual, year)
            exact = [one["value"] for one in economy if one["bound"] == "eq"]
            if not exact:
                return "undecidable"
            value = exact[0]
        direction = self.stated.indicators[id]["direction"]
        states = {judged(target, value, one, direction) for one in reached}
        return states.pop() if len(states) == 1 else "undecidable"

    def _planned(self, area: str, year: int, id: str, about: Said) -> Said | None:
        """Return what the area's newest reports set for the years of a plan."""
        for (code, of), report in sorted(self.reports.items(), key=lambda one: -one[0][1]):
            if code != area or of > year:
                continue
            for said in self.stated.said(report, id, "target"):
                alike = (said["unit"], said["narrow"]) == (about["unit"], about["narrow"])
                if not alike or said["doubted"]:
                    continue
                if about["measure"] == "growth":
                    is_plan = said["measure"] == "average_growth" and _spans(said, year)
                else:
                    is_plan = of < year and said["period"] == str(year)
                    is_plan = is_plan and said["measure"] == about["measure"]
                if is_plan:
                    return {**said, "report": f"{area}/{of}"}
        return None

    def _reached(self, report: Published | None, id: str, about: Said, year: int) -> list[Said]:
        """Return what a report says was reached in a year of what a row is about."""
        if report is None:
            return []
        return [
            said
            for said in self.stated.said(report, id, "actual")
            if said["period"] == str(year) and _is_alike(said, about)
        ]

    def _above(self, area: str) -> str:
        if self.areas[area]["level"] != "province":
            return self.areas[area]["parent"]
        return next(code for code, row in self.areas.items() if row["level"] == "country")


def _spans(said: Said, year: int) -> bool:
    """Say whether a statement is of several years with this one among them."""
    first, _, last = str(said["period"]).partition("-")
    return last != "" and int(first) <= year <= int(last)


def _is_alike(one: Said, other: Said) -> bool:
    return all(one[name] == other[name] for name in ("measure", "unit", "narrow"))


def _surest(said: list[Said]) -> Said | None:
    return min(said, key=lambda one: (one["doubted"], one["bound"] != "eq"), default=None)


def _first(said: list[Said]) -> Said | None:
    return min(said, key=lambda one: one["doubted"], default=None)


def _quality(*numbers: Said | None) -> str:
    return "doubtful source" if any(said["doubted"] for said in numbers if said) else ""


def _absent(own: Published | None, target: Said | None, named: str) -> str:
    if own is None:
        return "no_report"
    if target:
        return "" if target["value"] is not None else "no_number"
    return "no_number" if named else "excerpt" if own.about.get("excerpt") else "not_mentioned"
