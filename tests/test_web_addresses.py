"""What leads off the site is decided as browsers decide it: a backslash is a slash to them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.content.markdown_html import problems, prose
from baogao.content.site_settings import site
from baogao.content.web_addresses import may_be_linked, stays_on_site

SLASHES = ["/", "\\"]
SKIPPED = ["", "\t", "\n", "\r"]  # browsers leave them out of an address
AROUND = ["", " ", "\x00", "\x1f \t"]
OFF_SITE = [
    f"{before}{first}{skipped}{second}{more}elsewhere/x.png"
    for before, first, skipped, second, more in product(
        AROUND, SLASHES, SKIPPED, SLASHES, ["", "/", "\\", "\\\t/"]
    )
]
WITH_A_SCHEME = [
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://elsewhere/x",
    "view-source:https://elsewhere/",
    "ftp://elsewhere/",
    "ws://elsewhere/",
]
AMBIGUOUS = [  # on a page under https they lead to the site, by themselves elsewhere
    "https:elsewhere",
    "https:/elsewhere",
    "http:elsewhere",
    "http:\\elsewhere",
]
ON_SITE = [
    "x.png",
    "/static/x.png",
    "../static/x.png",
    "./x.png",
    "?a=//elsewhere",
    "#//elsewhere",
    "a//elsewhere",
    "%5C%5Celsewhere",
    "/%2Felsewhere",
    "a\\b.png",
    "图.png",
    "",
]


@pytest.mark.parametrize("address", OFF_SITE, ids=repr)
def test_every_spelling_of_two_slashes_leads_off_the_site(address):
    assert not stays_on_site(address) and not may_be_linked(address)


@pytest.mark.parametrize("address", [*WITH_A_SCHEME, *AMBIGUOUS], ids=repr)
def test_neither_pictures_nor_links_lead_there(address):
    assert not stays_on_site(address) and not may_be_linked(address)


@pytest.mark.parametrize("address", ON_SITE, ids=repr)
def test_what_is_on_the_site_may_be_shown_and_linked(address):
    assert stays_on_site(address) and may_be_linked(address)


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "HTTP://example.org", "mailto:a@example.org"]
)
def test_the_web_and_mailboxes_may_be_linked_only(address):
    assert may_be_linked(address) and not stays_on_site(address)


@given(
    slashes=st.lists(st.sampled_from([*SLASHES, "\t", "\n"]), max_size=6).map("".join),
    path=st.text("ab/\\.:@%?#\t", max_size=8),
)
def test_no_address_of_two_slashes_stays(slashes, path):
    """The slashes that lead are those that are left when what browsers skip is left out."""
    address = slashes + "elsewhere" + path
    count = len(slashes.replace("\t", "").replace("\n", ""))
    assert stays_on_site(address) is (count < 2 and not may_leave(address, count))


def may_leave(address: str, count: int) -> bool:
    """Say whether an address without slashes in front begins with a scheme."""
    first = address.replace("\t", "").replace("\n", "").split("/")[0].split("\\")[0]
    return count == 0 and ":" in first.split("?")[0].split("#")[0]


SPELT = ["/\\elsewhere/x", "/&#92;elsewhere/x", "&#47;&#x5c;elsewhere/x", "/&bsol;elsewhere/x"]


@pytest.mark.parametrize("address", SPELT)
@pytest.mark.parametrize("form", ["![a](<{}>)", "[a](<{}>)", "![a][b]\n\n[b]: <{}>"])
def test_a_page_in_words_holds_no_such_address(form, address):
    text = form.format(address)
    assert [problem.line for problem in problems("p.md", text)] == [1]
    assert "elsewhere" not in str(prose(text)[1])


ADDRESSES = [
    ("https://example.org/baogao/", True),
    ("http://example.org:8000", True),
    ("https://Example.org/a", True),
    ("https://example.org/a/../b", False),
    ("https://0x7f.1/", False),
    ("https://example..org:99999/", False),
    ("https://a" + "a" * 200 + ".org/", False),
]


@pytest.mark.parametrize(("address", "is_good"), ADDRESSES)
def test_the_site_has_an_address_that_browsers_show_as_written(address, is_good):
    stated = {"title": "a", "description": "b", "date": "2020-01-01", "base_url": address}
    assert (site(stated, "site.yml")[1] == []) is is_good
