"""The vocabulary: the words that the stages know, read from files with their examples.

Comes in: the files of `content/vocabulary/`, in layers. Goes out: one frozen `Vocabulary`. May use:
the YAML, the files and the records.
"""
