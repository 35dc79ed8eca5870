"""The kinds of a report's sections, and which of them look back or ahead."""

SECTION_KINDS = (
    "opening",
    "review",
    "outlook",
    "tasks",
    "government",
)
# Where no word says of which year a figure is, it is one of those reviewed, or of those planned.
LOOKING_BACK = frozenset(("opening", "review"))
LOOKING_AHEAD = frozenset(("tasks", "outlook", "government"))
