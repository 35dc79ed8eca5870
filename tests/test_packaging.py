"""The lock lists, the workflows and the scripts as files: exact, complete, and naming no host."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import environment

ROOT = Path(__file__).resolve().parent.parent
LISTS = sorted((ROOT / "scripts" / "locks").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = [
    ROOT / "scripts" / name
    for name in (
        "audit",
        "baogao",
        "build",
        "coverage",
        "diff",
        "example_r",
        "lint",
        "lock",
        "serve",
        "test",
    )
] + [ROOT / ".ci" / "run"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def name_of(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def entries(path: Path) -> dict[tuple[str, str], str]:
    """Return (requirement, marker) -> its hashes, as one text."""
    text = re.sub(r"^\s*#.*\n?", "", path.read_text("utf-8"), flags=re.MULTILINE)
    found = {}
    for entry in text.replace("\\\n", " ").splitlines():
        requirement, _, hashes = entry.partition("--hash=")
        requirement, _, marker = requirement.partition(";")
        found[requirement.strip(), marker.strip()] = hashes
    return found


def test_there_are_five_lists():
    assert [path.stem for path in LISTS] == ["audit", "font", "lock", "run", "test"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_entry_of_a_list_is_an_exact_version_with_hashes(path):
    for (requirement, _), hashes in entries(path).items():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+", requirement)
        assert re.match(r"sha256:[0-9a-f]{64}\b", hashes)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_line_of_a_list_is_a_version_or_a_hash_of_it(path):
    for line in path.read_text("utf-8").splitlines():
        assert re.fullmatch(
            r"[a-z0-9-]+==[\w.]+( ; [\w\s.'\"<>=!()]+?)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|  "
            r"  # .*",
            line,
        ), line
        assert "@" not in line and "//" not in line


@pytest.mark.parametrize(
    "path", [*LISTS, *WORKFLOWS, *SCRIPTS, ROOT / "pyproject.toml"], ids=lambda path: path.name
)
def test_no_file_of_the_set_up_names_a_host_or_a_folder_of_a_machine(path):
    text = path.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host", text)
    assert not re.search(r"(?<![\w./}\"])/(?:home|root|opt|tmp|work|Users)\b", text)


def test_the_lists_hold_what_the_project_asks_for():
    locked = {
        path.stem: {name_of(requirement) for requirement, _ in entries(path)} for path in LISTS
    }
    asked = PROJECT["project"]["dependencies"]
    extra = PROJECT["project"]["optional-dependencies"]["test"]
    assert {name_of(one) for one in asked} <= locked["run"]
    assert {name_of(one) for one in asked + extra} <= locked["test"]
    for group in ("font", "lock"):
        assert {name_of(one) for one in PROJECT["dependency-groups"][group]} == locked[group]


def test_tests_run_with_the_very_versions_that_the_site_is_built_with():
    run, test = (
        {
            requirement: hashes
            for (requirement, _), hashes in entries(
                ROOT / "scripts" / "locks" / f"{name}.txt"
            ).items()
        }
        for name in ("run", "test")
    )  # a test's library may want one also where the site does not
    assert run.items() <= test.items()


def test_all_lists_agree_on_what_they_share():
    versions: dict[tuple[str, str], set[str]] = {}
    for path in LISTS:
        for requirement, marker in entries(path):
            versions.setdefault((name_of(requirement), marker), set()).add(requirement)
    assert not {name: found for name, found in versions.items() if len(found) > 1}


def test_what_looks_for_holes_is_locked_and_runs_on_every_change():
    locked = {
        name_of(requirement) for requirement, _ in entries(ROOT / "scripts" / "locks" / "audit.txt")
    }
    assert {name_of(one) for one in PROJECT["dependency-groups"]["audit"]} <= locked
    job = yaml.safe_load((ROOT / ".github" / "workflows" / "checks.yml").read_text("utf-8"))[
        "jobs"
    ]["audit"]
    assert job["steps"][-1] == {"run": "scripts/audit"} and "if" not in job
    asked = (ROOT / "scripts" / "audit").read_text("utf-8")
    assert all(f"-r {path.name}" in asked for path in LISTS) and "--require-hashes" in asked


def test_whatever_set_up_installs_is_held_against_a_hash():
    """Nothing but `environment.py` installs for the project, and it asks for hashes always."""
    assert "--require-hashes" in environment.PIP_OPTIONS
    fetching = re.compile(r"\b(pip3?|uv|npm) (install|add|sync)\b|\b(pipx|uvx|npx|curl|wget)\b")
    for path in (*SCRIPTS, ROOT / "scripts" / "environment.sh", *WORKFLOWS):
        assert not fetching.search(path.read_text("utf-8")), path.name


def test_the_code_is_looked_at_before_tests_run_and_before_a_commit():
    lint, test = (ROOT / "scripts" / name for name in ("lint", "test"))
    said = test.read_text("utf-8")
    assert said.index("/lint") < said.index("-m pytest")
    for tool in ('ruff" check', 'ruff" format --check', 'mypy"', 'lint-imports"'):
        assert tool in lint.read_text("utf-8")
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert [(one["repo"], [hook["entry"] for hook in one["hooks"]]) for one in hooks] == [
        ("local", ["scripts/lint"])
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_no_more_than_it_must(path):
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert (
        workflow["permissions"] == {"contents": "read"}
        and "pull_request_target" not in workflow[True]
    )
    may_write = {
        name: job["permissions"]
        for name, job in workflow["jobs"].items()
        if "write" in job.get("permissions", {}).values()
    }
    assert may_write == (
        {"deploy": {"pages": "write", "id-token": "write"}} if path.stem == "deploy" else {}
    )
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
        # what a stranger can name (a branch, a title) reaches a shell only as a variable
        assert not re.search(r"\$\{\{\s*github\.(event|head_ref)", step.get("run", ""))


def test_dependabot_watches_the_lists_and_the_actions():
    said = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))
    watched = {entry["package-ecosystem"]: entry["directory"] for entry in said["updates"]}
    assert said["version"] == 2 and watched == {"pip": "/scripts/locks", "github-actions": "/"}
    assert all(path.parent == ROOT / watched["pip"].strip("/") for path in LISTS)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_can_be_run_by_any_posix_shell(path):
    assert os.access(path, os.X_OK)
    assert path.read_text("utf-8").startswith("#!/bin/sh\n")
    assert subprocess.run(["sh", "-n", path]).returncode == 0


def steps(workflow: dict) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_uses_official_actions_and_scripts_that_are_there(path):
    workflow = yaml.safe_load(path.read_text("utf-8"))
    for step in steps(workflow):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
        else:
            assert ROOT / step["run"].split()[0] in SCRIPTS or step["run"].startswith(
                "sudo apt-get install "
            )


def test_pull_requests_are_checked_on_the_oldest_python_and_a_newer_one():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "checks.yml").read_text("utf-8"))
    assert "pull_request" in workflow[True]  # YAML reads the key `on` as true
    versions = workflow["jobs"]["checks"]["strategy"]["matrix"]["python"]
    assert PROJECT["project"]["requires-python"] == f">={versions[0]}"
    assert len(versions) == 2
    assert [step["run"] for step in workflow["jobs"]["checks"]["steps"] if "run" in step] == [
        "scripts/test",
        "scripts/build",
    ]


def test_every_night_all_tests_run():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "nightly.yml").read_text("utf-8"))
    assert workflow[True]["schedule"] and "pull_request" not in workflow[True]
    assert steps(workflow)[-1] == {"run": "scripts/test --all"}


def test_what_is_left_to_the_night_is_a_part_of_all():
    """By day the marked tests are left out, and only they."""
    asked = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n0",
        "--collect-only",
        "tests/test_search_quality.py",
    ]
    by_day, all_of_them = (
        subprocess.run([*asked, *more], cwd=ROOT, capture_output=True, text=True).stdout
        for more in ([], ["--all"])
    )
    assert "1/2 tests collected (1 deselected)" in by_day and "2 tests collected" in all_of_them


def test_a_pull_request_shows_its_reviewer_what_it_does_to_the_data():
    job = yaml.safe_load((ROOT / ".github" / "workflows" / "checks.yml").read_text("utf-8"))[
        "jobs"
    ]["data"]
    assert job["if"] == "github.event_name == 'pull_request'"
    assert job["steps"][0]["with"] == {
        "fetch-depth": 0,
        "persist-credentials": False,
    }  # the state it is compared with is fetched too
    assert job["steps"][-1]["run"].startswith('scripts/diff "origin/$GITHUB_BASE_REF"')
    assert job["steps"][-1]["run"].endswith('>> "$GITHUB_STEP_SUMMARY"')


def test_main_is_deployed_under_the_address_that_pages_gives():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "deploy.yml").read_text("utf-8"))
    assert workflow[True]["push"] == {"branches": ["main"]}
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    build = steps(workflow)
    assert 'scripts/build --base-url "${{ steps.pages.outputs.base_url }}/"' in [
        step.get("run") for step in build
    ]
    assert {"path": "build"} in [step.get("with") for step in build]
