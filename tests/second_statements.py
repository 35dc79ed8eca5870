"""What reports state of an indicator, as the second panel finds it in their published figures."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from second_reports import (
    CLAUSE,
    Published,
    Row,
    Said,
    figures_in,
    measure_of,
    narrowed,
    promises,
    sentence_at,
    tone_in,
)

LEVELS = ("rd_intensity", "unemployment_registered", "unemployment_surveyed", "urban_jobs_new")
MEASURES = ("growth", "level", "difference", "growth_difference", "average_growth")
BOTH = re.compile("城乡(?:常住)?居民(?:人均)?(?:可支配)?收入")
NEXT_TO = "与(?:全市|全省|全县)?(?:经济|GDP|(?:地区)?生产总值)(?:增长|发展|增速)?(?:保持)?"
KEEPS_UP = {
    "approx": re.compile(NEXT_TO + "基本同步"),
    "eq": re.compile(NEXT_TO + "同步(?!推进|发展)"),
    "ge": re.compile(
        "(?:增速|增长|增幅)?(?:高于|快于|超过|跑赢)(?:全市|全省|全县)?"
        "(?:经济|GDP|(?:地区)?生产总值)(?:增长速度|增速|增长)"
    ),
}
# 一般公共预算收入|平稳增长: a name, and something said of it that has no number
SAYS_SOMETHING = re.compile(
    "(?:增长|增速|增幅|涨幅|总额|规模|形势)?(?:力争|确保|实现|继续|持续|总体|基本|全面|均|都|要)*"
    "(?:保持|处于|稳|持平|合理|较快|回升|提升|提高|提质|扩大|增长|加快|下降|降低|上涨|与|高于|快于"
    "|超过|居|达到[全国省市上]|完成[国省市上])"
)
ECONOMY = re.compile("(?:总体|基本|持续|保持|实现|稳步|平稳|稳定|较快)*(?:增长|增速)(?![极点动方])")


class Statements:
    """What reports state; `plausible` are the least and most of an indicator's measures."""

    def __init__(
        self, indicators: list[Row], plausible: Mapping[tuple[str, str], tuple[float, float]]
    ):
        self.indicators = {row["indicator"]: row for row in indicators}
        self.plausible = plausible
        self.names = {
            name: row["indicator"]
            for row in indicators
            for name in (row["zh"], *row["aliases"].split("; "))
            if name
        }
        self._called: dict[str, list[str]] = {}
        for name, id in self.names.items():
            self._called.setdefault(id, []).append(name)

    @cache  # noqa: B019 - it lives as long as the panel
    def all_said(self, report: Published, id: str, status: str) -> list[Said]:
        """Return what a report states of an indicator, in the order of its figures."""
        rows = [row for row in report.rows if row["status"] == status and not row["area"]]
        found = [self._of(row, id, report) for row in rows if id in self._ids(row)]
        return [one for one in found if self._is_plausible(id, one)]

    def said(self, report: Published, id: str, status: str) -> list[Said]:
        """Return what it states of it that is no rank and not held against others."""
        return [one for one in self.all_said(report, id, status) if one["measure"] in MEASURES]

    def _of(self, row: Row, id: str, report: Published) -> Said:
        return {
            "measure": measure_of(row, id, report.text),
            "unit": row["unit"],
            "narrow": narrowed(row["label"], self.indicators[id]["zh"]),
            "value": Decimal(row["value"]),
            "high": Decimal(row["value_high"]) if row["value_high"] else None,
            "bound": row["bound"],
            "words": row["bound_words"],
            "tone": row["tone"],
            "tone_words": row["tone_words"],
            "period": row["period"],
            "doubted": "doubtful" in row["quality"],
            "quote": row["quote"],
            "figure": row["figure"],
            "text": row["text"],
        }

    def _ids(self, row: Row) -> list[str]:
        """Return what a figure is of: one indicator, or each of a list that it is said of."""
        if row["indicator"]:
            return [row["indicator"]]
        if BOTH.fullmatch(row["label"]):
            return ["income_urban", "income_rural"]
        names = re.split("[、和与及]", row["label"])
        is_of_each = row["unit"] == "%" and row["kind"] == "change"
        ids = [self.names.get(name, "") for name in names]
        return ids if is_of_each and len(ids) > 1 and all(ids) else []

    def _is_plausible(self, id: str, said: Said) -> bool:
        measure = "growth" if "growth" in str(said["measure"]) else str(said["measure"])
        least, most = self.plausible.get((id, measure), (-float("inf"), float("inf")))
        ends = (said["value"], said["value"] if said["high"] is None else said["high"])
        if said["unit"] not in ("%", self.indicators[id]["unit"]):
            return True
        return all(least <= end <= most for end in ends)

    def kept_up(self, report: Published, id: str) -> Iterator[Said]:
        """Yield where the plan lets an indicator go by the growth of the economy."""
        for bound, pattern in KEEPS_UP.items():
            for start, line in report.plan:
                for match in pattern.finditer(line):
                    names = CLAUSE.split(line[: match.start()])[-1]
                    if id in self._listed(names):
                        quote = sentence_at(line, match.start())
                        tone, tone_words = tone_in(report, start, line, quote)
                        yield {
                            "measure": "growth",
                            "unit": "%",
                            "narrow": "",
                            "value": None,
                            "high": None,
                            "bound": bound,
                            "words": match[0],
                            "tone": tone,
                            "tone_words": tone_words,
                            "doubted": bool(report.about.get("altered")),
                            "quote": quote,
                            "figure": "p-",
                            "text": match[0],
                        }

    def _listed(self, names: str) -> list[str]:
        """Return the indicators that a list names."""
        found = []
        for name in re.split("[、和与及]", names):
            name = re.sub("(?:增长|增速|增幅)$", "", name)
            if BOTH.fullmatch(name):
                found += ["income_urban", "income_rural"]
            elif name in self.names:
                found.append(self.names[name])
        return found

    def named(self, report: Published, id: str) -> str:
        """Return the sentence of the plan that names an indicator and says no number of it."""
        found = []
        for start, line in report.plan:
            for piece in re.finditer(r"[^，。；：、！？（）]+", line):
                for name, at in self._names_in(piece[0], id):
                    if figures_in(report, "actual", start + piece.start(), start + piece.end()):
                        continue
                    words = ECONOMY if name in ("经济", "国民经济") else SAYS_SOMETHING
                    if words.match(piece[0], at):
                        quote = sentence_at(line, piece.start())
                        found.append((not promises(report, start, line, quote), quote))
        return min(found, key=lambda one: one[0], default=(True, ""))[1]

    def _names_in(self, piece: str, id: str) -> Iterator[tuple[str, int]]:
        """Yield the names of an indicator in a piece of a sentence that begins with one."""
        own = [name for name in self._called[id] if piece.startswith(name)]
        if own:
            name = max(own, key=len)
            yield name, len(name)
            return
        if id in ("income_urban", "income_rural") and (both := BOTH.match(piece)):
            yield both[0], both.end()

    def usual(self, id: str) -> Said:
        unit = self.indicators[id]["unit"]
        measure, unit = ("level", unit) if id in LEVELS else ("growth", "%")
        return {"measure": measure, "unit": unit, "narrow": narrowed("", self.indicators[id]["zh"])}
