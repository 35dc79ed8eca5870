"""Reports read by any process, kept, and read again when what they were read from is another."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baogao import check
from baogao.content import content_folder
from baogao.content.files.own_files_read_once import CodeChanged
from baogao.content.value_digest import digest
from baogao.engine import joined_areas, kept_readings, taken_content
from baogao.engine.code_fingerprint import JOINING, READING, code_fingerprint
from baogao.engine.kept_readings import KeptReadings
from baogao.engine.read_one_report import read_report
from baogao.engine.taken_content import Mistaken
from baogao.engine.workers import run_each
from sites import small_content

ROOT = Path(__file__).resolve().parents[1]
IDS = ["330200/2019", "330200/2020"]


@pytest.fixture
def content(tmp_path) -> Path:
    return small_content(tmp_path)


def taken(content: Path, code: str = "1", cache: str = "cache") -> KeptReadings:
    """Return the readings of a content folder, none of them loaded."""
    kept_readings._recent.clear()
    folder = content.parent / cache
    taken = taken_content.take(content, folder)
    return kept_readings.kept_readings(taken, check.of_report, code, folder)


def read(content: Path, jobs: int = 1, **given: str) -> KeptReadings:
    """Return the readings of a content folder, those read that were not kept."""
    readings = taken(content, **given)
    unread = readings.unread(readings.files)
    assert list(readings.read(unread, jobs, "")) == unread
    return readings


def by_hand(content: Path) -> list[object]:
    """Return what reading each report gives, without anything that is kept."""
    found = content_folder.read(content)
    words = found.vocabulary, found.glossary
    return [read_report(words, (one, found.source_texts[one.source.file])) for one in found.reports]


def said(results) -> list[object]:
    """Return what reading gave, without the keys."""
    return [(one.reading, [(use.start, use.term.id) for use in one.uses]) for one in results]


def modules_of(name: str) -> set[str]:
    """Return the modules of ours that a module imports, with those that these import."""
    script = (
        f"import sys, {name}; print(*(name for name in sys.modules if name.startswith('baogao.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT / "site_src",
        capture_output=True,
        text=True,
        check=True,
    )
    rooms = {"baogao.corpus", "baogao.engine"}  # what these say of themselves does nothing
    return set(done.stdout.split()) - rooms


def known_by(parts: tuple[str, ...], modules: set[str]) -> set[str]:
    known = {f"baogao.{part.removesuffix('.py').replace('/', '.')}" for part in parts}
    return {name for name in modules if any(f"{name}.".startswith(f"{part}.") for part in known)}


def test_it_is_known_which_code_reads_a_report():
    modules = modules_of("baogao.engine.read_one_report")
    assert modules - known_by(READING, modules) == set()
    assert code_fingerprint(*READING) != code_fingerprint()


def test_it_is_known_which_code_joins_an_area():
    modules = modules_of("baogao.corpus.corpus")
    assert modules - known_by(JOINING, modules) == set()
    assert code_fingerprint(*JOINING) != code_fingerprint()


def test_what_was_read_is_kept_and_the_same(content, monkeypatch):
    first = read(content)
    assert list(first.files) == IDS
    seen = said(map(first.result, IDS))
    monkeypatch.setattr(kept_readings, "read_report", None)  # who would read now fails
    again = taken(content)
    assert again.unread(IDS) == [] and said(map(again.result, IDS)) == seen
    assert [one.report.id for one in again] == IDS and len(again) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_processes_reads_the_same(content, jobs):
    readings = read(content, jobs)
    assert said(map(readings.result, IDS)) == said(by_hand(content))


@pytest.mark.parametrize("harm", ["damaged", "deleted"])
def test_a_damaged_cache_does_no_harm(content, harm):
    first = said(map(read(content).result, IDS))
    for path in (content.parent / "cache" / "readings").iterdir():
        path.unlink() if harm == "deleted" else path.write_bytes(path.read_bytes()[:-5] + b"harm!")
    readings = taken(content)
    assert said(map(readings.result, IDS)) == first and readings.unread(IDS) == IDS


def test_a_cache_that_refuses_does_no_harm(content):
    (content.parent / "file").touch()
    readings = read(content, cache="file")
    assert said(map(readings.result, IDS)) == said(by_hand(content))


def test_what_is_gone_from_the_cache_and_has_changed_since_is_no_reading(content):
    readings = read(content)
    shutil.rmtree(content.parent / "cache")
    path = content / "reports" / "330200" / "2020.md"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: 又"), "utf-8")
    readings.taken.files.data.clear()
    with pytest.raises(CodeChanged, match="content changed"):
        readings.result("330200/2020")


@pytest.mark.parametrize(
    ("name", "old", "new", "others"),
    [
        ("reports/330200/2020.md", "title: ", "title: 又", ["330200/2019"]),
        ("vocabulary/topics.yml", "zh: ", "zh: 新", IDS),
        ("vocabulary/indicators.yml", "en: ", "en: The ", []),
        ("pages/methods.md", "# ", "# 新", IDS),
    ],
)
def test_what_a_report_was_read_from_is_its_key(content, name, old, new, others):
    before = taken(content).keys
    path = content / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    after = taken(content).keys
    assert [id for id in IDS if before[id] == after[id]] == others


def test_other_code_reads_anew(content):
    assert not set(taken(content).keys.values()) & set(taken(content, code="2").keys.values())


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("reports/330200/2020.md", "增长", "减少"),  # unlike its source
        ("reports/330200/2020.md", "year: 2020", "year: 2021"),
        ("sources/2020.txt", "增长", "减少"),
        ("corrections/330200/2019.yml", "found: ", "lost: "),
        ("reports/330200/2020.md", "title: ", "headline: "),
    ],
)
def test_a_mistake_is_no_reading(content, name, old, new):
    path = content / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(Mistaken):
        read(content)
    assert list(check.problems(content_folder.read(content)))


def test_an_area_is_joined_once_and_as_all_at_once(content, monkeypatch):
    readings = read(content)
    joiner = joined_areas.Joiner(readings.taken.content, readings, content.parent / "areas")
    keys = joined_areas.keys_of(readings, "1")
    assert joined_areas.kept(joiner, keys) == {}
    [first] = joined_areas.joined(joiner, keys, {}, 1)
    assert [one.id for one in first.listed] == IDS and first.code == "330200"
    [area] = keys
    there = joiner.corpus(area, keys[area])
    assert there.observations and there.targets and there.listed == first.listed
    monkeypatch.setattr(joined_areas, "corpus", lambda content, read: there)
    assert joined_areas.kept(joiner, keys) == {area: first}


def test_equal_values_have_one_digest_whatever_they_share():
    word = "".join(["长三", "角"])
    assert digest([word, word]) == digest([word, "".join(["长", "三角"])])
    assert digest(["a", "b"]) != digest(["b", "a"])


def fail(shared, item):
    raise ValueError(item)


def end(shared, item):
    os._exit(3)


def test_what_a_process_raises_is_raised_here():
    with pytest.raises(ValueError, match="two"):
        list(run_each(fail, None, ["two", "three"], jobs=2))


def test_a_process_that_ends_is_an_error_and_no_endless_wait(capsys, monkeypatch, tmp_path):
    from concurrent.futures import BrokenExecutor

    from baogao import cli

    with pytest.raises(BrokenExecutor):
        list(run_each(end, None, ["one", "two"], jobs=2))

    def broken(*_):
        raise BrokenExecutor("ended")

    monkeypatch.setattr("baogao.build.build", broken)
    assert cli.main(["build", "--output", str(tmp_path / "build")]) == 1
    assert capsys.readouterr().err.startswith("not built: a process ended before its work was done")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["build", "--without", "pages"],
            "pages: what can be left out is charts, search, downloads",
        ),
        (["build", "--jobs", "0"], "'0' is no number of processes: 1 or more"),
        (
            ["build", "--executor", "spark://x"],
            "'spark://x' is no cluster's address: dask://HOST:PORT",
        ),
        (["serve", "--port", "65536"], "'65536' is no port: 0 to 65535"),
        (["serve", "--port", "-1"], "'-1' is no port: 0 to 65535"),
        (["serve", "--port", "http"], "'http' is no port: 0 to 65535"),
    ],
)
def test_what_the_command_line_refuses(capsys, arguments, message):
    from baogao import cli

    with pytest.raises(SystemExit):
        cli.main(arguments)
    assert message in capsys.readouterr().err


@pytest.mark.nightly
def test_a_dask_cluster_reads_the_same(content):
    from dask.distributed import LocalCluster

    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        readings = taken(content)
        assert list(readings.read(IDS, 1, address)) == IDS
    assert readings.unread(IDS) == []
    assert said(map(readings.result, IDS)) == said(by_hand(content))
