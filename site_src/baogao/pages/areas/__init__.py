"""The pages of areas: what one promised and reached through the years, and which stand beside it.

Comes in: a corpus. Goes out: `Page` records. May use: the tables, the targets and what all pages
share.
"""
