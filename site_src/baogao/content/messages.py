"""Problems as lines that a person reads at a terminal: `path:line: message (hint)`."""
from baogao.content.limits import LONGEST_MESSAGE
from baogao.records import Problem


def line_of(problem: Problem) -> str:
    """Return a problem as `path:line: message (hint)`, one line, with nothing in it that a terminal would obey."""
    message = problem.message if len(problem.message) <= LONGEST_MESSAGE else problem.message[:LONGEST_MESSAGE] + "…"
    return printable(f"{problem.path}:{problem.line}: {message}" + (f" ({problem.hint})" if problem.hint else ""))


def printable(text: str) -> str:
    """Return a text with line ends, control characters and broken file names as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)
