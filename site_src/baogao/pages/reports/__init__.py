"""The page of a report: its text with figures marked, their table, its charts, what was checked.

Comes in: a report of a corpus. Goes out: `Page` records. May use: the tables, the targets and what
all pages share.
"""
