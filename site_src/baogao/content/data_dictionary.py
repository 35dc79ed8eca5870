"""The data dictionary: what tables there are, and what each of their columns holds.

`site_src/dictionary.yml` says it.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from baogao.content.files.own_files_read_once import CODE
from baogao.content.yaml import yaml_with_lines
from baogao.content.yaml.yaml_entries import Entry


class NotAsDescribed(Exception):
    """What was to be published is not as the dictionary says: the file, the row, and what to do."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, and its names in both languages.

    `values` are the only ones there are; `empty` says what an empty cell means, and without it no
    cell may be empty; `of` is the `table.column` whose key it holds; JSON leaves out the empty
    cells of one that is `sparse`.
    """

    name: str
    type: str
    zh: str
    en: str
    values: tuple[str, ...] = ()
    empty: str = ""
    of: str = ""
    sparse: bool = False

    @property
    def is_text(self) -> bool:
        """Say whether its cells are texts; else they are numbers, dates, or yes or no."""
        return self.type in ("string", "uri")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, what a row is, the columns that tell its rows apart, and all columns.

    `refers` names other tables whose key stands in it under the same column names.
    """

    name: str
    zh: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    no_texts: tuple[int, ...] = field(init=False)  # the places of the columns that hold no texts

    def __post_init__(self) -> None:
        """Find the columns that hold no texts: every row asks for them."""
        places = tuple(at for at, column in enumerate(self.columns) if not column.is_text)
        object.__setattr__(self, "no_texts", places)

    @property
    def foreign(self) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
        """Return the foreign keys: the columns here, the table they lead to, the columns there."""
        foreign: list[tuple[tuple[str, ...], str, tuple[str, ...]]] = []
        for column in self.columns:
            if column.of:
                table, key = column.of.split(".")
                foreign.append(((column.name,), table, (key,)))
        return foreign + [(columns, table, columns) for table, columns in self.refers]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def sparse(self) -> tuple[str, ...]:
        """Return the names of the columns whose empty cells JSON leaves out."""
        return tuple(column.name for column in self.columns if column.sparse)


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """Return the tables by name."""
    described = yaml_with_lines.unlined(yaml_with_lines.load(CODE.text("dictionary.yml")))
    return {name: _table(name, entry) for name, entry in described.items()}


def _table(name: str, entry: Entry) -> Table:
    columns = (
        Column(column, **(said | {"values": tuple(said.get("values", ()))}))
        for column, said in entry["columns"].items()
    )
    return Table(
        name=name,
        zh=entry["zh"],
        about=entry["about"],
        key=tuple(entry["key"]),
        columns=tuple(columns),
        refers=tuple((other, tuple(key)) for other, key in entry.get("refers", {}).items()),
    )
