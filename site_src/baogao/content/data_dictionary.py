"""The data dictionary: what tables there are, and what each of their columns holds, as `site_src/dictionary.yml` says."""
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from baogao.content import yaml_with_lines

PATH = Path(__file__).resolve().parents[2] / "dictionary.yml"


class NotAsDescribed(Exception):
    """What was to be published is not as the dictionary says: the file, the row, and what to do."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, the only `values` there are, what an `empty` cell means (without it none may be), whose key it holds."""
    name: str
    type: str
    zh: str
    en: str
    values: tuple[str, ...] = ()
    empty: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, what a row is, the columns that tell its rows apart, all columns in order, and other tables' keys in it."""
    name: str
    zh: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def foreign(self) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
        """Return the foreign keys: the columns here, the table they lead to, the columns there."""
        single = [((column.name,), *column.of.split(".")) for column in self.columns if column.of]
        return [(own, table, (key,)) for own, table, key in single] + [(key, table, key) for table, key in self.refers]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name for column in self.columns)


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """Return the tables by name."""
    return {name: _table(name, entry) for name, entry in yaml_with_lines.unlined(yaml_with_lines.load(PATH.read_text("utf-8"))).items()}


def _table(name: str, entry: dict) -> Table:
    columns = (Column(column, **(said | {"values": tuple(said.get("values", ()))})) for column, said in entry["columns"].items())
    return Table(name, entry["zh"], entry["about"], tuple(entry["key"]), tuple(columns),
                 tuple((other, tuple(key)) for other, key in entry.get("refers", {}).items()))
