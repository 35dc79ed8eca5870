"""Characters that print as usual ones do: ⽉ and ⺠ of a PDF's fonts, and older codes."""

import unicodedata

_RADICALS = "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰"
# What to read for each, as `str.translate` takes it.
SAME_IN_PRINT: dict[int, str] = {
    **{
        code: unicodedata.normalize("NFKC", chr(code))
        for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00))
    },
    **dict(zip(map(ord, _RADICALS), "民西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙", strict=True)),
}
