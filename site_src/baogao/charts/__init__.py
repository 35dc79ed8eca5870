"""What a chart shows, and its drawing: Altair to SVG, and to what answers in a browser.

Comes in: observations and targets of a corpus. Goes out: a `Chart` (specification, words, table)
and its SVG. A chart of fewer than two lanes would say less than its sentence: it is left out.
May use: `corpus`, `content` and `records`; never `pages`.
"""
