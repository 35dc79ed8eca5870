"""What a chart shows, and its drawing: Altair to SVG, and to what answers in a browser.

Comes in: observations and targets of a corpus, and the words of the interface. Goes out: a `Chart`
(drawing, words, table) and its SVG. On its way an observation becomes a mark in a lane (`chart`,
`lane_data`), lanes through the years a series (`series`), and these become shapes in pixels, in the
form that suits the data: `lane_layout`, `ranked_dots`, `line_panels`, `heat_table`, `tile_map`,
`distance_bars`. A title is what the chart shows, computed (`findings`). How each kind of shape
looks is said in Altair (`shape_kinds`, `vega_lite`) and drawn once by Vega (`svg_stamps`);
`svg_markup` repeats it at the places of a chart. A chart of fewer than two values would say less
than its sentence: it is left out.
May use: `corpus`, `content` and `records`; never `pages`.
"""
