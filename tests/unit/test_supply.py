"""What is installed is what was locked, its licences are known, and an audit that looked nothing up fails."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli import main
from handbook.supply.audit import holes_in
from handbook.supply.licences import FILE, UNKNOWN, licence_of, third_party
from handbook.supply.lock import AUDITED, LOCKS, PAPER, SITE, TEST, Locked, read_lock
from small_book import PROJECT

HASH = "0" * 64
TWO = (Locked("one", "1.0", "", (HASH,)), Locked("two", "2.0", "", (HASH,)))
GOOD = [{"name": "one", "version": "1.0", "vulns": []}, {"name": "two", "version": "2.0", "vulns": []}]
HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["1.1"], "aliases": [], "description": "…"}


def locked(name: str) -> tuple[Locked, ...]:
    return read_lock((PROJECT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_locked_to_a_version_and_its_hashes(name: str) -> None:
    packages = locked(name)
    assert len(packages) == len({(each.name, each.marker) for each in packages}) > 10
    assert all(each.hashes for each in packages)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_no_address(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert (
        re.findall(r"https?:|--(?:extra-)?index|--find-links|--trusted|\s@\s|^-", text, re.MULTILINE)
        == []
    )


def test_what_prints_and_tests_is_what_builds() -> None:
    versions = [{each.name: each.version for each in locked(name)} for name in (SITE, PAPER, TEST)]
    for smaller, larger in itertools.pairwise(versions):
        assert smaller.items() <= larger.items(), (
            "a later lock file would change what an earlier installed"
        )


@pytest.mark.parametrize(
    "line", ["mkdocs", "mkdocs>=1.6", "mkdocs==1.6.1", "mkdocs==1.6.1 --hash=md5:00", "-e ."]
)
def test_a_line_that_is_not_locked_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line.split(maxsplit=1)[0])):
        read_lock(f"{line}\n")


def wheel(folder: Path) -> tuple[Path, str]:
    """A package of our own, made here, and its hash."""
    file = folder / "tiny_thing-1.0-py3-none-any.whl"
    info = "tiny_thing-1.0.dist-info"
    with zipfile.ZipFile(file, "w") as archive:
        files = {
            "tiny_thing.py": "x = 1\n",
            f"{info}/METADATA": "Metadata-Version: 2.1\nName: tiny-thing\nVersion: 1.0\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        rows = [f"{info}/RECORD,,\n"]
        for path, text in files.items():
            archive.writestr(path, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
            rows.append(f"{path},sha256={digest.decode()},{len(text)}\n")
        archive.writestr(f"{info}/RECORD", "".join(rows))
    return file, hashlib.sha256(file.read_bytes()).hexdigest()


def install(folder: Path, digest: str) -> tuple[bool, bool]:
    """Whether pip is content, and whether the package is there."""
    lock = folder / "lock.txt"
    lock.write_text(f"tiny-thing==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8")
    target = folder / "target"
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--isolated", "install", "--quiet", "--no-cache-dir", "--no-index",
         "--find-links", str(folder), "--require-hashes", "-r", str(lock), "--target", str(target)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 or "DO NOT MATCH THE HASHES" in done.stderr, done.stderr
    return done.returncode == 0, (target / "tiny_thing.py").is_file()


def test_a_changed_hash_stops_the_install(tmp_path: Path) -> None:
    _, digest = wheel(tmp_path)
    wrong = digest[:-1] + ("0" if digest[-1] != "0" else "1")
    assert install(tmp_path, wrong) == (False, False)
    assert install(tmp_path, digest) == (True, True), "the same with the right hash is installed"


def test_the_list_of_licences_is_up_to_date() -> None:
    assert (PROJECT / FILE).read_text(encoding="utf-8") == third_party(PROJECT), "make licences"


def test_every_locked_package_has_a_licence_that_is_known() -> None:
    text = (PROJECT / FILE).read_text(encoding="utf-8")
    for name in LOCKS:
        for each in locked(name):
            row = re.search(
                rf"^\| {each.name} \| {re.escape(each.version)} \| (.+) \|$", text, re.MULTILINE
            )
            assert row, each.name
            assert UNKNOWN not in row[1].lower(), each.name


def test_a_package_that_is_not_here_keeps_the_licence_that_was_read_elsewhere(tmp_path: Path) -> None:
    assert licence_of("no-such-package-of-anybody") == ""
    lock = f"mkdocs-material==9.8.1 --hash=sha256:{HASH}\nfar-away==3 --hash=sha256:{HASH}\n"
    for name in LOCKS:
        (tmp_path / name).write_text(lock, encoding="utf-8")
    assert f"| far-away | 3 | {UNKNOWN} |" in third_party(tmp_path)
    (tmp_path / FILE).write_text("| far-away | 2 | ISC |\n", encoding="utf-8")
    assert "| far-away | 3 | ISC |" in third_party(tmp_path)


def test_environments_of_their_own_are_read_too(tmp_path: Path) -> None:
    info = tmp_path / ".venv-exit/lib/python3/site-packages/far_away-3.dist-info"
    info.mkdir(parents=True)
    data = "Metadata-Version: 2.1\nName: far-away\nVersion: 3\nLicense: MIT License\n"
    (info / "METADATA").write_text(data, encoding="utf-8")
    lock = f"mkdocs-material==9.8.1 --hash=sha256:{HASH}\nfar-away==3 --hash=sha256:{HASH}\n"
    for name in LOCKS:
        (tmp_path / name).write_text(lock, encoding="utf-8")
    assert "| far-away | 3 | MIT |" in third_party(tmp_path)


def test_fonts_and_drawings_of_others_are_listed() -> None:
    text = (PROJECT / FILE).read_text(encoding="utf-8")
    assert "OFL-1.1" in text
    assert "SIL OPEN FONT LICENSE" in (PROJECT / "overrides/fonts/OFL.txt").read_text(encoding="utf-8")
    others = {file.suffix for file in (PROJECT / "overrides").rglob("*") if file.is_file()}
    assert others <= {".html", ".css", ".js", ".svg", ".png", ".ttf", ".txt", ".md"}


@pytest.mark.parametrize(
    ("dependencies", "told"),
    [
        (GOOD, []),
        ([{**GOOD[0], "vulns": [HOLE]}, GOOD[1]], ["one 1.0 has the hole PYSEC-2026-1, mended in: 1.1"]),
        (
            [{**GOOD[0], "vulns": [{**HOLE, "fix_versions": []}]}, GOOD[1]],
            ["one 1.0 has the hole PYSEC-2026-1, mended in: no version yet"],
        ),
        (
            [{"name": "one", "skip_reason": "not found"}, GOOD[1]],
            ["one was skipped: not found"],
        ),
        ([GOOD[1]], ["one 1.0 was not audited"]),
        ([{**GOOD[0], "version": "0.9"}, GOOD[1]], ["one is locked to 1.0, and 0.9 was audited"]),
        ([], ["the report is empty: no package was looked up"]),
    ],
    ids=["good", "vulnerable", "vulnerable for now", "skipped", "left out", "another version", "empty"],
)
def test_an_audit_passes_only_when_every_package_was_looked_up(
    dependencies: list[dict[str, object]], told: list[str]
) -> None:
    assert holes_in(json.dumps({"dependencies": dependencies, "fixes": []}), TWO) == told


@pytest.mark.parametrize(
    "report", ["", "ERROR: no connection", "[]", "{}", "null", '{"dependencies": 3}']
)
def test_an_audit_whose_service_was_not_reached_fails(report: str) -> None:
    assert len(holes_in(report, TWO)) == 1


def test_packages_of_other_machines_need_no_audit() -> None:
    other = Locked("pywin", "1.0", "sys_platform == 'beos'", (HASH,))
    assert holes_in(json.dumps({"dependencies": GOOD}), (*TWO, other)) == []


def audited(project: Path) -> int:
    """Exit code of the audit of some reports."""
    return CliRunner().invoke(main, ["audit", str(project), str(PROJECT)]).exit_code


def test_the_command_passes_only_with_a_whole_report_of_each_lock_file(tmp_path: Path) -> None:
    assert audited(tmp_path) == 1, "no report"
    packages: dict[str, list[dict[str, object]]] = {
        lock: [{"name": each.name, "version": each.version, "vulns": []} for each in locked(lock)]
        for lock in AUDITED
    }
    for lock in AUDITED:
        assert audited(tmp_path) == 1, "a report is still missing"
        report = (tmp_path / lock).with_suffix(".json")
        report.write_text(json.dumps({"dependencies": packages[lock]}), encoding="utf-8")
    assert audited(tmp_path) == 0
    hole = {**packages[TEST][0], "vulns": [HOLE]}
    bad = json.dumps({"dependencies": [hole, *packages[TEST]]})  # told, whatever the second entry says
    (tmp_path / TEST).with_suffix(".json").write_text(bad, encoding="utf-8")
    assert audited(tmp_path) == 1
