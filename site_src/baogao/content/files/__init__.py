"""Files of a content folder, read and written with care: what they hold and whose they are.

Comes in: paths. Goes out: text, rows, the folder as its readers see it; files written whole or not
at all. May use: the records.
"""
