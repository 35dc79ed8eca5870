"""The pages on which reports are held together: two years of one area, or any that a reader picks.

Comes in: two reports of a corpus. Goes out: `Page` records. May use: the tables and what all pages
share.
"""
