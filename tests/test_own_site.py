"""A site of one's own: baogao installed in a new environment, a new folder, two reports, a site."""

import os
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import yaml

import test_links
from baogao.content import new_site, own_places
from baogao.content.folder_ownership import NotOurs

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "content" / "sources").glob("*.txt"))[3:]  # of one report each
REPOSITORY = ("--repository", "https://example.org/baogao", "--version", "v0.1.0")
WORKFLOWS = ROOT / ".github" / "workflows"


class Site:
    """A site's folder and the command of an installed baogao."""

    def __init__(self, folder: Path, command: Path):
        self.folder, self.command = folder, command

    def run(self, *arguments: object, fails: bool = False) -> str:
        """Run a command in the folder; return what it says."""
        done = subprocess.run(
            [self.command, *map(str, arguments)],
            cwd=self.folder,
            env=plain_environment(),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        said = done.stdout + done.stderr
        assert bool(done.returncode) is fails and "Traceback" not in said, said
        return said


def plain_environment() -> dict[str, str]:
    """Return the environment without what leads Python to the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """Give the command of a baogao that is installed in a new environment.

    Its libraries are those of this one: nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    [packages] = folder.glob("lib/python*/site-packages")
    libraries = Path(yaml.__file__).parents[1]
    (packages / "libraries.pth").write_text(f"{libraries}\n", "utf-8")
    pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install"]
    quickly = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-compile"]
    subprocess.run([*pip, *quickly, ROOT], check=True, env=plain_environment())
    return folder / "bin" / "baogao"


@pytest.fixture(scope="module")
def site(installed, tmp_path_factory) -> Site:
    """Give a new site with two reports, and built."""
    around = Site(tmp_path_factory.mktemp("sites"), installed)
    around.run("init", "x", *REPOSITORY)
    own = Site(around.folder / "x", installed)
    said = own.run("add", *SOURCES)
    assert said.count("written: content/reports/") == 2
    assert own.run("check") == "no mistakes\n"
    page = own.folder / "content" / "pages" / "history.md"
    page.write_text("# 本站的来历\n\n见[表](../data/)和[许可](../static/licences.txt)。\n", "utf-8")
    own.run("build", "--without", "search")
    return own


def test_the_built_site_has_the_reports_and_the_example(site):
    build = site.folder / "build"
    for report in ("330683/2024", "330600/2021", "990100/2026"):
        assert (build / "reports" / report / "index.html").exists()
    home = (build / "index.html").read_text("utf-8")
    assert "示例市" in home and "嵊州市" in home
    assert 'href="static/' in home and (build / "static" / "site.css").exists()
    assert "GDP" in (build / "data" / "indicators.csv").read_text("utf-8-sig")
    assert sorted(path.name for path in site.folder.iterdir()) == [
        ".cache",
        ".github",
        ".gitignore",
        "README.md",
        "build",
        "content",
    ]


def test_every_link_of_the_built_site_leads_somewhere(site):
    test_links.test_no_link_is_broken(site.folder / "build")


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_page_of_ones_own_is_led_to(site, language):
    about = (site.folder / "build" / language / "about" / "index.html").read_text("utf-8")
    assert 'href="../history/"' in about and "本站的来历" in about


def test_the_package_has_all_of_the_generators_own_files(site):
    [own] = site.command.parents[1].glob("lib/python*/site-packages/baogao/own")
    folders = ["content/vocabulary", *(f"site_src/{name}" for name in own_places.FOLDERS)]
    for folder in (*folders, "site_src/review", "site_src/starter"):
        assert files_below(own / folder) == files_below(ROOT / folder) != {}


def files_below(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_words_of_the_site_are_read_in_any_text(site, tmp_path):
    own = Site(shutil.copytree(site.folder / "content", tmp_path / "content").parent, site.command)
    (tmp_path / "x.txt").write_text("一、2025年工作回顾\n挂起灯笼总数12个。\n", "utf-8")
    lanterns = (
        "- id: lanterns\n  zh: 灯笼总数\n  en: Lanterns\n  unit: 个\n  topic: economy\n"
        "  direction: none\n  aliases: [挂起灯笼总数]\n"
    )
    assert '"indicator": "lanterns"' not in own.run("extract", "x.txt")
    (tmp_path / "content" / "vocabulary" / "indicators.yml").write_text(lanterns, "utf-8")
    assert '"indicator": "lanterns"' in own.run("extract", "x.txt")


def test_the_preview_shows_it(site):
    with subprocess.Popen(
        [site.command, "serve", "--port", "0", "--jobs", "1"],
        cwd=site.folder,
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        try:
            lines = iter(server.stdout.readline, "")
            address = next(line.split()[0] for line in lines if line.startswith("http://"))
            with urllib.request.urlopen(f"{address}reports/990100/2026/") as answer:
                assert "虚构" in answer.read().decode()
        finally:
            server.terminate()
    assert (site.folder / ".preview" / "index.html").exists()


def test_words_of_ones_own_are_added_and_take_the_place_of_others(site, tmp_path):
    own = Site(shutil.copytree(site.folder / "content", tmp_path / "content").parent, site.command)
    words = own.folder / "content" / "vocabulary"
    (words / "indicators.yml").write_text(
        "- id: gdp\n  zh: 示例总值\n  en: GDP\n  unit: 元\n  topic: growth\n  direction: up\n"
        "- id: lanterns\n  zh: 灯笼\n  en: Lanterns\n  unit: 个\n  topic: growth\n"
        "  direction: up\n  aliases:\n    - 常住人口\n",
        "utf-8",
    )
    said = own.run("check", fails=True)
    assert said.startswith("content/vocabulary/indicators.yml:7: indicator lanterns: 常住人口 is a")


@pytest.mark.parametrize(
    "name", ["templates/base.html", "templates/home.html", "strings/zh.yml", "dictionary.yml"]
)
def test_a_file_of_its_own_that_is_gone_is_named(site, name):
    [own] = site.command.parents[1].glob("lib/python*/site-packages/baogao/own/site_src")
    (own / name).rename(own / "aside")
    try:
        said = site.run("build", "--without", "search,charts,downloads", fails=True)
    finally:
        (own / "aside").rename(own / name)
    assert f"{own / name}: missing (baogao cannot work without it" in said


def test_a_vocabulary_that_is_gone_is_named(site):
    [own] = site.command.parents[1].glob("lib/python*/site-packages/baogao/own/content/vocabulary")
    (own / "units.yml").rename(own / "aside")
    try:
        said = [site.run(*command, fails=True) for command in (["check"], ["extract", "x.txt"])]
    finally:
        (own / "aside").rename(own / "units.yml")
    assert all(one.startswith(f"{own / 'units.yml'}: missing (baogao cannot") for one in said)


def test_where_there_is_no_content_it_is_said_how_to_begin(installed, tmp_path):
    said = Site(tmp_path, installed).run("build", fails=True)
    hint = "baogao init FOLDER makes a site of your own; or name it: --content"
    assert said.startswith(f"{tmp_path / 'content'}: missing ({hint})\n")


# --- init
# -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lies_there", ["thesis.txt", ".git"])
def test_a_folder_that_is_not_empty_is_refused(tmp_path, lies_there):
    (tmp_path / lies_there).mkdir()
    with pytest.raises(NotOurs, match=f"is not empty: {lies_there}"):
        new_site.init(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [lies_there]


def test_an_empty_folder_is_taken(tmp_path):
    new_site.init(tmp_path)
    assert len((tmp_path / "README.md").read_text("utf-8").splitlines()) <= 12


@pytest.mark.parametrize(
    ("repository", "version"),
    [
        ("ftp://example.org/x", "v1"),
        ("example", "v1"),
        ('https://example.org/"', "v1"),
        ("https://example.org/x", "v1 --index"),
        ("https://example.org/x", "-v"),
        ("https://example.org/x", ""),
    ],
)
def test_what_names_no_repository_or_version_is_refused(tmp_path, repository, version):
    with pytest.raises(NotOurs):
        new_site.init(tmp_path / "x", repository, version)
    assert not (tmp_path / "x").exists()


def test_the_workflows_install_what_was_named(site):
    for name in ("checks", "deploy"):
        workflow = read(site.folder / ".github" / "workflows" / f"{name}.yml")
        assert workflow["env"] == {"BAOGAO": "git+https://example.org/baogao@v0.1.0"}


def test_without_a_repository_it_is_said_what_is_to_do(tmp_path):
    assert "still to do: say in .github/workflows/" in "\n".join(new_site.init(tmp_path / "x"))
    assert read(tmp_path / "x" / ".github" / "workflows" / "checks.yml")["env"] == {"BAOGAO": ""}


@pytest.mark.parametrize("name", ["checks", "deploy"])
def test_the_workflows_are_as_careful_as_this_repositorys(name):
    ours = read(WORKFLOWS / f"{name}.yml")
    theirs = read(own_places.SITE_SRC / "starter" / "github" / "workflows" / f"{name}.yml")
    for key in (True, "permissions", "concurrency"):  # YAML reads the key `on` as true
        assert theirs[key] == ours[key]
    used = {
        step["uses"] for job in ours["jobs"].values() for step in job["steps"] if "uses" in step
    }
    for job, said in theirs["jobs"].items():
        assert said.get("permissions") == ours["jobs"][job].get("permissions")
        assert {step["uses"] for step in said["steps"] if "uses" in step} <= used


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8"))
