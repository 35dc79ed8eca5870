"""An indicator as it passes between the stages: one of `records`."""

from baogao.record_decorator import record


@record
class Indicator:
    """Something that reports state again and again.

    `unit` is the base unit that values are normalised to, `units` all that are accepted;
    `direction` says which way is better; `headline` ones are shown in overviews, and their targets
    are set as `promised_as` has it: in growth or as a level. `translated` is its name where pages
    in another language ask.
    """

    id: str
    zh: str
    en: str
    unit: str
    topic: str
    direction: str
    units: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    definition: str = ""
    definition_en: str = ""
    headline: bool = False
    promised_as: str = "growth"
    translated: str = ""

    @property
    def name(self) -> str:
        """Return its name in the language of the pages that ask."""
        return self.translated or self.zh
