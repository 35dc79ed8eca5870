"""Files as people have them, made of lines: PDF, DOCX and pages in HTML."""

from collections.abc import Iterable
from io import BytesIO

import docx

LINE_HEIGHT, SIZE, LEFT, TOP = 24, 12, 90, 780
# Any password but the empty one: neither string fits it.
ENCRYPT = f"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>"


def pdf(pages: Iterable[list[str]], *, encrypted: bool = False) -> bytes:
    """Return a PDF of pages of lines; a line's ideographic blanks move it in."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", *_font()]
    kids = []
    for lines in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        words = "\n".join(_shown(line, number) for number, line in enumerate(lines))
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects) + 2} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            f"<</Length {len(words)}>>stream\n{words}\nendstream",
        ]
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    trailer = f"/Encrypt {len(objects) + 1} 0 R/ID[<00><00>]" if encrypted else ""
    return _file([*objects, *([ENCRYPT] if encrypted else [])], trailer)


def _font() -> list[str]:
    """Return a font that is not embedded, whose codes are those of Unicode."""
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def "
        "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    )
    return [
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]"
        "/ToUnicode 5 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000/FontDescriptor 6 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        f"<</Length {len(to_unicode)}>>stream\n{to_unicode}\nendstream",
        "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0"
        "/Ascent 800/Descent -200/CapHeight 800/StemV 80>>",
    ]


def _shown(line: str, number: int) -> str:
    words = line.lstrip("　")
    left = LEFT + SIZE * (len(line) - len(words))
    place = f"{left} {TOP - LINE_HEIGHT * number}"
    return f"BT /F {SIZE} Tf {place} Td <{words.encode('utf-16-be').hex()}> Tj ET"


def _file(objects: list[str], trailer: str) -> bytes:
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    begin, count = len(out), len(objects) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    out += f"trailer<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{begin}\n%%EOF\n"
    return out.encode("latin-1")


def word(lines: Iterable[str], rows: Iterable[tuple[str, ...]] = ()) -> bytes:
    """Return a Word document of paragraphs and a table."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for row in rows:
        table = document.add_table(1, len(row))
        for cell, words in zip(table.rows[0].cells, row, strict=True):
            cell.text = words
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def page(lines: Iterable[str], *, title: str, encoding: str = "utf-8", declared: str = "") -> bytes:
    """Return a page in the manner of a government's portal, in an encoding that it may declare."""
    meta = f'<meta charset="{declared}">' if declared else ""
    words = "\n".join(f"<p>&nbsp;&nbsp;<span>{line}</span></p>" for line in lines)
    menu = "".join(
        f'<li><a href="/{word}/">{word}</a></li>' for word in ("首页", "政务公开", "互动")
    )
    return f"""<html><head>{meta}<title>{title}_某某市人民政府</title>
<script>var title = "政府工作报告";</script></head><body><ul>{menu}</ul>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/gb/">政府工作报告</a></div>
<div class="text"><h1>{title}</h1>
<div><span>发布时间：2020-05-06</span><span>来源：某某日报</span>
<span>【字体：<a>大</a><a>小</a>】</span></div>
<div id="zoom">{words}</div><div>（责任编辑：某某）</div></div>
<ul><li><a href="/1">一图读懂政府工作报告：这些目标任务和生活有关，看看都有哪些变化</a></li></ul>
<div style="display:none">隐藏的文字</div>
<div>版权所有：某某市人民政府　网站标识码：0000000000</div></body></html>""".encode(encoding)
