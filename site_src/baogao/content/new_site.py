"""`baogao init`: a folder with a site of one's own, ready to build.

What it begins with lies in `site_src/starter/`; the pages in words are those of this repository.
"""

import json
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from baogao.content.folder_ownership import NotOurs, named
from baogao.content.own_places import CONTENT, SITE_SRC
from baogao.content.web_addresses import is_web_address

STARTER = SITE_SRC / "starter"
HIDDEN = {"gitignore": ".gitignore", "github": ".github"}  # which tools would heed where they lie
FROM_CONTENT = (
    "pages/about.md",
    "pages/methods.md",
    "pages/en/about.md",
    "pages/en/methods.md",
    "scores.csv",
    "certainty.csv",
)
UNSTATED = b'BAOGAO: ""'  # in the workflows
ADDRESS = re.compile(r"https://[A-Za-z0-9._~%+/:-]+")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+-]{0,100}")
SELDOM_KNOWN = (
    "still to do: say in .github/workflows/checks.yml and deploy.yml, after BAOGAO:, where baogao "
    'comes from: "git+<address of its repository>@<version>" (or begin with --repository)'
)


def init(folder: Path, repository: str = "", version: str = "") -> list[str]:
    """Make a folder with a site; return what to tell.

    Its workflows install baogao from a repository, and of a version; where none is given, from
    where this one was installed. Raises `NotOurs` where anything is in the folder.
    """
    require_empty(folder)
    source = requirement(repository, version) if repository else installed_from()
    for name, data in files(source):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    said = [f"made: {folder}: content/ with an example, .github/workflows/, README.md"]
    said.append(f"its workflows install {source}" if source else SELDOM_KNOWN)
    return [*said, f"next: cd {folder}, then baogao serve"]


def require_empty(folder: Path) -> None:
    """Raise `NotOurs` unless a folder is empty, or not there."""
    if folder.is_dir() and (names := sorted(path.name for path in folder.iterdir())):
        raise NotOurs(f"{folder}: is not empty: {named(names)} (choose a new folder)")


def files(source: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a new site by their names."""
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            first, *others = path.relative_to(STARTER).parts
            data = path.read_bytes().replace(UNSTATED, f'BAOGAO: "{source}"'.encode())
            yield "/".join((HIDDEN.get(first, first), *others)), data
    for name in FROM_CONTENT:
        yield f"content/{name}", (CONTENT / name).read_bytes()


def requirement(repository: str, version: str) -> str:
    """Return what pip installs: a version from a repository; raise `NotOurs` where it cannot."""
    repository = repository.removeprefix("git+")
    if not ADDRESS.fullmatch(repository) or not is_web_address(repository):
        hint = "an address that begins with https://"
        raise NotOurs(f"no repository can be at {repository!r} ({hint})")
    version = version or own_version()
    if not VERSION.fullmatch(version):
        raise NotOurs(f"no version can be called {version!r} (a tag or a commit, as v0.1.0)")
    return f"git+{repository}@{version}"


def own_version() -> str:
    """Return the tag of this version; raise `NotOurs` where baogao runs from a checkout."""
    try:
        return f"v{metadata.version('baogao')}"
    except metadata.PackageNotFoundError:
        raise NotOurs("which version of it? (--version, a tag or a commit)") from None


def installed_from() -> str:
    """Return the repository and commit that pip says baogao came from; "" where it says none."""
    try:
        noted = metadata.distribution("baogao").read_text("direct_url.json")
    except metadata.PackageNotFoundError:  # it runs from a checkout
        return ""
    said = json.loads(noted or "{}")
    commit = said.get("vcs_info", {}).get("commit_id")
    return f"git+{said['url']}@{commit}" if commit else ""
