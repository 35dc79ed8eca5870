"""Where everything is, as an OpenAPI description: programs make clients of it."""

from string import Formatter

from baogao.content.site_settings import Site
from baogao.downloads.api.addresses import OPENAPI, SCHEMA, VERSION, Address, addresses, root
from baogao.downloads.dataset_metadata import LICENCE
from baogao.downloads.json_files import Document

MEDIA = {"json": "application/json", "csv": "text/csv", "md": "text/markdown"}


def openapi(site: Site) -> Document:
    """Return the description of all addresses that programs may rely on."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": site.title,
            "summary": site.tagline,
            "version": VERSION.removeprefix("v"),
            "license": {"name": LICENCE["title"], "url": LICENCE["path"]},
        },
        "servers": [{"url": root(site, OPENAPI)}],
        "paths": {f"/{one.path}": {"get": _operation(one)} for one in addresses()},
    }


def _operation(one: Address) -> Document:
    names = [name for _, name, _, _ in Formatter().parse(one.path) if name]
    content = {MEDIA[one.path.rpartition(".")[2]]: _content(one)}
    return {
        "operationId": one.id,
        "summary": one.en,
        "description": one.zh,
        "parameters": [_parameter(name) for name in names],
        "responses": {"200": {"description": one.en, "content": content}},
    }


def _parameter(name: str) -> Document:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _content(one: Address) -> Document:
    if not one.schema:
        return {"schema": {"type": "string"}}
    beside = SCHEMA.rpartition("/")[2]
    return {"schema": {"$ref": f"{beside}#/$defs/{one.schema}"}}
