"""`site_src/api.yml`: the addresses that programs may rely on, and what stands there."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from baogao.content.files.own_files_read_once import CODE
from baogao.content.site_settings import Site
from baogao.content.yaml import yaml_with_lines
from baogao.downloads.json_files import Document

VERSION = "v1"
FOLDER = f"api/{VERSION}/"
SCHEMA, OPENAPI = f"{FOLDER}schema.json", f"{FOLDER}openapi.json"
LLMS = "llms.txt"


@dataclass(frozen=True, slots=True)
class Address:
    """An address below the site's root, with what a program finds there.

    `schema` is the document's in the JSON Schema; `table` the one whose columns a CSV file has.
    """

    path: str
    id: str
    zh: str
    en: str
    schema: str = ""
    table: str = ""


@lru_cache(maxsize=1)
def _described() -> dict[str, Any]:
    described: dict[str, Any] = yaml_with_lines.unlined(yaml_with_lines.load(CODE.text("api.yml")))
    return described


@lru_cache(maxsize=1)
def addresses() -> tuple[Address, ...]:
    """Return the addresses in order."""
    return tuple(Address(**entry) for entry in _described()["addresses"])


def schemas() -> dict[str, Document]:
    """Return the JSON Schemas of the documents, by name."""
    return dict(_described()["schemas"])


def filled(id: str, **names: str) -> str:
    """Return an address with its names filled in: `report`, area and year."""
    (path,) = (one.path for one in addresses() if one.id == id)
    return path.format(**names)


def root(site: Site, address: str) -> str:
    """Return where the addresses of a document begin: the site's own where it is known.

    Else the steps that lead there from the document.
    """
    return site.base_url or "../" * address.count("/")
