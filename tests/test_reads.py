"""Reports read by any process, kept, and read again when what they were read from is another."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from baogao.content import content_folder
from baogao.content.value_digest import digest
from baogao.engine import cached_readings
from baogao.engine.code_fingerprint import READING, code_fingerprint
from baogao.engine.workers import run_each
from sites import small_content

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return content_folder.read(small_content(tmp_path_factory.mktemp("reads")))


def given(found) -> list[cached_readings.ReportAndSource]:
    return [(report, found.source_texts[report.source.file]) for report in found.reports]


def read(
    found, folder: Path, jobs: int = 1, of=None, code: str = "1"
) -> list[cached_readings.ReadingResult]:
    return list(
        cached_readings.read_all(
            of or given(found), (found.vocabulary, found.glossary), code, folder, jobs, ""
        )
    )


def test_it_is_known_which_code_reads_a_report():
    script = (
        "import sys, baogao.engine.read_one_report; print(*(name for name in sys.modules if"
        " name.startswith('baogao.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT / "site_src",
        capture_output=True,
        text=True,
        check=True,
    )
    known = {f"baogao.{part.removesuffix('.py').replace('/', '.')}" for part in READING}
    rooms = {"baogao.corpus", "baogao.engine"}  # what these say of themselves reads nothing
    assert [
        name
        for name in done.stdout.split()
        if name not in rooms and not any(f"{name}.".startswith(f"{part}.") for part in known)
    ] == []
    assert code_fingerprint(*READING) != code_fingerprint()


def test_what_was_read_is_kept_and_the_same(found, tmp_path, monkeypatch):
    first = read(found, tmp_path / "readings")
    assert [one.reading.report.id for one in first] == ["330200/2019", "330200/2020"]
    monkeypatch.setattr(cached_readings, "read_report", None)  # who would read now fails
    assert read(found, tmp_path / "readings") == first


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_processes_reads_the_same(found, tmp_path, jobs):
    assert [replace(one, key="") for one in read(found, tmp_path, jobs)] == [
        cached_readings.read_report((found.vocabulary, found.glossary), one) for one in given(found)
    ]


def test_a_damaged_or_refused_cache_does_no_harm(found, tmp_path):
    folder = tmp_path / "readings"
    first = read(found, folder)
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[:-5] + b"harm!")
    assert read(found, folder) == first
    (tmp_path / "file").touch()
    assert read(found, tmp_path / "file") == first


def test_another_text_other_words_or_other_code_is_read_anew(found, tmp_path):
    keys = {one.key for one in read(found, tmp_path)}
    report, source = given(found)[0]
    assert read(found, tmp_path, of=[(replace(report, title="别的"), source)])[0].key not in keys
    assert not keys & {one.key for one in read(found, tmp_path, code="2")}
    other = replace(found, vocabulary=replace(found.vocabulary, traditional=()))
    assert not keys & {one.key for one in read(other, tmp_path)}


def test_a_report_unlike_its_source_is_read_with_its_problem(found, tmp_path):
    report, source = given(found)[1]
    [one] = read(found, tmp_path, of=[(report, source.replace("增长", "减少"))])
    assert (
        one.problems
        and one.problems[0].path == "content/reports/330200/2020.md"
        and one.reading.notes == ()
    )


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
def test_a_dask_cluster_reads_the_same(found, tmp_path):
    from dask.distributed import LocalCluster

    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        folder, address = (
            tmp_path / "readings",
            cluster.scheduler_address.replace("tcp://", "dask://"),
        )
        there = list(
            cached_readings.read_all(
                given(found), (found.vocabulary, found.glossary), "1", folder, 1, address
            )
        )
    assert there == read(found, tmp_path / "here")
