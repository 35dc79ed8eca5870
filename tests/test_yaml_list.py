"""A list of the content with one entry more: valid YAML and nothing lost, whatever its form was."""

import pytest
import yaml

from baogao.content.yaml.yaml_entries import Mistake
from baogao.content.yaml.yaml_list import with_entry
from baogao.content.yaml.yaml_with_lines import YamlMistake

NEW = {"file": "二〇二六.txt", "sha256": "0" * 64, "received": "2026-11-30", "origin": "网页：x"}
OLD = {"file": "a.txt", "origin": "网页"}


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("", []),
        ("\n\n", []),
        ("# 来源\n", []),
        ("# 来源", []),
        ("[]\n", []),
        ("[]", []),
        ("---\n", []),
        ("---\n...\n", []),
        ("- file: a.txt\n  origin: 网页\n", [OLD]),
        ("- file: a.txt\n  origin: 网页", [OLD]),
        ("- file: a.txt\n  origin: 网页  # 注", [OLD]),
        ("- file: a.txt\r\n  origin: 网页\r\n", [OLD]),
        ("\ufeff- file: a.txt\n  origin: 网页\n", [OLD]),
        ("# 来源\n- file: a.txt\n  origin: 网页\n\n\n# 完\n", [OLD]),
        ("  - file: a.txt\n    origin: 网页\n", [OLD]),
        ("-   file: a.txt\n    origin: 网页\n", [OLD]),
        ("-\n  file: a.txt\n  origin: 网页\n", [OLD]),
        ("- {file: a.txt, origin: 网页}\n", [OLD]),
        ("[{file: a.txt, origin: 网页}]\n", [OLD]),
        ("[\n  {file: a.txt, origin: 网页},\n]\n", [OLD]),
        ("--- [{file: a.txt, origin: 网页}]", [OLD]),
        ("%YAML 1.1\n---\n- file: a.txt\n  origin: 网页\n", [OLD]),
        ("---\n- file: a.txt\n  origin: 网页\n...\n", [OLD]),
        ("- file: a.txt\n  origin: 网页\n...", [OLD]),
        ("- file: a.txt\n  origin: 网页\n... # 完\n\n", [OLD]),
        ("- file: a.txt\n  origin: |\n    网页", [{"file": "a.txt", "origin": "网页"}]),
        ("- file: a.txt\n  origin: |+\n    网页\n\n", [{"file": "a.txt", "origin": "网页\n\n"}]),
        ("- file: a.txt\n  origin: 网\n    页", [{"file": "a.txt", "origin": "网 页"}]),
    ],
)
def test_an_entry_is_put_behind_the_others(text, before):
    new = with_entry(text, NEW)
    assert yaml.safe_load(new) == [*before, NEW]
    assert yaml.safe_load(with_entry(new, OLD)) == [*before, NEW, OLD]


def test_what_stands_there_stays_as_it_is_written():
    text = "# 来源\n- file: a.txt   # 第一\n  origin: 网页\n\n# 完\n"
    assert with_entry(text, NEW).startswith(text)
    assert with_entry(text.replace("\n", "\r\n"), NEW).count("\n") == with_entry(
        text.replace("\n", "\r\n"), NEW
    ).count("\r\n")


def test_a_list_in_brackets_is_written_anew_and_keeps_its_first_comments():
    new = with_entry("# 来源，\n# 不改。\n\n[{file: a.txt, origin: 网页}]  # 注\n", NEW)
    assert new.startswith("# 来源，\n# 不改。\n\n- file: a.txt\n  origin: 网页\n- file: ")


@pytest.mark.parametrize(
    ("text", "line"), [("- file: [\n", 2), ("- a: 1\n---\n- b: 1\n", 2), ("a: *b\n", 1)]
)
def test_what_is_no_yaml_is_refused_with_its_line(text, line):
    with pytest.raises(YamlMistake) as told:
        with_entry(text, NEW)
    assert told.value.line == line


@pytest.mark.parametrize("text", ["file: a.txt\n", "来源\n"])
def test_what_is_no_list_is_refused(text):
    with pytest.raises(Mistake, match="not a list"):
        with_entry(text, NEW)
