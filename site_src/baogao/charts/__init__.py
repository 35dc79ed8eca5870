"""What a chart shows, and its drawing: Altair to SVG, and to what answers in a browser.

Comes in: observations and targets of a corpus, and the words of the interface. Goes out: a `Chart`
(drawing, words, table) and its SVG. On its way an observation becomes a mark in a lane (`chart`,
`lanes`), a lane shapes in pixels (`lane_drawing`), and these a specification (`vega_lite`), which
is drawn (`svg`). A chart of fewer than two lanes would say less than its sentence: it is left out.
May use: `corpus`, `content` and `records`; never `pages`.
"""
