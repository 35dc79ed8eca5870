"""A saved page to a cleaned report: cut, typeset, break into paragraphs, describe, compare.

Comes in: the text of a page. Goes out: a draft of a report, its corrections, and what is unsure.
May use: `received`, `content` and `records`. `add` writes what comes out into the content folder;
`fidelity` holds a cleaned report against its source.
"""
