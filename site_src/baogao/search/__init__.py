"""The search: an index of which a browser loads only what a search needs, and what it then shows.

- `index_pieces`: the reports are indexed in pieces, each of which is made by itself.
- `pair_index`: where in a piece each pair of characters stands.
- `report_texts`: what a search shows of a report.
- `search_names`: what has a page and a name, and how names are read in pinyin.
- `answer_rows`: what is stated of each indicator and by each area, which answers questions.
- `packed_files`: how files are compressed.
- `search_files`: all of it as files, and the map that a browser loads first.

Comes in: a corpus. Goes out: files. May use: `corpus`, `content` and `records`.
"""
