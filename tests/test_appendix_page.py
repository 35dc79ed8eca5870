"""An appendix on a report's page: folded, and opened by its heading."""

from markupsafe import Markup

from baogao.pages.reports.folded_appendices import folded
from baogao.pages.reports.marked_text import ShownBlock


def page(*blocks: tuple[str, str]) -> str:
    shown = [ShownBlock(tag, "a", Markup(""), kind, 2) for tag, kind in blocks]
    lines = [Markup(f"[{tag}]") for tag, _ in blocks]
    return "".join(folded(shown, lines)).replace("\n", "")


def test_every_appendix_folds_at_its_heading():
    text, heading, note = ("p", "tasks"), ("h2", "appendix"), ("p", "appendix")
    assert page(("h2", "tasks"), text, heading, note, ("h3", "appendix"), heading, note) == (
        "[h2][p]<details class=appendix><summary>[h2]</summary>[p][h3]</details>"
        "<details class=appendix><summary>[h2]</summary>[p]</details>"
    )


def test_what_follows_an_appendix_is_not_folded():
    assert page(("h2", "appendix"), ("h2", "tasks"), ("p", "tasks")) == (
        "<details class=appendix><summary>[h2]</summary></details>[h2][p]"
    )
    assert page(("h2", "tasks"), ("p", "tasks")) == "[h2][p]"
