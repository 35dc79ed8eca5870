"""What people write: the content folder with its YAML, CSV and Markdown, and the vocabulary.

Comes in: a folder. Goes out: a `Content` of frozen records, and every mistake in it as a `Problem`.
May use: `records` alone. The helpers for files, YAML, patterns and numerals live here, as every
room above needs them.
"""
