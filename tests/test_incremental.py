"""A build that redoes only what changed gives exactly what a clean one gives, whatever was edited,
added or taken away.
"""

import csv
import hashlib
import json
import os
import random
import re
import shutil
import signal
import threading
from pathlib import Path

import pytest
import yaml

import test_reviews
from baogao.build import ContentMistakes, Options, build, joined
from baogao.content.files import safe_read
from baogao.downloads.release_and_diff import release
from baogao.downloads.table_shares import HELD_AGAINST_ABOVE, SHARED
from baogao.engine import kept_readings, next_site, spare_site
from baogao.engine.made_parts import path_of
from baogao.engine.progress import Progress
from baogao.engine.site_parts import OPTIONAL
from baogao.preview.rebuild_and_notify import LATER
from baogao.search import index_pieces
from sites import GOLDEN, small_content, warm_cache

QUIET = Progress(quiet=True)
SEEDS = (10, pytest.param(9, marks=pytest.mark.nightly))


def small(folder: Path) -> Path:
    """Return a content folder whose build takes a moment, with the script that takes long in both
    caches.
    """
    for cache in ("cache", "none"):
        warm_cache(folder / cache)
    return small_content(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def built(content: Path, output: Path, cache: Path, **options) -> tuple[int, int]:
    return build(
        Options(
            content=content,
            output=output,
            cache=cache,
            **{"jobs": 1, "base_url": "https://example.org/x/"} | options,
        ),
        QUIET,
    )


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def amend(content: Path, year: str, old: str, new: str) -> None:
    """Change words in a report and in its source, which has to agree."""
    edit(content / "reports" / "330200" / f"{year}.md", old, new)
    source = content / "sources" / f"{year}.txt"
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    edit(source, old, new)
    edit(
        content / "sources" / "sources.yml", before, hashlib.sha256(source.read_bytes()).hexdigest()
    )


class Maintainer:
    """Edits a content folder, the cache and the site as people and accidents do."""

    def __init__(self, folder: Path, chance: random.Random):
        self.folder, self.content, self.chance, self.gone = folder, small(folder), chance, {}

    def change_a_number(self):
        for year in {"2019", "2020"} - self.gone.keys():
            there = re.findall(
                r"增长([\d.]+)%",
                (self.content / "reports" / "330200" / f"{year}.md")
                .read_text("utf-8")
                .split("---", 2)[2],
            )
            amend(self.content, year, f"增长{there[0]}%", f"增长{self.chance.randint(10, 99)}.25%")

    def take_a_report_away_or_bring_it_back(self):
        year = self.chance.choice(["2019", "2020"])
        path = self.content / "reports" / "330200" / f"{year}.md"
        kinds = ("corrections", "reviews")
        beside = [self.content / kind / "330200" / f"{year}.yml" for kind in kinds]
        if year in self.gone:
            for one, text in self.gone.pop(year).items():
                one.write_text(text, "utf-8")
        else:
            self.gone[year] = {
                one: one.read_text("utf-8") for one in (path, *beside) if one.exists()
            }
            for one in self.gone[year]:
                one.unlink()

    def check_a_figure(self):
        if "2020" not in self.gone:
            found = self.chance.choice(test_reviews.reading(self.content).mentions)
            test_reviews.write(self.content, test_reviews.review(found))

    def rename_an_indicator(self):
        path = self.content / "vocabulary" / "indicators.yml"
        entries = yaml.safe_load(path.read_text("utf-8"))
        entries[-1]["en"] = f"Output {self.chance.random()}"
        path.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), "utf-8")

    def rewrite_a_page(self):
        (self.content / "pages" / "methods.md").write_text(
            f"# 方法\n\n{self.chance.random()}。\n", "utf-8"
        )

    def rename_the_site(self):
        path = self.content / "site.yml"
        path.write_text(
            re.sub(
                r"^title: .*$",
                f"title: 报告{self.chance.randint(1, 99)}",
                path.read_text("utf-8"),
                flags=re.M,
            ),
            "utf-8",
        )

    def add_a_report_of_another_area_or_take_it_away(self):
        """Another area's reports count in the orders, the comparisons and the lists."""
        path = self.content / "reports" / "330100" / "2020.md"
        listing = self.content / "sources" / "sources.yml"
        if path.exists():
            path.unlink()
            listing.write_text(listing.read_text("utf-8").partition("- file: 330100")[0], "utf-8")
        else:
            _write_another_area(self.content, path, listing)

    def touch_what_stays_the_same(self):
        for path in sorted(self.content.rglob("*.md")):
            path.write_bytes(path.read_bytes())

    def damage_the_cache(self):
        for path in sorted(path for path in (self.folder / "cache").rglob("*") if path.is_file())[
            ::2
        ]:
            path.write_bytes(b"\0" + path.read_bytes()[2:])

    def delete_the_cache(self):
        shutil.rmtree(self.folder / "cache")

    def change_the_site_by_hand(self):
        for path in sorted((self.folder / "build").rglob("*.html"))[::3]:
            path.write_bytes(path.read_bytes().replace(b"<h1", b"<h2", 1))


