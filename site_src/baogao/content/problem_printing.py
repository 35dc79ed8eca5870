"""Problems as lines that a person reads at a terminal: `path:line: message (hint)`."""

from baogao.content.limits import LONGEST_MESSAGE
from baogao.records import Problem


def line_of(problem: Problem) -> str:
    """Return a problem as one line, with nothing in it that a terminal would obey."""
    message = problem.message
    if len(message) > LONGEST_MESSAGE:
        message = message[:LONGEST_MESSAGE] + "…"
    hint = f" ({problem.hint})" if problem.hint else ""
    return printable(f"{problem.path}:{problem.line}: {message}{hint}")


def printable(text: str) -> str:
    """Return a text with line ends, control characters and broken file names as escapes."""
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode()
