"""The pages of targets: what was promised beside what the next report says, and why.

Comes in: targets with their outcomes. Goes out: `Page` records and tables of targets. May use: the
tables and what all pages share.
"""
