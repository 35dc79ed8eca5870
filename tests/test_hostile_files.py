"""Content as an attacker would leave it: refused as path:line: message (hint), quickly, without a
traceback, and nothing built.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baogao import check
from baogao.content import content_folder, limits, own_places, yaml_with_lines
from baogao.content.compiled_patterns import compiled
from baogao.content.folder_ownership import FIRST
from baogao.content.markdown_html import problems as prose_problems
from baogao.content.markdown_html import prose
from baogao.content.problem_printing import line_of
from baogao.engine.progress import Progress
from baogao.records import Problem

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "content"
REPORT, SOURCES, PAGE, UNITS = (
    "reports/330200/2020.md",
    "sources/sources.yml",
    "pages/methods.md",
    "vocabulary/units.yml",
)
AREAS = (
    "code,name,level,parent,short\n"
    "330000,浙江省,province,,浙江\n"
    "330200,宁波市,prefecture,330000,宁波\n"
)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Give the golden content with hardly any vocabulary: quick to read."""
    shutil.copytree(GOLDEN, tmp_path / "content")
    (tmp_path / "content" / "vocabulary").mkdir()
    for name in own_places.WORDS:
        (tmp_path / "content" / "vocabulary" / name).touch()
    (tmp_path / "content" / "vocabulary" / "areas.csv").write_text(AREAS, "utf-8")
    return tmp_path / "content"


def said(folder: Path) -> list[str]:
    return [
        line_of(problem).removeprefix("content/")
        for problem in check.problems(content_folder.read(folder))
    ]


