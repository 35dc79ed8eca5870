"""YAML of the content: read with the lines it stands on, written and edited as people write it.

Comes in: a file's text. Goes out: entries that remember their lines; the text with an entry more, a
row replaced or taken out. May use: the files and the records.
"""
