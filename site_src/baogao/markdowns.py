"""Prose pages, Markdown to HTML: the one home of the markdown library."""
import re

import markdown
from markupsafe import Markup


def prose(text: str) -> tuple[str, Markup]:
    """Return a prose page's title (its first heading) and its HTML."""
    title = re.search(r"^# (.+)$", text, re.M)
    html = markdown.markdown(text, extensions=["tables", "attr_list", "toc"], output_format="html")
    return title[1].strip() if title else "", Markup(html)
