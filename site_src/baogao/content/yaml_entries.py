"""The entries of a YAML file that lists them: mappings that remember their lines."""
from pathlib import Path

from baogao.content import safe_read, yaml_with_lines
from baogao.records import Problem


def entries(path: Path, within: Path, shown: str, found: list[Problem]) -> list[dict]:
    """Return the entries of a file, none where it is missing; what is no entry is a problem."""
    listed = data(path, within, shown, found, list) if safe_read.there(path) else []
    for entry in listed:
        if not isinstance(entry, dict):
            found.append(Problem(shown, 1, f"not an entry: {entry!r}", "each entry is a mapping: - key: value"))
    return [entry for entry in listed if isinstance(entry, dict)]


def data(path: Path, within: Path, shown: str, found: list[Problem], kind: type):
    """Return the list or mapping of a file, empty where it cannot be read."""
    try:
        read = yaml_with_lines.load(safe_read.read(path, within, shown, found) or "")
    except yaml_with_lines.YamlMistake as mistake:
        found.append(Problem(shown, mistake.line, mistake.message))
        return kind()
    if read is not None and not isinstance(read, kind):
        found.append(Problem(shown, 1, f"not a {kind.__name__}", "the file is a list of entries: - key: value" if kind is list else "one `key: value` a line"))
    return read if isinstance(read, kind) else kind()
