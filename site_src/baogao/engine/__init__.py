"""How the site is made: its parts, what each depends on, what is kept, and who does the work.

Comes in: a corpus and what an earlier build left. Goes out: the finished folder.
May use: every room below (`pages`, `search`, `downloads`, `charts`, `corpus`, `reading`,
`cleaning`, `content`). Only `build.py` knows the order in which all of it happens.
"""