def put(folder: Path, name: str, data: str | bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(
        data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    )


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    put(folder, name, text.replace(old, new, 1))


def test_the_content_itself_is_good(folder):
    assert said(folder) == []


UNSEEN = "delete it: it hides or reorders what is read"
ENTRY = "each entry is a mapping: - key: value"
REVIEWS = "reviews/330200/2020.yml"
BYTES = [
    (REPORT, b"---\ntitle: \xff\n", f"{REPORT}:2: not UTF-8 (byte 11) (save the file as UTF-8)"),
    (REPORT, "---\n\ud800\n", f"{REPORT}:2: not UTF-8 (byte 4) (save the file as UTF-8)"),
    (REPORT, b"\xff\xfe-\0-\0", f"{REPORT}:1: not UTF-8 (byte 0) (save the file as UTF-8)"),
    (REPORT, b"a\n\0", f"{REPORT}:2: U+0000 (a control character), which nobody sees ({UNSEEN})"),
    (
        REPORT,
        "\n\u202e\u202e",
        (
            f"{REPORT}:2: U+202E (RIGHT-TO-LEFT OVERRIDE), which nobody sees, 2 times from here on"
            f" ({UNSEEN})"
        ),
    ),
    (
        REPORT,
        "\ufeff\ufeff",
        f"{REPORT}:1: U+FEFF (ZERO WIDTH NO-BREAK SPACE), which nobody sees ({UNSEEN})",
    ),
    (
        PAGE,
        "# 方法\n\n\u2066a",
        f"{PAGE}:3: U+2066 (LEFT-TO-RIGHT ISOLATE), which nobody sees ({UNSEEN})",
    ),
    (UNITS, "- \u200b", f"{UNITS}:1: U+200B (ZERO WIDTH SPACE), which nobody sees ({UNSEEN})"),
    (
        "vocabulary/areas.csv",
        AREAS + "330300,温\u009b州市,prefecture,330000,温州\n",
        f"vocabulary/areas.csv:4: U+009B (a control character), which nobody sees ({UNSEEN})",
    ),
    (
        "vocabulary/areas.csv",
        AREAS + "３３０３００,温州市,prefecture,330000,温州\n",
        (
            "vocabulary/areas.csv:4: area code '３３０３００' is not six digits"
            " (code,name,level,parent,short,from,until,successor,absorbed_by; a parent stands"
            " before its children)"
        ),
    ),
    (
        "scores.csv",
        b"",
        "scores.csv:1: not a row of this table (write the file with `scripts/score --write`)",
    ),
    (UNITS, "a: &a [*a]", f"{UNITS}:1: an alias (*): write it out"),
    (
        UNITS,
        "- !!python/object/apply:os.system [id]",
        (
            f"{UNITS}:1: a tag, 'python/object/apply:os.system': texts, numbers, lists and mappings"
            " are enough"
        ),
    ),
    (UNITS, "- " * 100_000, f"{UNITS}:1: more than 20 levels inside each other"),
    (UNITS, "[" * 100_000, f"{UNITS}:1: more than 20 levels inside each other"),
    (UNITS, "- {unit: 元, unit: 角}", f"{UNITS}:1: key 'unit' stands twice"),
    (
        UNITS,
        "- {<<: {a: b}}",
        f"{UNITS}:1: a key that is no text: '<<' (put it in quotation marks)",
    ),
    (UNITS, "- {? [a] : b}", f"{UNITS}:1: a key that is no text but a list or a mapping"),
    (
        UNITS,
        "- {unit: 元, dimension: money, base: 元, factor: 1e999999, example: 1元}",
        f"{UNITS}:1: unit 元: factor is not a number: '1e999999'",
    ),
    (UNITS, "- a\n" * 3, f"{UNITS}:1: not an entry: 'a', nor are 2 items below ({ENTRY})"),
    (UNITS, "# a\n-\n  - a\n", f"{UNITS}:3: not an entry: ['a'] ({ENTRY})"),
    (UNITS, "- a\n" * 250_000, f"{UNITS}:200001: more than 200000 values in one file"),
    (UNITS, f"- {{unit: {'元' * 5001}}}", f"{UNITS}:1: a text of 5001 characters, at most 5000"),
    (
        UNITS,
        f"- {{unit: 元, dimension: money, base: {'元' * 251}, example: 1元}}",
        f"{UNITS}:1: base is a text of 251 characters (at most 250)",
    ),
    (
        "vocabulary/topics.yml",
        f"- {{id: a, zh: {'字' * 1001}}}",
        "vocabulary/topics.yml:1: zh is a text of 1001 characters (at most 1000)",
    ),
    (
        "vocabulary/glossary.yml",
        f"- {{term: 甲, en: {'a' * 1001}, zh: b, examples: [甲]}}",
        "vocabulary/glossary.yml:1: en is a text of 1001 characters (at most 1000)",
    ),
    (
        "vocabulary/areas.csv",
        AREAS + f"330300,{'温' * 201},prefecture,330000,温州\n",
        "vocabulary/areas.csv:4: area 330300 has a name of more than 200 characters "
        "(code,name,level,parent,short,from,until,successor,absorbed_by; a parent stands before its"
        " children)",
    ),
    (
        "corrections/330200/2020.yml",
        f"- {{found: {'字' * 1001}, now: a, why: b}}",
        "corrections/330200/2020.yml:1: found is a text of 1001 characters (at most 1000)",
    ),
    (
        "corrections/330200/2020.yml",
        "- {found: 字, now: a, why: b, times: 100000}",
        "corrections/330200/2020.yml:1: a correction's now is a text, "
        "its times a number from 1 to 1000 (quote a number: now: '2020')",
    ),
    (
        "figures/330200/2020.yml",
        f"- {{figure: f-a, reject: true, why: {'字' * 1001}}}",
        "figures/330200/2020.yml:1: why is a text of 1001 characters (at most 1000)",
    ),
    (UNITS, '- {unit: "\\u202e"}', f"{UNITS}:1: a character that nobody sees, U+202E"),
    (UNITS, "- a\n---\n- b\n", f"{UNITS}:2: a second document (---): write it into the first"),
    (
        "vocabulary/nonfigures.yml",
        "- {before: '(a+)+b', why: x}",
        (
            "vocabulary/nonfigures.yml:1: not a pattern: some text would take for ever: "
            "give repetitions an end, {0,20}, let none stand inside another, "
            "and no two take the same characters (see Python's re)"
        ),
    ),
    (
        "vocabulary/nonfigures.yml",
        f"- {{before: '{'(' * 1000 + ')' * 1000}', why: x}}",
        (
            "vocabulary/nonfigures.yml:1: not a pattern: "
            "groups too deep inside each other (see Python's re)"
        ),
    ),
    (
        "vocabulary/nonfigures.yml",
        "- {before: 7, why: x}",
        "vocabulary/nonfigures.yml:1: not a pattern: 7 is no text (see Python's re)",
    ),
    (
        "vocabulary/indicators.yml",
        "- {id: ../../x, zh: a, en: a, unit: 元, topic: t, direction: up}",
        (
            "vocabulary/indicators.yml:1: no indicator can be called '../../x' (small letters,"
            " digits and _: it is an address)"
        ),
    ),
    (
        "vocabulary/glossary.yml",
        "- {term: 甲, id: 'a b\"', en: a, zh: b, examples: [甲]}",
        (
            "vocabulary/glossary.yml:1: no address can be made of the term (write pinyin: as it is"
            " read, or id: t- and small letters)"
        ),
    ),
    (
        "vocabulary/glossary.yml",
        "- {term: 甲, aliases: [''], en: a, zh: b, examples: [甲]}",
        (
            "vocabulary/glossary.yml:1: aliases cannot be [''] (write aliases: [one, another], each"
            " in quotation marks if it is a number)"
        ),
    ),
    (
        "vocabulary/measures.yml",
        "- {kind: level, measure: [level]}",
        (
            "vocabulary/measures.yml:1: measure cannot be ['level'] (one of level, growth,"
            " average_growth, difference, growth_difference, rank, growth_rank, rank_change, gap)"
        ),
    ),
    (
        "pages/reports.md",
        "# 报告\n",
        (
            "pages/reports.md:1: no page can be called 'reports' (small letters, digits and"
            " hyphens; a name that the site does not use itself)"
        ),
    ),
    (
        "pages/a b.md",
        "# 页\n",
        (
            "pages/a b.md:1: no page can be called 'a b' (small letters, digits and hyphens; a name"
            " that the site does not use itself)"
        ),
    ),
    (
        "pages/deep.md",
        "# 页\n\n" + "[" * 101,
        (
            "pages/deep.md:3: a paragraph of 101 characters with 101 brackets (at most 5000 and"
            " 100: make several of it)"
        ),
    ),
    (
        "pages/long.md",
        "a" * 100_001,
        "pages/long.md:1: a page of 100001 characters, more than 100000 (make two of it)",
    ),
    (
        "releases/aliases.csv",
        "old,new,why\n" + "a" * 5001 + ",b,c\n",
        "releases/aliases.csv:2: not a row of this table (its columns are old, new, why)",
    ),
    (
        "releases/releases.yml",
        '- {version: ../../etc/passwd, date: "2020-01-01"}\n',
        (
            "releases/releases.yml:1: not a release (- {version: …, date: …}, as `baogao release`"
            " writes it)"
        ),
    ),
    (
        "figures/330200/2020.yml",
        "- {figure: f-a, set: {value: 1e999999999}, why: x}",
        (
            "figures/330200/2020.yml:1: value is not a number: '1e999999999' (the fields of `baogao"
            " extract`)"
        ),
    ),
    (
        "figures/330200/2020.yml",
        "- {figure: f-a, set: {bound: [eq]}, why: x}",
        (
            "figures/330200/2020.yml:1: bound cannot be ['eq'], only eq, ge, le, approx, range (the"
            " fields of `baogao extract`)"
        ),
    ),
    (
        "figures/330200/2020.yml",
        f"- {{figure: f-a, add: {{text: {'字' * 201}, value: 1}}, why: x}}",
        (
            "figures/330200/2020.yml:1: a figure that is added lacks text or value (add: {text:"
            " 6.8%, value: 6.8, unit: '%', label: …})"
        ),
    ),
    (
        REVIEWS,
        "- {figure: [f-a], read: {value: 1}}",
        (
            f"{REVIEWS}:1: a review lacks figure or read (figure: its anchor, as f-7k2m9qxa; read:"
            " {value: …}, as it was read)"
        ),
    ),
    (
        REVIEWS,
        "- {figure: f-a, read: {value: 1e999999999}}",
        f"{REVIEWS}:1: value is not a number: '1e999999999' (the fields of `baogao extract`)",
    ),
    (
        REVIEWS,
        f"- {{figure: {'f' * 201}, read: {{value: 1}}}}",
        f"{REVIEWS}:1: figure is a text of 201 characters (at most 200)",
    ),
    (
        REVIEWS,
        f"- {{doubt: p-a, read: {'字' * 1001}}}",
        f"{REVIEWS}:1: doubt p-a cannot have been read as '{'字' * 39} (metadata: a key of the"
        " front matter, heading or doubt: a line's anchor; and read)",
    ),
    (
        REVIEWS,
        '- {doubt: "p-a\\u202e", read: x}',
        f"{REVIEWS}:1: a character that nobody sees, U+202E",
    ),
]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    BYTES,
    ids=[f"{name}:{number}" for number, (name, *_) in enumerate(BYTES)],
)
def test_a_hostile_file_is_named(folder, name, data, message):
    put(folder, name, data)
    assert message in said(folder)


