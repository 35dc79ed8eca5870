"""Review in the preview: figures checked one by one, each decision a row in the content.

Comes in: what the reviewer's page asks (`/-/review/…`). Goes out: the report with its figures and
what is in doubt of it, as JSON; rows in `content/figures/` and `content/reviews/`, and for a
report's metadata and headings the lines of its own file. May use: all that a preview may.

- `seen`: a report as it is: its files, as the rules read it, and as it is read with them.
- `figure_json`, `part_json`, `order`: what the page is told of it.
- `decisions`, `part_decisions`: what an action makes of the files' texts.
- `steps`: what was done, and how it is undone.
- `table`: a report as it lies on the desk, whole, or what is different since.
- `desk`: one action after the other: looked at, tried, written, remembered.
- `handlers`: who may ask, and what is answered.

Only the preview has it: nothing of it is in a build. Nothing is written but what can be read again
without a new mistake.
"""
