"""What the site hands to its readers, and whose it is: `site_src/licences.yml` as a table."""

from importlib import metadata

from markupsafe import Markup

from baogao.content.files.own_files_read_once import CODE
from baogao.content.languages import phrase
from baogao.content.yaml import yaml_with_lines

COLUMNS = ("part", "version", "licence", "holder", "what")
TABLE = Markup(
    '<div class="scroll" tabindex="0" role="region" aria-label="{caption}">'
    '<table class="licences">\n'
    "<thead><tr>{heads}</tr></thead>\n"
    "<tbody>{rows}</tbody>\n"
    "</table></div>"
)


def shipped_parts() -> list[dict[str, str]]:
    """Return the parts in order, each with its columns, versions as installed."""
    listed = yaml_with_lines.unlined(yaml_with_lines.load(CODE.text("licences.yml")))
    return [{**entry, "version": _version(entry.get("version", ""))} for entry in listed]


def table(strings: dict) -> Markup:
    """Return the table of the parts, as a page in words shows it."""
    words = strings["licences"]
    head = Markup('<th scope="col">{}</th>')
    heads = Markup("").join(head.format(words["columns"][key]) for key in COLUMNS)
    rows = Markup("\n").join(_row(part, strings) for part in shipped_parts())
    return TABLE.format(caption=words["caption"], heads=heads, rows=rows)


def _row(part: dict[str, str], strings: dict) -> Markup:
    name, *others = (phrase(part[key], strings) for key in COLUMNS)
    cells = [Markup('<th scope="row">{}</th>').format(name)]
    cells += [Markup("<td>{}</td>").format(other) for other in others]
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _version(of: str | dict) -> str:
    """Return a version as text.

    It is written down (`1.2`), that of an installed package (`of: pypinyin`), or that of a part of
    the bundle that draws charts (`vega: vega-lite`).
    """
    if isinstance(of, str):
        return of
    if "of" in of:
        return metadata.version(of["of"])
    from baogao.charts import vega_to_svg  # a page in words needs no charts otherwise

    return vega_to_svg.versions()[of["vega"]]
