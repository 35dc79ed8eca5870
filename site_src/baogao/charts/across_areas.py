"""What is stated of one measure of an indicator across areas, and the words of its charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baogao.charts.chart import LaneMaker
from baogao.charts.heat_table import Cell
from baogao.charts.lane_data import Mark
from baogao.charts.shape_kinds import SHADES
from baogao.records import Area, Indicator, Observation

FEWEST = 2  # areas for a comparison


@dataclass(frozen=True, slots=True)
class Across:
    """What is stated of one measure of an indicator, and what makes lanes of it."""

    indicator: Indicator
    measure: str
    unit: str
    stated: Sequence[Observation]
    areas: Mapping[str, Area]
    maker: LaneMaker

    @property
    def words(self) -> dict:
        """Return the words of an indicator's charts."""
        return self.maker.strings["charts"]["indicator"]

    @property
    def subject(self) -> str:
        """Return what is measured: 地区生产总值增速."""
        return self.words["subjects"][self.measure].format(name=self.indicator.name)

    def id(self, form: str = "") -> str:
        """Return the id of a chart of this form."""
        return "-".join(filter(None, (self.indicator.id, self.measure, form)))

    def called(self, code: str) -> str:
        """Return what links call the indicator of an area."""
        return self.words["called"].format(area=self.areas[code].name, name=self.indicator.name)


def shades(marks: Sequence[Mark], strings: dict) -> list[Cell]:
    """Return the key of the shades: which values are the lowest and the highest."""
    ordered = sorted(marks, key=lambda mark: mark.low or 0)
    ends = {"low": ordered[0].text, "high": ordered[-1].text}
    words = strings["charts"]["shades"]
    texts = [words["low"].format(**ends), *[""] * (len(SHADES) - 2), words["high"].format(**ends)]
    return [Cell(ground, text) for ground, text in zip(SHADES, texts, strict=True)]
