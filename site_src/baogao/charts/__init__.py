"""What a chart shows, and its drawing: Altair to SVG, and to what answers in a browser.

Comes in: observations and targets of a corpus, and the words of the interface. Goes out: a `Chart`
(drawing, words, table) and its SVG. On its way an observation becomes a mark in a lane (`chart`,
`lane_data`), and a lane shapes in pixels (`lane_layout`). How each kind of shape looks is said in
Altair (`vega_lite`) and drawn once by Vega (`svg_stamps`); `svg_markup` repeats it at the places of
a chart. A chart of fewer than two lanes would say less than its sentence: it is left out.
May use: `corpus`, `content` and `records`; never `pages`.
"""
