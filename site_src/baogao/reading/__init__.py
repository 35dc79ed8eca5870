"""A report to its figures: normalise, blocks, sections, figures, reasons.

Comes in: a `Report` and the vocabulary. Goes out: a `Reading`, in which every figure points at its
sentence and says why it is what it is.
May use: `received`, `content` and `records`. Nothing here reads a file, but `extract`, which is a
command.
"""
