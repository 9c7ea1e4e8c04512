"""Whether an audit says that no known hole is open: one that looked nothing up says nothing.

It reads what `pip-audit --format json` writes. That tool ends well also when its service knew none of
the packages, and writes nothing when the service cannot be reached.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map

from packaging.markers import Marker

from handbook.supply.lock import Locked, canonical


def holes_in(report: str, locked: Iterable[Locked]) -> list[str]:
    """Why the audit of the `locked` packages does not pass, one sentence each; empty when it passes."""
    try:
        found = json.loads(report)["dependencies"]
        audited = {canonical(each["name"]): each.get("version", "") for each in found}
    except (ValueError, KeyError, TypeError, AttributeError):
        return ["the report cannot be read: nothing was looked up, perhaps the service was not reached"]
    if not audited:
        return ["the report is empty: no package was looked up"]
    return [*_told(found), *_left_out(audited, locked)]


def _told(found: Iterable[dict[str, object]]) -> Iterator[str]:
    for each in found:
        if "vulns" not in each or each.get("skip_reason"):
            yield f"{each['name']} was skipped: {each.get('skip_reason', 'no reason is given')}"
            continue
        holes = each["vulns"]
        for hole in holes if isinstance(holes, list) else []:
            mended = ", ".join(hole.get("fix_versions", [])) or "no version yet"
            yield f"{each['name']} {each['version']} has the hole {hole['id']}, mended in: {mended}"


def _left_out(audited: Map[str, str], locked: Iterable[Locked]) -> Iterator[str]:
    """What is locked for this machine and not in the report, or there in another version."""
    for each in locked:
        if each.marker and not Marker(each.marker).evaluate():
            continue
        if each.name not in audited:
            yield f"{each.name} {each.version} was not audited"
        elif audited[each.name] not in ("", each.version):  # empty: it was skipped, which is told
            yield f"{each.name} is locked to {each.version}, and {audited[each.name]} was audited"
