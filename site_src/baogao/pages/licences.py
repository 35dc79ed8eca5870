"""What the site hands to its readers, whose it is, in which version and under which licence: `site_src/licences.yml`."""
from importlib import metadata
from pathlib import Path

from markupsafe import Markup

from baogao.content import yaml_with_lines

PATH = Path(__file__).resolve().parents[2] / "licences.yml"
COLUMNS = ("part", "version", "licence", "holder", "what")


def shipped() -> list[dict[str, str]]:
    """Return the parts in order, each with its columns, versions as installed."""
    return [{**entry, "version": _version(entry.get("version", ""))} for entry in yaml_with_lines.unlined(yaml_with_lines.load(PATH.read_text("utf-8")))]


def table(words: dict) -> Markup:
    """Return the table of the parts, as a page in words shows it."""
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(words["columns"][key]) for key in COLUMNS)
    rows = Markup("\n").join(Markup("<tr>{}</tr>").format(Markup("").join(
        Markup('<th scope="row">{}</th>' if key == "part" else "<td>{}</td>").format(part[key]) for key in COLUMNS)) for part in shipped())
    return Markup('<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="licences">\n<thead><tr>{}</tr></thead>\n<tbody>{}</tbody>\n</table></div>').format(
        words["caption"], heads, rows)


def _version(of: str | dict) -> str:
    """Return a version that is written down, or that of an installed package, or of a part of the bundle that draws charts."""
    if isinstance(of, str):
        return of
    if "of" in of:
        return metadata.version(of["of"])
    from baogao.charts import svg  # a page in words needs no charts otherwise
    return svg.versions()[of["vega"]]
