"""The form of a content folder, by number: `format` in `site.yml`. One that does not fit is refused, never read as if it did."""
from baogao.records import Problem

FORMAT = 1  # what this code reads; a folder that states none is of format 0


def unfit(settings: dict, shown: str) -> Problem | None:
    """Return what is wrong with the format that the settings state; nothing where there are no settings to state one."""
    stated = settings.get("format", 0)
    if not settings or stated == FORMAT and not isinstance(stated, bool):
        return None
    if not isinstance(stated, int) or isinstance(stated, bool) or stated < 0:
        return Problem(shown, 1, f"format cannot be {stated!r}", f"the number that `baogao migrate` writes; now {FORMAT}")
    if stated < FORMAT:
        return Problem(shown, 1, f"the content is of format {stated}, and {FORMAT} is read here", "`baogao migrate --dry-run` shows what would change, `baogao migrate` changes it")
    return Problem(shown, 1, f"the content is of format {stated}, and no more than {FORMAT} is known here", "get the baogao that wrote it; `baogao migrate` leads to newer formats only")
