"""What runs when somebody sends a change: pinned, with the right to read only, safe for forks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from small_book import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
NAMES = [file.name for file in WORKFLOWS]
EVENT = True
"""`on:` is the truth value true in YAML 1.1."""


def workflow(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((GITHUB / "workflows" / name).read_text(encoding="utf-8"))
    return loaded


def steps(name: str) -> Iterator[dict[str, Any]]:
    for job in workflow(name)["jobs"].values():
        yield from job["steps"]


def test_there_is_a_workflow_for_pull_requests() -> None:
    assert "check.yml" in NAMES
    assert set(workflow("check.yml")[EVENT]) == {"pull_request", "push"}


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_by_its_commit_and_names_its_version(name: str) -> None:
    text = (GITHUB / "workflows" / name).read_text(encoding="utf-8")
    uses = re.findall(r"uses:[ \t]*(.*)", text)
    assert len(uses) == sum("uses" in step for step in steps(name))
    for each in uses:
        assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_read_and_nothing_else(name: str) -> None:
    loaded = workflow(name)
    assert loaded["permissions"] == {"contents": "read"}
    jobs = [job for job in loaded["jobs"].values() if "write" in job.get("permissions", {}).values()]
    assert not jobs or name == "publish.yml"
    checkouts = [step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False] * len(checkouts)


def test_what_may_publish_runs_no_command_and_sees_no_file_of_the_repository() -> None:
    loaded = workflow("publish.yml")
    assert set(loaded[EVENT]) == {"push", "workflow_dispatch"}
    assert set(loaded[EVENT]["push"]) == {"tags"}
    release, pages = loaded["jobs"]["release"], loaded["jobs"]["pages"]
    assert release["permissions"] == {"contents": "read", "pages": "read"}
    assert pages["permissions"] == {"pages": "write", "id-token": "write"}
    assert pages["environment"]["name"] == "github-pages"
    assert [step["uses"].partition("@")[0] for step in pages["steps"]] == ["actions/deploy-pages"]
    assert "make release" in [step.get("run") for step in release["steps"]]


@pytest.mark.parametrize("name", NAMES)
def test_a_fork_finds_no_secret_and_runs_nothing_with_more_rights(name: str) -> None:
    text = (GITHUB / "workflows" / name).read_text(encoding="utf-8")
    assert re.findall(r"pull_request_target|workflow_run|secrets|github\.token|GITHUB_TOKEN", text) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_words_of_a_stranger_become_a_command(name: str) -> None:
    commands = [step["run"] for step in steps(name) if "run" in step]
    assert [command for command in commands if "${{" in command] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_run_ends_and_a_newer_one_takes_its_place(name: str) -> None:
    loaded = workflow(name)
    assert [job for job in loaded["jobs"].values() if not 1 <= job["timeout-minutes"] <= 30] == []
    assert loaded["concurrency"]["group"]


def test_known_holes_are_looked_for_every_week_and_when_a_lock_file_changes() -> None:
    events = workflow("audit.yml")[EVENT]
    assert len(events["schedule"]) == 1
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", events["schedule"][0]["cron"])
    for event in ("push", "pull_request"):
        assert events[event]["paths"] == ["requirements*.txt"]
    assert "make audit" in [step.get("run") for step in steps("audit.yml")]


def test_the_changed_lines_can_be_told_because_the_history_is_there() -> None:
    checkout = next(iter(steps("check.yml")))
    assert checkout["with"]["fetch-depth"] == 0


def test_a_mistake_can_be_reported_in_each_language_with_the_same_form() -> None:
    forms = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in FORMS]
    shapes = [[(field["type"], field.get("id")) for field in form["body"]] for form in forms]
    assert (
        shapes
        == [[("markdown", None), ("input", "page"), ("textarea", "wrong"), ("textarea", "right")]] * 3
    )
    assert len({form["name"] for form in forms}) == 3
    for form in forms:
        assert set(form) == {"name", "description", "title", "labels", "body"}


def test_the_form_of_a_pull_request_has_at_most_three_boxes() -> None:
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert 1 <= text.count("- [ ]") <= 3


def test_each_path_that_the_example_of_owners_names_is_there() -> None:
    lines = (GITHUB / "CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line.startswith("/")]
    assert [path for path in paths if not (PROJECT / path.lstrip("/")).exists()] == []
