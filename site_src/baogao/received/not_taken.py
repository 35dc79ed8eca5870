"""Why no text can be taken out of a file."""


class NotTaken(Exception):
    """There is no text to be had; says in one line why, and what to do."""
