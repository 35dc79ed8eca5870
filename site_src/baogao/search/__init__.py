"""The search index: what is in it, and Pagefind's files.

Comes in: a corpus. Goes out: files. May use: `corpus`, `content` and `records`.
"""
