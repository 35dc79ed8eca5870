"""What `scripts/bench_build` measured as Markdown for readers.

A table for the made reports, one for the published ones.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from baogao.content.languages import LANGUAGES
from measures import Result

BETWEEN = re.compile(r"(?<=\[//\]: # \(build\)\n\n).*?(?=\[//\]: # \(/build\))", re.DOTALL)
PAGES = 10**9  # bytes that a site on GitHub Pages may have
WORDS = {
    "cached hugo": "数字已读出，只写网页和各篇的文件：与 Hugo 之比",
    "cached pelican": "数字已读出，只写网页和各篇的文件：与 Pelican 之比",
    "bare pelican": "从头读数，写网页和各篇的文件：与 Pelican 之比",
    "bare mkdocs": "从头读数，写网页和各篇的文件：与 MkDocs 之比",
    "bare hugo": "从头读数，写网页和各篇的文件：与 Hugo 之比",
    "bare eleventy": "从头读数，写网页和各篇的文件：与 Eleventy 之比",
    "whole pelican": "从头生成全部（图、下载和检索都在内）：与 Pelican 之比",
    "whole mkdocs": "从头生成全部（图、下载和检索都在内）：与 MkDocs 之比",
    "nothing seconds": "什么都没改，再生成一次",
    "one seconds": "改一篇里的一个数，更新网页、图和各篇的文件",
    "again clean": "改一篇里的一个数，更新全部：与从头生成之比",
    "again bare clean bare": "改一篇里的一个数，更新全部报告的下载以外的部分：与从头生成之比",
    "differing sites": "更新出来的网站，与从头生成的逐字节比较",
    "exponent": "篇数增多，处理器时间增长的指数（1 为同比例）",
    "memory": "用内存最多的进程（检索程序在内）",
    "bytes": "平均每篇的文件（不含检索和全部报告的下载）",
    "all bytes": "平均每篇的文件（全部）",
    "reader page": "最大的阅读页，压缩后",
    "preview": "预览时，从保存改动到看见网页",
    "published": "从头生成全部",
}
UNITS = {
    "nothing seconds": "{:.1f} 秒",
    "one seconds": "{:.1f} 秒",
    "reader page": "{:,.0f} KB",
    "memory": "{:,.0f} MiB",
    "bytes": "{:,.0f} KB",
    "all bytes": "{:,.0f} KB",
    "preview": "{:.2f} 秒",
    "published": "{:.1f} 秒",
}
ALONE = ("preview", "published")  # told of the published reports
STAGE = "stage "
TURNS = "turns"  # how many of them the ratios are the medians of
STAGES = {
    "content": "读入内容",
    "readings": "读数",
    "corpus": "汇总",
    "pages": "网页",
    "charts": "图",
    "search": "检索",
    "downloads": "下载",
    "writing": "写文件",
}


def merged(path: Path, found: list[Result], parts: Iterable[str]) -> list[Result]:
    """Put what was measured now in place of what the file holds of these parts.

    Keeps and returns all, the fewest reports first.
    """
    counts = {one.count for one in found}
    try:
        kept = [
            Result(**{**one, "beside": tuple(one["beside"])})
            for one in json.loads(path.read_text("utf-8"))
        ]
    except FileNotFoundError:
        kept = []
    results = [one for one in kept if one.part not in parts or one.count not in counts] + found
    path.write_text(json.dumps([asdict(one) for one in results], indent=1), "utf-8")
    return sorted(results, key=lambda one: (one.part, one.count))


def table(results: list[Result], versions: list[str], date: str) -> str:
    """Return the tables, and below them what was compared and how."""
    counts = sorted({one.count for one in results if one.name not in ALONE})
    shown = [
        name for name in WORDS if name not in ALONE and any(one.name == name for one in results)
    ]
    rows = [_row(WORDS[name], [_one(results, name, count) for count in counts]) for name in shown]
    own = [
        _row(f"{WORDS[one.name]}（{one.count} 篇）", [one]) for one in results if one.name in ALONE
    ]
    parts = [_table(["测量", *(f"{count:,} 篇" for count in counts), "要求"], rows)] if rows else []
    parts += [_table(["已发布的报告", "实测", "要求"], own)] if own else []
    return (
        "\n\n".join([*parts, *_notes(results, counts), _conditions(results, versions, date)])
        + "\n\n"
    )


def _one(results: list[Result], name: str, count: int) -> Result | None:
    return next((one for one in results if (one.name, one.count) == (name, count)), None)


def _row(words: str, found: list[Result | None]) -> list[str]:
    """Return a row; the last number, of the most reports, is held to the bar."""
    last = next((one for one in reversed(found) if one), None)
    return [
        words,
        *(value(one) if one else "" for one in found),
        "，".join(filter(None, (bar(last), met(last)))),
    ]


def _table(heads: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, ["---"] * len(heads), *rows])


def value(one: Result) -> str:
    """Return a number as readers see it, a ratio with the seconds it comes from."""
    if one.name == "differing sites":
        return "不同" if one.value else "相同"
    beside = "（{} 比 {} 秒）" if one.name != "exponent" else "（{} 到 {} 秒）"
    return UNITS.get(one.name, "{:.2f}").format(one.value) + (
        beside.format(*map(_seconds, one.beside)) if one.beside else ""
    )


def _seconds(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def bar(one: Result) -> str:
    """Return the most that a number may be."""
    if one.bar is None:
        return "—"
    if one.name == "differing sites":
        return "相同"
    return "≤ " + (
        UNITS[one.name].format(one.bar).replace(".0 ", " ") if one.name in UNITS else f"{one.bar:g}"
    )


def met(one: Result) -> str:
    """Return whether a number keeps to its bar."""
    return "" if one.bar is None else "达到" if one.value <= one.bar else "未达到"


def _notes(results: list[Result], counts: list[int]) -> Iterator[str]:
    for count in counts[-1:]:
        stages = {
            one.name.removeprefix(STAGE): one.value
            for one in results
            if one.name.startswith(STAGE) and one.count == count
        }
        if stages:
            total = sum(stages.values())
            shares = "、".join(
                f"{STAGES.get(name, name)} {seconds / total:.0%}"
                for name, seconds in sorted(stages.items(), key=lambda item: -item[1])
            )
            yield f"从头生成 {count:,} 篇的全部，各步所占：{shares}。"
        if size := _one(results, "all bytes", count):
            room = PAGES // (size.value * 1000) // 10 * 10
            yield (
                f"按全部文件平均每篇 {size.value:,.0f} KB 计，"
                f"GitHub Pages 的 1 GB 可容约 {room:,.0f} 篇。"
            )


def _conditions(results: list[Result], versions: list[str], date: str) -> str:
    turns = "，".join(
        f"{one.count:,} 篇 {one.value:.0f} 轮" for one in results if one.name == TURNS
    )
    on = f"；{date}" if date else ""
    of = f"（{turns}）" if turns else ""
    return (
        f"{'、'.join(versions)}；{os.cpu_count()} 个处理器核心{on}。"
        f"baogao 的网页有 {len(LANGUAGES)} 种语言，都算在内，各个生成器的只有一种。"
        "每一轮把 baogao 和各个生成器依次运行一遍，"
        f"时间是整个进程的，比值是各轮的中位数{of}。"
    )


def put(text: str, page: str) -> str:
    """Return a page with the tables between its two marks; raise ValueError where it has none."""
    if not BETWEEN.search(page):
        raise ValueError("the page has no [//]: # (build) and [//]: # (/build)")
    return BETWEEN.sub(lambda _: text, page)
