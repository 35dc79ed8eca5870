"""The kinds of a report's sections, and which of them look back or ahead."""

OPENING = "opening"  # before the first heading
APPENDIX = "appendix"  # 名词解释, 附件: behind the report, and no words of it
SECTION_KINDS = (
    OPENING,
    "review",
    "outlook",
    "tasks",
    "government",
    APPENDIX,
)
# Where no word says of which year a figure is, it is one of those reviewed, or of those planned.
LOOKING_BACK = frozenset((OPENING, "review"))
LOOKING_AHEAD = frozenset(("tasks", "outlook", "government"))
