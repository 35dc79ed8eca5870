"""Cleaned reports and what people write beside them: sources, corrections, reviews, releases.

Comes in: the files of a report. Goes out: frozen records of each. May use: the YAML, the files and
the records.
"""
