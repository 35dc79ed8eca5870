"""What can be taken along: tables, their dictionary, every format, and releases of the data.

Comes in: a corpus. Goes out: files, as bytes or as what writes them.
May use: `corpus`, `content` and `records`.
"""
