"""The text of a file, whatever its form and encoding; or one line on why there is none."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import made_files
from baogao.content import limits
from baogao.received.html_text import saved_from
from baogao.received.not_taken import NotTaken
from baogao.received.taken_text import take

LINES = [
    "政府工作报告",
    "各位代表：",
    "一、2019年工作回顾",
    "全市生产总值增长6.8%，一般公共预算收入1468.4亿元，城镇新增就业23.5万人，居民生活持续改善，各项事业全面进步。",
    "二、2020年目标任务",
    "生产总值增长6%，全年粮食总产量保持稳定，深入推进重点领域改革，努力完成全年目标任务，谱写发展新篇章。",
]
TITLE = "2020年某某市政府工作报告"
TRADITIONAL = (
    "各位代表：現在，我代表市人民政府，向大會報告工作。全市生產總值增長百分之六，財政收入穩步提高。"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_in_the_encodings_of_chinese(encoding):
    taken = take("\r\n".join(LINES).encode(encoding))
    assert (taken.text, taken.suffix) == ("\n".join(LINES), ".txt")
    assert bool(taken.by) == (not encoding.startswith("utf-8"))


def test_traditional_text_in_big5():
    taken = take(TRADITIONAL.encode("big5"))
    assert taken.text == TRADITIONAL and taken.by.endswith("big5hkscs")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "gb2312"),  # as a browser saves a page that was in GB2312
        ("gb18030", "gb2312"),
        ("gb18030", ""),
        ("gb18030", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_a_page_gives_its_title_and_text_in_any_encoding(encoding, declared):
    page = made_files.page(LINES, title=TITLE, encoding=encoding, declared=declared)
    taken = take(page)
    assert taken.suffix == ".html" and taken.by.startswith("lxml ")
    lines = taken.text.split("\n")
    first, title, about = lines[:3]
    assert (first, title) == (f"{TITLE}_某某市人民政府", TITLE)
    assert about.startswith("发布时间：2020-05-06来源：某某日报")
    assert [line.strip() for line in lines[3:9]] == LINES
    for words in ("互动", "一图读懂", "隐藏的文字", "var ", "版权所有"):
        assert words not in taken.text


def test_lines_of_a_page_are_those_that_people_see():
    page = (
        f"<p>{LINES[3]}<br>第二<b>行</b>\n<table><tr><td>指标</td><td>2020年</td></tr></table>"
        f"<pre>甲\n乙</pre></p><table><tr><td><p>{LINES[5]}</p></td></tr></table>"
    )
    assert take(page.encode()).text.split("\n") == [
        LINES[3],
        "第二行",
        "指标　2020年",
        "甲",
        "乙",
        LINES[5],
    ]


def test_the_lines_of_a_pdf_without_what_is_on_every_page():
    texts = [(LINES[3][:20], LINES[3][20:]), (LINES[5][:20], LINES[5][20:]), (LINES[2], LINES[4])]
    pages = [
        ["某某市人大会议文件", f"第{n}次会议", f"　　{a}", b, "内部资料", f"— {n} —"]
        for n, (a, b) in enumerate(texts, 1)
    ]
    taken = take(made_files.pdf(pages))
    assert taken.suffix == ".pdf" and taken.by.startswith("pypdfium2 ")
    assert taken.text.split("\n") == [line for page in pages for line in page[2:4]]


def test_a_line_of_a_pdf_is_moved_in_from_its_own_column():
    lines = [LINES[3][:20], LINES[5][:20]]
    columns = [f"{'　' * 25 * column}{line}" for column in range(3) for line in lines]
    columns[4] = f"　　{columns[4]}"
    taken = take(made_files.pdf([columns]))
    assert taken.text.split("\n") == [*lines, *lines, f"　　{lines[0]}", lines[1]]


def test_radicals_of_a_pdf_are_read_as_what_they_print():
    taken = take(made_files.pdf([["⼈⺠政府⼯作报告，⽣产总值增⻓百分之六，各项⼯作全⾯进步。"]]))
    assert taken.text == "人民政府工作报告，生产总值增长百分之六，各项工作全面进步。"


def test_paragraphs_and_rows_of_a_word_document():
    taken = take(made_files.word(LINES, [("指标", "2019年"), ("生产总值", "6.8%")]))
    assert taken.suffix == ".docx" and taken.by.startswith("python-docx ")
    assert taken.text.split("\n") == [*LINES, "指标　2019年", "生产总值　6.8%"]


def test_of_reviewed_words_those_that_stand():
    document = docx.Document()
    paragraph = document.add_paragraph("增长")
    for change, words in (("ins", "<w:t>6%</w:t>"), ("del", "<w:delText>7%</w:delText>")):
        paragraph._p.append(
            parse_xml(f"<w:{change} {nsdecls('w')}><w:r>{words}</w:r></w:{change}>")
        )
    file = BytesIO()
    document.save(file)
    assert take(file.getvalue()).text == "增长6%"


def archive(**files: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("_", "/"), data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            made_files.pdf([[], []]),
            "a scanned PDF without text: run a text recognition (OCR) over it first",
        ),
        (made_files.pdf([LINES], encrypted=True), "encrypted: save it without a password"),
        (b"%PDF-1.4\nnothing", "a PDF that cannot be read: save it anew"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "a legacy .doc or .wps: open it in a word processor and save it as .docx",
        ),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted: save it without a password",
        ),
        (b"\x89PNG\r\n\x1a\n", "an image: run a text recognition (OCR) over it first"),
        (b"\xff\xd8\xff\xe0", "an image: run a text recognition (OCR) over it first"),
        (archive(**{"sheet.xml": b""}), "no Word document: save it as .docx"),
        (
            archive(**{"word_document.xml": b"<x"}),
            "a Word document that cannot be read: save it anew",
        ),
        (b"PK\x03\x04", "no Word document: save it as .docx"),
        (b"MIME-Version: 1.0\r\n", "a web archive (.mhtml): save the page as HTML"),
        (
            b"\xff\xff\x80" * 99,
            "no text in an encoding of Chinese (UTF-8, UTF-16, GB18030 or Big5)",
        ),
    ],
)
def test_why_there_is_no_text_is_said_in_one_line(data, message):
    with pytest.raises(NotTaken) as refusal:
        take(data)
    assert str(refusal.value) == message


def test_what_is_too_large_is_refused(monkeypatch):
    with pytest.raises(NotTaken, match="10000001 bytes are too many: at most 10000 KB"):
        take(b" " * (limits.LARGEST[".txt"] + 1))
    bomb = archive(**{"word_document.xml": b"0" * 101_000_000})
    with pytest.raises(NotTaken, match="bytes when unpacked are too many"):
        take(bomb)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        (
            b"<!-- saved from url=(0040)https://www.example.gov.cn/report.html -->\n<html>",
            "https://www.example.gov.cn/report.html",
        ),
        (b"<html><p>saved from url=(0040)https://example.org/</p>", ""),
        ("<!-- saved from url=(0040)https://例 -->".encode(), ""),
    ],
)
def test_the_address_that_a_browser_noted_is_kept(page, address):
    assert saved_from(page) == address