def _write_another_area(content: Path, report: Path, listing: Path, name: str = "杭州") -> None:
    """Let 杭州 or another area, which stands in the report's path, say what 宁波 says, with other
    numbers.
    """
    code, level = report.parent.name, "county" if name == "余姚" else "prefecture"

    def elsewhere(path: Path) -> str:
        text = path.read_text("utf-8").replace("宁波", name).replace("330200", code)
        text = text.replace("level: prefecture", f"level: {level}")
        return re.sub(r"增长[\d.]+%", "增长4.4%", text).replace("2020.txt", f"{code}-2020.txt")

    source = content / "sources" / f"{code}-2020.txt"
    source.write_text(elsewhere(GOLDEN / "sources" / "2020.txt"), "utf-8")
    report.parent.mkdir(exist_ok=True)
    report.write_text(elsewhere(GOLDEN / "reports" / "330200" / "2020.md"), "utf-8")
    known = hashlib.sha256(source.read_bytes()).hexdigest()
    entry = (
        f"- file: {source.name}\n  sha256: {known}\n  received: 2020-05-01\n  origin: 测试网页\n"
    )
    listing.write_text(listing.read_text("utf-8") + entry, "utf-8")


@pytest.mark.parametrize("seed", SEEDS)
def test_any_sequence_of_edits_gives_what_a_clean_build_gives(tmp_path, seed, monkeypatch):
    """With charts, search and downloads, and with a spare site as a large one has it."""
    monkeypatch.setattr(spare_site, "FEWEST", 1)
    monkeypatch.setattr(index_pieces, "MOST", 1)
    chance = random.Random(seed)
    maintainer = Maintainer(tmp_path, chance)
    edits = [edit for name, edit in vars(Maintainer).items() if not name.startswith("_")]
    built(maintainer.content, tmp_path / "build", tmp_path / "cache")
    for edit in chance.sample(edits, len(edits)):
        edit(maintainer)
        built(maintainer.content, tmp_path / "build", tmp_path / "cache")
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        built(maintainer.content, tmp_path / "clean", tmp_path / "none")
        mine, anew = files(tmp_path / "build"), files(tmp_path / "clean")
        assert mine.keys() == anew.keys()
        assert [name for name in mine if mine[name] != anew[name]] == [], edit.__name__


def test_a_build_without_a_change_writes_nothing(tmp_path):
    content = small(tmp_path)
    total, changed = built(content, tmp_path / "build", tmp_path / "cache")
    assert changed == total > 40
    assert built(content, tmp_path / "build", tmp_path / "cache") == (total, 0)


def damaged_unseen(path: Path) -> None:
    """Change a byte of a file, and nothing of its size, date and inode."""
    state = path.stat()
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def test_damage_that_keeps_size_date_and_inode_is_found_where_all_bytes_are_read(tmp_path):
    content, output = small(tmp_path), tmp_path / "build"
    for path in content.rglob("*"):  # as old as content is
        os.utime(path, (1_600_000_000, 1_600_000_000))
    built(content, output, tmp_path / "cache")
    whole, page = files(output), output / "reports" / "330200" / "2020" / "index.html"
    os.utime(page, (1_600_000_000, 1_600_000_000))
    assert built(content, output, tmp_path / "cache") == (len(whole) - 1, 0)  # all but the mark
    damaged_unseen(page)
    assert built(content, output, tmp_path / "cache", verify=True)[1] == 1
    assert files(output) == whole
    damaged_unseen(content / "sources" / "2020.txt")
    with pytest.raises(ContentMistakes):
        built(content, output, tmp_path / "cache", verify=True)


def test_nothing_is_read_where_nothing_changed(tmp_path, monkeypatch):
    content, output = small(tmp_path), tmp_path / "build"
    for path in content.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    first = built(content, output, tmp_path / "cache")
    monkeypatch.setattr(safe_read, "read_bytes", None)  # who reads content now fails
    monkeypatch.setattr(kept_readings, "kept_readings", None)
    assert built(content, output, tmp_path / "cache") == (first[0], 0)


