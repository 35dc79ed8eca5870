"""`baogao add`: a scraped file into `content/`: source kept, reports drafted, nothing of anyone's overwritten."""
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baogao.content import content_folder, safe_read, yaml_with_lines
from baogao.cleaning.breaks import counted
from baogao.cleaning.drafts import Draft, Words, drafts
from baogao.cleaning.posts import Refused
from baogao.content.content_folder import Content
from baogao.content.messages import line_of
from baogao.content.atomic_write import added, replaced


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the maintainer says beside the file: what the page does not tell, and whether to draft anew."""
    area: str = ""
    year: int | None = None
    origin: str = ""
    again: bool = False


class CannotAdd(Exception):
    """The file cannot be taken; says why and what to do."""


def add(file: Path, root: Path, wishes: Wishes) -> list[str]:
    """Add the reports of a scraped file below `root`; return what to tell the maintainer, line by line."""
    try:
        page = safe_read.decoded(file.read_bytes())
    except OSError as error:
        raise CannotAdd(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise CannotAdd(f"{file}: not UTF-8 (byte {error.start}); save it as UTF-8") from None
    here = content_folder.read(root)
    if here.unfit:
        raise CannotAdd(line_of(here.unfit))
    if wishes.area and wishes.area not in here.vocabulary.areas:
        raise CannotAdd(f"unknown area code {wishes.area!r}: six digits of GB/T 2260, see content/vocabulary/areas.csv")
    name = source_name(file, root)
    found = drafts(name, page, words(here))
    if not any(isinstance(item, Draft) for item in found):
        raise CannotAdd("\n".join(f"{file}: {item.title or 'untitled'}: {item.reason}" for item in found))
    said = [keep_source(file, name, root, wishes)]
    for item in found:
        said += [f"left out: {item.title}: {item.reason}"] if isinstance(item, Refused) else _written(item, root, wishes, here)
    return said


def words(here: Content) -> Words:
    """Return what cleaning knows: the vocabulary's lists, and how the reports already here are broken."""
    lines = [line for report in here.reports for line in report.text[report.body:].split("\n") if line]
    return Words(here.wordlists.boilerplate, here.wordlists.injected, tuple(here.vocabulary.areas.values()),
                 counted(lines))


def source_name(file: Path, root: Path) -> str:
    """Return the name a source is kept under: its own, or that of the same bytes already here."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for kept in sorted((root / "sources").glob("*.txt")):
        if hashlib.sha256(kept.read_bytes()).hexdigest() == digest:
            return kept.name
    name = file.with_suffix(".txt").name
    if (root / "sources" / name).exists():
        raise CannotAdd(f"{file}: another source is called {name}; rename the file")
    return name


def keep_source(file: Path, name: str, root: Path, wishes: Wishes) -> str:
    """Copy the file under `sources/` and list it, unless it is there."""
    kept = root / "sources" / name
    if kept.exists():
        return f"source: content/sources/{name} is here already"
    data = file.read_bytes()
    first = next(line.strip() for line in safe_read.decoded(data).split("\n") if line.strip())
    entry = {"file": name, "sha256": hashlib.sha256(data).hexdigest(), "received": date.today().isoformat(),
             "origin": wishes.origin or first[:60]}
    replaced(kept, data)
    added(kept.parent / "sources.yml", yaml_with_lines.dump([entry]))
    return f"source: kept as content/sources/{name}; say in sources.yml where it came from"


def _written(item: Draft, root: Path, wishes: Wishes, here: Content) -> list[str]:
    """Write one draft and its corrections; a report that is there stays unless asked for anew."""
    area = here.vocabulary.areas.get(wishes.area) or item.area
    year = wishes.year or item.year
    if area is None or year is None:
        return [f"not written: {item.title}: area or year is not stated; give --area CODE and --year YEAR"]
    report = root / "reports" / area.code / f"{year}.md"
    shown = f"content/reports/{area.code}/{year}.md"
    if report.exists() and not wishes.again:
        return [f"unchanged: {shown} is here already (--again drafts it anew and loses hand work)"]
    replaced(report, item.text(area, year).encode())
    return [f"written: {shown}: {item.title}", *_corrections(item, root, area.code, year),
            *(f"{shown}:{line}: {doubt}" for line, doubt in item.doubts)]


def _corrections(item: Draft, root: Path, code: str, year: int) -> list[str]:
    path = root / "corrections" / code / f"{year}.yml"
    if not item.corrections or path.exists():
        return []
    replaced(path, yaml_with_lines.dump([
        {"found": c.found, "now": c.now, "why": c.why, **({"times": c.times} if c.times > 1 else {})}
        for c in item.corrections]).encode())
    return [f"corrections: content/corrections/{code}/{year}.yml: {len(item.corrections)} removals recorded"]
