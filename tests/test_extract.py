"""`baogao extract`: what it prints, and what it says where there is nothing to print."""

import json
import os
import subprocess
import sys

import pytest

from baogao.reading.extract_command import run
from figure_cases import words

KEYS = [
    "start",
    "end",
    "text",
    "value",
    "value_high",
    "unit",
    "bound",
    "kind",
    "status",
    "period",
    "label",
    "indicator",
    "area",
    "certainty",
    "bound_words",
    "tone_words",
    "tone",
]


def extracted(tmp_path, capsys, data: bytes) -> tuple[int, list[dict], str]:
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    status = run(str(file), vocabulary=words())
    printed = capsys.readouterr()
    return status, [json.loads(line) for line in printed.out.splitlines()], printed.err


def test_one_object_a_line(tmp_path, capsys):
    status, found, said = extracted(
        tmp_path, capsys, "\ufeff一、2018年工作回顾\r\n预算收入1468.4亿元，增长8.0%".encode()
    )
    assert (status, said) == (0, "")
    assert [list(figure) for figure in found] == [KEYS, KEYS]
    assert [(figure["value"], figure["start"]) for figure in found] == [(146840000000, 16), (8, 27)]


@pytest.mark.parametrize(
    ("data", "says"), [(b"\xff\xfe\x00", "UTF-8"), (b"", "empty"), (b" \n", "empty")]
)
def test_unreadable(tmp_path, capsys, data, says):
    status, found, said = extracted(tmp_path, capsys, data)
    assert (status, found) == (1, []) and says in said


def test_missing_file(tmp_path, capsys):
    assert run(str(tmp_path / "none.txt"), vocabulary=words()) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_no_figures(tmp_path, capsys):
    status, found, said = extracted(tmp_path, capsys, "没有数字。".encode())
    assert (status, found) == (0, []) and "no figures" in said


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("11.2亿元", "1120000000"),
        ("0.1%", "0.1"),
        ("99.41%", "99.41"),
        ("1.5万亿元", "1500000000000"),
        ("0.0001%", "0.0001"),
        ("10745.5亿元", "1074550000000"),
    ],
)
def test_numbers_print_as_written(tmp_path, capsys, written, printed):
    file = tmp_path / "one.txt"
    file.write_text(f"数值达{written}", encoding="utf-8")
    run(str(file), vocabulary=words())
    assert f'"value": {printed},' in capsys.readouterr().out


def test_the_checkouts_own_words(tmp_path, capsys):
    file = tmp_path / "one.txt"
    file.write_text("预算收入1亿元", encoding="utf-8")
    assert run(str(file), "330200", 2019) == 0
    assert json.loads(capsys.readouterr().out)["period"] == "2018"


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_what_is_printed_is_utf_8_wherever_it_is_printed(tmp_path, encoding):
    file = tmp_path / "report.txt"
    file.write_text("2019年RENOVÁVEL增长5.5%", "utf-8")
    done = subprocess.run(
        (sys.executable, "-m", "baogao", "extract", file),
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["label"].startswith("RENOVÁVEL")