def test_an_edit_remakes_its_report_and_what_shows_it(tmp_path):
    content, output = small(tmp_path), tmp_path / "build"
    built(content, output, tmp_path / "cache")
    before = {path: path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    amend(content, "2020", "增长6.8%", "增长5.8%")
    built(content, output, tmp_path / "cache")
    changed = {
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.is_file() and before.get(path) != path.stat().st_ino
    }
    assert "reports/330200/2020/index.html" in changed
    assert not changed & {
        "methods/index.html",
        "indicators/industrial_output/index.html",
        "static/site.css",
        "404.html",
    }


def test_what_may_wait_stays_as_it_was(tmp_path):
    content, output = small(tmp_path), tmp_path / "build"
    built(content, output, tmp_path / "cache")
    before = files(output)
    amend(content, "2020", "增长6.8%", "增长5.8%")
    built(content, output, tmp_path / "cache", later=LATER)
    after = files(output)
    assert (
        before["data/figures.csv"] == after["data/figures.csv"]
        and before["reports/330200/2020/figures.csv"] != after["reports/330200/2020/figures.csv"]
    )
    built(content, output, tmp_path / "cache")
    built(content, tmp_path / "clean", tmp_path / "none")
    assert files(output) == files(tmp_path / "clean")


@pytest.mark.parametrize("what", OPTIONAL)
def test_what_was_left_out_at_an_edit_comes_with_it(tmp_path, what):
    content, output, cache = small(tmp_path), tmp_path / "build", tmp_path / "cache"
    built(content, output, cache)
    amend(content, "2020", "增长6.8%", "增长5.8%")
    built(content, output, cache, without=frozenset({what}))
    part = files(output)
    built(content, tmp_path / "clean part", tmp_path / "none", without=frozenset({what}))
    assert part == files(tmp_path / "clean part")
    built(content, output, cache)
    built(content, tmp_path / "clean", tmp_path / "none")
    assert files(output) == files(tmp_path / "clean")


def test_an_edit_makes_the_rows_of_one_area(tmp_path):
    content, output, cache = small(tmp_path), tmp_path / "build", tmp_path / "cache"
    report = content / "reports" / "330100" / "2020.md"
    _write_another_area(content, report, content / "sources" / "sources.yml")
    built(content, output, cache)
    before = {path.name for path in (cache / "rows").iterdir()}
    amend(content, "2020", "增长6.8%", "增长5.8%")
    built(content, output, cache)
    after = {path.name for path in (cache / "rows").iterdir()}
    assert len(before) == 2 * len(SHARED) and len(after) == 3 * len(SHARED)
    for name in sorted(after)[::2]:  # what is gone is made again when it is asked for
        (cache / "rows" / name).unlink()
    amend(content, "2020", "增长5.8%", "增长5.9%")
    built(content, output, cache)
    built(content, tmp_path / "clean", tmp_path / "none")
    assert files(output) == files(tmp_path / "clean")


def test_an_edit_makes_the_panel_of_the_areas_below_again(tmp_path):
    """余姚 lies in 宁波: how far its target is from that of 宁波 hangs on both."""
    content, output, cache = small(tmp_path), tmp_path / "build", tmp_path / "cache"
    report = content / "reports" / "330281" / "2020.md"
    _write_another_area(content, report, content / "sources" / "sources.yml", "余姚")

    def held() -> tuple[str, str, str]:
        path = output / "data" / "target_panel.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            (row,) = (
                row
                for row in csv.DictReader(file)
                if (row["area"], row["indicator"]) == ("330281", "unemployment_registered")
            )
        return row["superior"], row["superior_high"], row["distance"]

    built(content, output, cache)
    assert held() == ("330200", "3.5", "0")
    before = {path.name for path in (cache / "rows").iterdir()}
    amend(content, "2020", "3.5%以内", "3.6%以内")
    built(content, output, cache)
    assert held() == ("330200", "3.6", "-0.1")
    fresh = {path.name for path in (cache / "rows").iterdir()} - before
    assert len(fresh) == len(SHARED) + len(HELD_AGAINST_ABOVE)
    built(content, tmp_path / "clean", tmp_path / "none")
    assert files(output) == files(tmp_path / "clean")


def test_of_the_search_only_the_piece_of_a_changed_report_is_made_again(tmp_path, monkeypatch):
    monkeypatch.setattr(index_pieces, "MOST", 1)
    content, output = small(tmp_path), tmp_path / "build"
    built(content, output, tmp_path / "cache")
    before = files(output / "search")
    amend(content, "2020", "增长6.8%", "增长5.8%")
    built(content, output, tmp_path / "cache")
    after = files(output / "search")
    changed = {name for name in after if after[name] != before.get(name)}
    folders = {name.partition("/")[0] for name in changed}
    pieces = json.loads(after["map.json"])["pieces"]
    assert before.keys() == after.keys() and len(pieces) > 1
    assert "texts/330200-2020.bin" in changed and "texts/330200-2019.bin" not in changed
    assert len(folders) == 3 and folders - {"texts", "stated"} < set(pieces)
    stated = {name for name in changed if name.startswith("stated/")}
    assert stated == {"stated/330200.bin", "stated/gdp.bin"}
    built(content, tmp_path / "clean", tmp_path / "none")
    assert files(output) == files(tmp_path / "clean")


