"""Edits as a maintainer makes them, for measuring what follows.

A number corrected, a paragraph broken in two.
"""

import json
import re
from pathlib import Path

NUMBER = re.compile(r"[一-鿿]{4}(\d+(?:\.\d+)?)(?:亿元|万元|家|个|项)")
SENTENCE = re.compile(r"(?<=[一-鿿]。)(?=[一-鿿]{4})")


def edit(report: Path, content: Path) -> None:
    """Change a number of a report and record the correction.

    Raise ValueError where no number stands in words of its own.
    """
    text = report.read_text("utf-8")
    found = next((m for m in NUMBER.finditer(text) if text.count(m[0]) == 1), None)
    if not found:
        raise ValueError(f"{report.name}: no number to change")
    digit = found.end(1) - 1
    now = f"{text[found.start() : digit]}{int(text[digit]) % 9 + 1}{text[digit + 1 : found.end()]}"
    correction = corrections(report, content)
    correction.parent.mkdir(parents=True, exist_ok=True)
    entry = {"found": found[0], "now": now, "why": "为测量改动"}
    correction.write_text(f"- {json.dumps(entry, ensure_ascii=False)}\n", "utf-8")
    report.write_text(text.replace(found[0], now), "utf-8")


def corrections(report: Path, content: Path) -> Path:
    """Return the file that holds a report's corrections."""
    return content / "corrections" / report.parent.name / f"{report.stem}.yml"


def breaks(report: Path) -> None:
    """Break the longest paragraph of a report in two, near its middle, which is free.

    No word changes.
    """
    text = report.read_text("utf-8")
    longest = max((line for line in text.split("\n") if SENTENCE.search(line)), key=len)
    middle = min(
        (found.start() for found in SENTENCE.finditer(longest)),
        key=lambda at: abs(at - len(longest) // 2),
    )
    report.write_text(text.replace(longest, f"{longest[:middle]}\n\n{longest[middle:]}"), "utf-8")
