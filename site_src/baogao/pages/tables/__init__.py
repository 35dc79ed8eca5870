"""Tables as pages show them: cells, orders, what rows are sorted and filtered by, small drawings.

Comes in: statements of a corpus. Goes out: rows as HTML. May use: what all pages share.
"""