NAME_HINT = "a plain name that ends with .txt, .html, .pdf, .docx, no folder"
WORDS = [
    (
        SOURCES,
        "file: 2020.txt",
        "file: ../../../etc/passwd",
        f"no source can be called '../../../etc/passwd' ({NAME_HINT})",
    ),
    (
        SOURCES,
        "file: 2020.txt",
        "file: /etc/passwd.txt",
        f"no source can be called '/etc/passwd.txt' ({NAME_HINT})",
    ),
    (
        SOURCES,
        "file: 2020.txt",
        "file: .2020.txt",
        f"no source can be called '.2020.txt' ({NAME_HINT})",
    ),
    (
        SOURCES,
        "origin: 测试网页",
        "origin: [测试]",
        "source lacks origin (each has file, sha256, received, origin)",
    ),
    (
        REPORT,
        "file: 2020.txt",
        "file: ../sources/2020.txt",
        "unknown source '../sources/2020.txt' (a file listed in content/sources/sources.yml)",
    ),
    (
        REPORT,
        'code: "330200"',
        "code: ../..",
        (
            "unknown area code '../..' (six digits of GB/T 2260, listed in"
            " content/vocabulary/areas.csv; a zone, a division or a town without a code is a row of"
            " content/vocabulary/areas_own.csv, as"
            " 330200-hangzhouwan,杭州湾新区,other,330200,杭州湾新区)"
        ),
    ),
    (
        REPORT,
        "title: 2020年宁波市政府工作报告",
        f"title: {'字' * 201}",
        f"front matter title cannot be '{'字' * 201}' (the report's title)",
    ),
    (
        REPORT,
        "year: 2020",
        "year: 20200000000000000000000000",
        "front matter year cannot be 20200000000000000000000000 (the year of delivery, as 2020)",
    ),
    (
        REPORT,
        "实现地区生产总值",
        "## 一\n" * 501 + "实现地区生产总值",
        "more than 500 headings (a report has some dozens; mark paragraphs as such)",
    ),
    (
        REPORT,
        "## 一、2019年工作回顾",
        f"## {'一' * 201}",
        "a heading of 201 characters, more than 200 (begin a paragraph where its title ends)",
    ),
    (
        "site.yml",
        "title: 小站",
        "title: [小站]",
        "title cannot be ['小站'] (a line of 200 characters at most)",
    ),
    (
        "site.yml",
        "title: 小站",
        f"title: {'字' * 201}",
        f"title cannot be '{'字' * 201}' (a line of 200 characters at most)",
    ),
    (
        SOURCES,
        "origin: 测试网页",
        f"origin: {'字' * 1001}",
        "origin is a text of 1001 characters (at most 1000)",
    ),
    (
        REPORT,
        "reviews: [2019]",
        f"reviews: {[2019] * 51}",
        f"front matter reviews cannot be {[2019] * 51} (the years looked back on, as [2019])",
    ),
    (
        "site.yml",
        "base_url: https:",
        "base_url: javascript:",
        (
            "base_url cannot be 'javascript://example.org/small/' (an address as"
            " https://example.org/baogao/)"
        ),
    ),
    (
        "site.yml",
        "date: 2020-05-01",
        "repository_url: 'https://x/\" onclick=\"alert(1)'",
        (
            "repository_url cannot be 'https://x/\" onclick=\"alert(1)' (an address as"
            " https://example.org/baogao/)"
        ),
    ),
    (
        "site.yml",
        "date: 2020-05-01",
        "date: 2020-05-01\ncontact: 'a@example.org?bcc=all'",
        (
            "contact cannot be 'a@example.org?bcc=all' (a mailbox as name@example.org, or an"
            " address as https://example.org/)"
        ),
    ),
    (
        "sources/sources.yml",
        "origin: ",
        "address: javascript:alert(1)\n  origin: ",
        "address cannot be 'javascript:alert(1)' (as https://example.org/report.html, or left out)",
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    WORDS,
    ids=[f"{name}:{number}" for number, (name, *_) in enumerate(WORDS)],
)
def test_hostile_words_are_named(folder, name, old, new, message):
    edit(folder, name, old, new)
    assert any(
        line.startswith(name + ":") and line.endswith(": " + message) for line in said(folder)
    ), said(folder)


@pytest.mark.parametrize(
    "name",
    [REPORT, "sources/2020.txt", PAGE, "site.yml", UNITS, "vocabulary/areas.csv", "scores.csv"],
)
def test_what_is_no_file_is_named_and_not_waited_for(folder, tmp_path, name):
    path, out = folder / name, tmp_path / f"secret{Path(name).suffix}"
    path.unlink(missing_ok=True)
    out.write_text("- 机密", "utf-8")
    for make, message in [
        (os.mkfifo, "cannot be read: not a file"),
        (os.mkdir, "cannot be read: not a file"),
        (lambda path: os.symlink(out, path), "a link that leads out of the content"),
        (
            lambda path: os.symlink(tmp_path / "none", path),
            "cannot be read: No such file or directory",
        ),
        (lambda path: os.symlink(path.name, path), "cannot be read: "),
    ]:
        make(path)
        assert any(line.startswith(f"{name}:1: {message}") for line in said(folder)), message
        assert "机密" not in "".join(said(folder))
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def test_a_folder_that_leads_out_is_not_followed(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    shutil.move(folder / REPORT, tmp_path / "elsewhere" / "2020.md")
    (folder / "reports" / "330300").symlink_to(tmp_path / "elsewhere")
    assert (
        "reports/330300/2020.md:1: a link that leads out of the content (put the file itself there)"
        in said(folder)
    )


def test_a_link_within_the_content_is_followed(folder):
    (folder / "pages" / "same.md").symlink_to("methods.md")
    assert said(folder) == []


@pytest.mark.parametrize(
    "name",
    [
        REPORT,
        "sources/2020.txt",
        PAGE,
        UNITS,
        "corrections/330200/2019.yml",
        "figures/330200/2020.yml",
        "site.yml",
    ],
)
def test_a_file_of_a_hundred_megabytes_is_refused_unread(folder, name):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("wb") as file:
        file.truncate(100_000_000)  # takes no room on the disk
    most = limits.LARGEST[Path(name).suffix] // 1000
    assert (
        f"{name}:1: 100000000 bytes are too many: at most {most} KB for a *{Path(name).suffix} (see"
        " limits.py)" in said(folder)
    )


def test_a_name_that_a_terminal_would_obey_is_printed_as_escapes(folder):
    (folder / "reports" / "330300").mkdir()
    put(folder, "reports/330300/\x1b[2J\n.md", "")
    put(folder, os.fsdecode(b"reports/330300/\xff.md"), "")
    assert (
        r"reports/330300/\x1b[2J\n.md:1: the file is empty (run `scripts/baogao add` on its source"
        r" again)" in said(folder)
    )
    assert (
        r"reports/330300/\udcff.md:1: the file is empty (run `scripts/baogao add` on its source"
        r" again)" in said(folder)
    )


NUMBERS = [
    "0x1F",
    "0b1",
    "0777",
    "1_000",
    "1:30",
    "1:30.5",
    "1:" * 2000 + "1",
    "9" * 41,
    "0x" + "f" * 4000,
    ".5",
    ".inf",
    ".nan",
]


@pytest.mark.parametrize("written", NUMBERS, ids=lambda written: written[:9])
def test_a_number_is_written_in_tens_and_has_an_end(written):
    with pytest.raises(yaml_with_lines.YamlMistake, match=r"not a number as 2020 or 6\.8") as error:
        yaml_with_lines.load(f"a: 1\nb: {written}\n")
    assert error.value.line == 2
    assert yaml_with_lines.unlined(yaml_with_lines.load(f"b: '{written}'")) == {"b": written}


def test_of_very_many_problems_the_first_are_printed(capsys):
    Progress.problems(
        [Problem("a.md", line, "x" * 1000) for line in range(1, 2000)] + [Problem("b.md", 1, "y")]
    )
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == limits.MOST_SHOWN + 2 and lines[-2:] == [
        "a.md: and 1949 more",
        "b.md:1: y",
    ]
    assert len(lines[0]) == len("a.md:1: …") + limits.LONGEST_MESSAGE


def test_the_command_says_all_at_once_and_leaves_the_last_site(folder, tmp_path):
    (tmp_path / "site").mkdir()
    put(tmp_path, "site/.baogao", FIRST + "index.html\n")
    put(tmp_path, "site/index.html", "the last good site")
    for name, data, _ in BYTES:
        put(folder, name, data)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "baogao",
            "build",
            "--quiet",
            "--content",
            folder,
            "--output",
            tmp_path / "site",
        ],
        cwd=ROOT / "site_src",
        capture_output=True,
        text=True,
    )
    files = {line.split(":")[0] for line in done.stderr.splitlines()[:-1]}
    assert done.returncode == 1 and "Traceback" not in done.stderr and done.stdout == ""
    assert files >= {f"content/{name}" for name, *_ in BYTES if name != "vocabulary/nonfigures.yml"}
    assert done.stderr.splitlines()[-1].startswith("not built: ")
    assert [path.name for path in sorted((tmp_path / "site").iterdir())] == [
        ".baogao",
        "index.html",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "JaVaScRiPt:x",
        "java&#115;cript:x",
        "java&Tab;script:x",
        "&#x6A;avascript:x",
        "&#1;javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "[这里]({})",
        "![这里]({})",
        "[这里](<{}>)",
        "[这里][1]\n\n[1]: {}",
        "<{}>",
        "[这里](/a){{: href='{}' }}",
    ],
)
def test_a_link_that_would_run_is_refused_and_shown_without(address, form):
    text = f"# 页\n\n{form.format(address)}\n"
    html = str(prose(text)[1]).lower()
    links = [part for part in html.split("<")[1:] if part.startswith(("a", "img"))]
    assert not any(
        "script" in link.split(">")[0]
        or "data:" in link.split(">")[0]
        or "file:" in link.split(">")[0]
        for link in links
    ), html
    if links and '<a href="/a"' not in html:
        assert [problem.line for problem in prose_problems("p.md", text)] == [3]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("a <img src=x onerror=alert(1)>", "&lt;img"),
        ("<div>\n\n*a*\n\n</div>", "&lt;div&gt;"),
        ("<!-- a -->", "&lt;!--"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("# <b>标题</b>", "&lt;b&gt;"),
    ],
)
def test_markup_in_a_page_is_shown_as_text(text, shown):
    assert shown in prose(text)[1]


