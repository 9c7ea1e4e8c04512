"""The report: its order, what stands in its table, and how large that may grow."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.changes import Changes
from handbook.messages import SPOKEN
from handbook.problem import Level, Place, Problems
from handbook.report.findings import Findings, findings
from handbook.report.github import MAX_BYTES, as_annotations, as_table, report_to_github
from handbook.report.plain import as_json, as_text

CHANGED = Changes({"b.md": (range(2, 3),)})
EVERYTHING: tuple[Level, Level] = ("notice", "notice")


def found(
    changes: Changes = CHANGED, mildest: tuple[Level, Level] = EVERYTHING, say: str = "en"
) -> Findings:
    problems = Problems()
    problems.add(Place("c.md"), "file-unused", "warning")
    problems.add(Place("b.md", 4, 2), "empty-text")
    problems.add(Place("b.md", 2, 7), "link-bare", "notice", word="https://a.example")
    problems.add(Place("b.md", 3), "not-translated", "notice", source="a.md")
    problems.add(Place("a.md", 1, 5), "link-empty")
    return findings(problems.found, changes, mildest, say)


def places(report: Findings) -> list[str]:
    return [str(problem.place) for problem in report.all]


def test_changed_lines_come_first_and_everything_else_by_file_and_line() -> None:
    assert places(found()) == ["b.md:2:7", "a.md:1:5", "b.md:3:1", "b.md:4:2", "c.md:1:1"]
    assert places(found(Changes())) == ["a.md:1:5", "b.md:2:7", "b.md:3:1", "b.md:4:2", "c.md:1:1"]


def test_what_is_mild_is_told_on_changed_lines_and_only_counted_elsewhere() -> None:
    report = found(mildest=("notice", "warning"))
    assert places(report) == ["b.md:2:7", "a.md:1:5", "b.md:4:2", "c.md:1:1"]
    assert (report.hidden, report.summary()) == (1, "errors: 2, warnings: 1, notices: 2")
    assert places(found(mildest=("error", "error"))) == ["a.md:1:5", "b.md:4:2"]


@pytest.mark.parametrize(
    ("say", "last"),
    [
        (
            "en",
            "errors: 2, warnings: 1, notices: 2 — to see everything: --level notice; Tiếng Việt: --say vi; Français: --say fr",
        ),
        (
            "vi",
            "lỗi: 2, cảnh báo: 1, lưu ý: 2 — để xem tất cả: --level notice; Français: --say fr; English: --say en",
        ),
        (
            "fr",
            "erreurs : 2, avertissements : 1, remarques : 2 — pour tout voir : --level notice; Tiếng Việt: --say vi; English: --say en",
        ),
    ],
)
def test_the_last_line_counts_and_says_what_else_could_be_seen(say: str, last: str) -> None:
    assert as_text(found(mildest=("error", "error"), say=say)).split("\n")[-1] == last


def test_text_has_one_line_a_finding() -> None:
    assert as_text(found()).split("\n")[:-1] == [
        "b.md:2:7: (notice) readers see a bare address — write [words that say where it leads](https://a.example)",
        "a.md:1:5: this link has no address — write one between the round brackets",
        "b.md:3:1: (notice) not translated yet (source: a.md) — readers see the source language",
        "b.md:4:2: the text is empty — write it",
        "c.md:1:1: (warning) no page shows this file — use it, or delete it",
    ]


def test_nothing_found_is_an_empty_array_and_one_line() -> None:
    nothing = findings([], Changes(), EVERYTHING, "en")
    assert as_json(nothing) == "[]"
    assert (
        as_text(nothing)
        == "errors: 0, warnings: 0, notices: 0 — Tiếng Việt: --say vi; Français: --say fr"
    )
    assert as_annotations(nothing, folded=True) == "errors: 0, warnings: 0, notices: 0"
    assert as_table(nothing) == "### errors: 0, warnings: 0, notices: 0\n"


def test_away_from_the_changed_lines_each_file_has_one_annotation_for_the_gravest() -> None:
    assert as_annotations(found(), folded=True).split("\n") == [
        "::notice file=b.md,line=2,col=7::readers see a bare address — write [words that say where it leads](https://a.example)",
        "::error file=a.md,line=1,col=5::this link has no address — write one between the round brackets",
        "::error file=b.md,line=4,col=2::the text is empty — write it (and 1 more in this file: see the summary of the run)",
        "::warning file=c.md,line=1,col=1::no page shows this file — use it, or delete it",
        "errors: 2, warnings: 1, notices: 2",
    ]


def test_a_command_of_github_cannot_be_written_into_content() -> None:
    problems = Problems()
    problems.add(Place("a,b:c%.md"), "heading-without-id", title="x\n::error::100%\r")
    report = findings(problems.found, Changes(), EVERYTHING, "en")
    command, _ = as_annotations(report, folded=False).split("\n")
    assert command == (
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1::the heading 'x%0A::error::100%25%0D' has no id"
        " — write {#a-short-name} behind it, the same in every language"
    )


def test_the_table_has_the_changed_lines_apart() -> None:
    assert as_table(found(mildest=("notice", "error"))) == (
        "### errors: 2, warnings: 1, notices: 2\n"
        "\n**On the lines of this change**\n"
        "\n| Level | Place | What is wrong, and what to do |\n|---|---|---|\n"
        "| notice | b.md&#58;2&#58;7 | readers see a bare address — write &#91;words that say where it leads&#93;(https&#58;//a.example) |\n"
        "\n**Elsewhere**\n"
        "\n| Level | Place | What is wrong, and what to do |\n|---|---|---|\n"
        "| error | a.md&#58;1&#58;5 | this link has no address — write one between the round brackets |\n"
        "| error | b.md&#58;4&#58;2 | the text is empty — write it |\n"
    )


def test_what_stands_in_a_table_is_text_and_nothing_else() -> None:
    problems = Problems()
    problems.add(Place("a.md"), "link-undefined", word="a|b\n<img>@me *x* `y` _z_ [q](r) \\")
    [row] = [
        line
        for line in as_table(findings(problems.found, Changes(), EVERYTHING, "en")).split("\n")
        if "a.md" in line
    ]
    assert row.count("|") == 4
    for sign in "<>@*`_[]\\":
        assert sign not in row


@pytest.mark.parametrize("say", SPOKEN)
def test_a_table_that_would_be_too_large_says_how_much_is_left_out(tmp_path: Path, say: str) -> None:
    problems = Problems()
    for line in range(1, 9001):
        problems.add(Place("docs/vi/a.md", line), "link-no-page", word="ữ" * 60)
    report = findings(problems.found, Changes(), EVERYTHING, say)
    summary = tmp_path / "summary.md"
    report_to_github(report, str(summary))
    table = summary.read_text(encoding="utf-8")
    rows = table.count("docs/vi/a.md")
    assert MAX_BYTES - 1000 < len(table.encode()) < MAX_BYTES + 200
    assert table.split("\n")[-2].endswith(f": {9000 - rows}")
