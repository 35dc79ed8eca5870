"""Across reports: observations, targets and their states, cross checks, disagreements.

Comes in: the readings of all reports. Goes out: a `Corpus`, which answers what pages and downloads
ask: by report, by area, by indicator, by year.
May use: `content` and `records`; what a reading holds it knows from the records alone.
"""