@pytest.mark.parametrize(
    "line",
    [
        "# 题 {: onclick=x }",
        "[a](b){: style=x onmouseover=y }",
        "![a](//elsewhere/x.png)",
        "![a](https://elsewhere/x.png)",
    ],
)
def test_attributes_and_pictures_from_elsewhere_are_refused(line):
    assert [problem.line for problem in prose_problems("p.md", f"\n\n{line}\n")][:1] == [3]
    html = str(prose(line)[1])
    assert not any(word in html for word in ("onclick", "style=", "onmouseover", "elsewhere"))


@pytest.mark.parametrize(
    "pattern",
    [
        "(a*)*",
        "(a+b?)+",
        "((ab)*c)*",
        "(a|b*)+x",
        "a*b*c*d*",
        "(?:(?:a{1,200}){1,200})",
        "(?=(a+)+)",
    ],
)
def test_a_pattern_that_could_take_for_ever_is_none(pattern):
    with pytest.raises(compiled.__globals__["re"].error, match="for ever"):
        compiled(pattern)


def test_yaml_keeps_what_content_needs():
    assert yaml_with_lines.unlined(
        yaml_with_lines.load('a: [1, "2", 2.5, true, ~]\nb: {c: 2020-01-01}\n')
    ) == {"a": [1, "2", 2.5, True, None], "b": {"c": "2020-01-01"}}


def test_every_name_at_the_top_of_the_site_is_kept_from_pages(site):
    pages = {path.stem for path in (ROOT / "content" / "pages").iterdir()}
    assert {
        path.name.split(".")[0] for path in site.iterdir() if not path.name.startswith(".")
    } - pages <= content_folder.TAKEN