def test_the_first_release_is_told_of_on_every_page(tmp_path):
    content = small(tmp_path)
    release(
        "0.0.2",
        "2020-06-01",
        content,
        joined(Options(content=content, cache=tmp_path / "cache", jobs=1), QUIET),
    )
    (content / "releases").rename(tmp_path / "aside")
    built(content, tmp_path / "build", tmp_path / "cache")
    (tmp_path / "aside").rename(content / "releases")
    built(content, tmp_path / "build", tmp_path / "cache")
    built(content, tmp_path / "clean", tmp_path / "none")
    mine, anew = files(tmp_path / "build"), files(tmp_path / "clean")
    assert b"feed.xml" in mine["methods/index.html"] and mine == anew


def test_two_sites_from_one_cache_do_not_mix(tmp_path):
    content = small(tmp_path)
    one, other = tmp_path / "one", tmp_path / "other"
    built(content, one, tmp_path / "cache")
    built(content, other, tmp_path / "cache", base_url="https://example.org/y/")
    assert path_of(tmp_path / "cache", one) != path_of(tmp_path / "cache", other)
    assert (
        b"org/x/" in (one / "sitemap.xml").read_bytes()
        and b"org/y/" in (other / "sitemap.xml").read_bytes()
    )


def test_several_processes_make_the_same_site(tmp_path):
    content = small(tmp_path)
    for jobs in (1, 2):
        built(content, tmp_path / f"{jobs}", tmp_path / "cache", jobs=jobs)
    assert files(tmp_path / "1") == files(tmp_path / "2")


def test_parts_can_be_left_out(tmp_path):
    content, output = small(tmp_path), tmp_path / "build"
    built(content, output, tmp_path / "cache", without=frozenset({"charts", "search", "downloads"}))
    there = files(output)
    assert (
        "reports/330200/2020/figures.csv" in there
        and "data/index.html" not in there
        and [name for name in there if name.startswith("search/")] == ["search/index.html"]
    )
    assert b'<svg class="chart' not in there["reports/330200/2020/index.html"]


def test_what_nothing_asked_for_in_a_month_goes(tmp_path):
    content, cache = small(tmp_path), tmp_path / "cache"
    built(content, tmp_path / "build", cache)
    kept = {path for kind in ("readings", "areas") for path in (cache / kind).iterdir()}
    amend(content, "2020", "增长6.8%", "增长5.8%")
    for path in kept:
        os.utime(path, (1_600_000_000, 1_600_000_000))
    built(content, tmp_path / "build", cache)
    left = {path for path in kept if path.exists()}
    assert len(kept) == 4 and [path.parent.name for path in left] == ["readings"]
    assert {path.stat().st_mtime > 1_600_000_000 for path in left} == {True}


class Cluster:
    """A Dask cluster of two workers on this machine."""

    def __enter__(self):
        from dask.distributed import LocalCluster

        self.cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
        return self

    def __exit__(self, *_):
        self.cluster.close()

    @property
    def address(self) -> str:
        return self.cluster.scheduler_address.replace("tcp://", "dask://")

    def kill_one(self) -> None:
        """Kill one of the workers; another one takes its place."""
        worker = next(iter(self.cluster.workers.values()))
        os.kill(worker.pid, signal.SIGKILL)


@pytest.mark.nightly
def test_a_cluster_makes_the_same_site(tmp_path):
    content = small(tmp_path)
    built(content, tmp_path / "here", tmp_path / "none")
    with Cluster() as cluster:
        built(content, tmp_path / "there", tmp_path / "cache", executor=cluster.address)
        amend(content, "2020", "增长6.8%", "增长5.8%")
        built(content, tmp_path / "there", tmp_path / "cache", executor=cluster.address)
    built(content, tmp_path / "here", tmp_path / "none")
    assert files(tmp_path / "here") == files(tmp_path / "there")


@pytest.mark.nightly
def test_a_worker_that_is_killed_in_mid_build_is_made_good(tmp_path, monkeypatch):
    content, seen = small(tmp_path), []
    built(content, tmp_path / "here", tmp_path / "none")
    with Cluster() as cluster:
        begin = next_site.NextSite.begin

        def killing(*arguments) -> None:
            begin(*arguments)
            killer = threading.Thread(target=_kill_when_parts_come, args=(cluster, tmp_path, seen))
            killer.start()

        monkeypatch.setattr(next_site.NextSite, "begin", killing)
        built(content, tmp_path / "there", tmp_path / "cache", executor=cluster.address)
    assert seen and files(tmp_path / "here") == files(tmp_path / "there")


def _kill_when_parts_come(cluster: Cluster, folder: Path, seen: list) -> None:
    while not list((folder / ".there.next").rglob("index.html")):
        pass
    cluster.kill_one()
    seen.append("killed")
