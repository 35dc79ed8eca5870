"""The form of a content folder, by number: `format` in `site.yml`.

A folder of another form is refused, never read as if it fitted.
"""

from baogao.content.yaml.yaml_entries import Entry
from baogao.records import Problem

# What this code reads; a folder that states none is of format 0.
FORMAT = 2


def unfit(settings: Entry, shown: str) -> Problem | None:
    """Return what is wrong with the format that the settings state; nothing for no settings."""
    stated = settings.get("format", 0)
    is_number = isinstance(stated, int) and not isinstance(stated, bool)
    if not settings or (is_number and stated == FORMAT):
        return None
    if not is_number or stated < 0:
        message = f"format cannot be {stated!r}"
        hint = f"the number that `baogao migrate` writes; now {FORMAT}"
    elif stated < FORMAT:
        message = f"the content is of format {stated}, and {FORMAT} is read here"
        hint = "`baogao migrate --dry-run` shows what would change, `baogao migrate` changes it"
    else:
        message = f"the content is of format {stated}, and no more than {FORMAT} is known here"
        hint = "get the baogao that wrote it; `baogao migrate` leads to newer formats only"
    return Problem(shown, 1, message, hint)
