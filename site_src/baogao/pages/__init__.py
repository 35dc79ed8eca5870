"""The pages of the site, as data (address, template, what fills it), and their rendering.

Comes in: a corpus, the words of the interface, drawn charts. Goes out: `Page` records, and their
HTML. May use: `charts`, `downloads`, `corpus`, `content` and `records`.
"""
