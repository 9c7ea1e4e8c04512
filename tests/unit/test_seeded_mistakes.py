"""Forty mistakes sown over three languages are found in one run, each at its line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from handbook.problem import Problem, in_order
from small_book import SmallBook

_DOOR = {
    "vi": """---
title: Cánh cửa
description: Một cánh cửa, hai ổ khóa.
updated: 2026-11-22
sources: [hotline]
---
Khóa cửa hai lần, rồi đọc [trang ổ khóa](index.md#why).

![Cánh cửa có hai ổ khóa.](../../assets/img/door.svg)

/// story | Chiều ở chợ {#story}
Chị Hoa khóa cửa lúc 20:52. Chị mất 15 phút tìm chìa, tốn 100.000 đồng.
///

/// do | Khóa hai lần {#do}
1. Đóng cửa lại.
2. Xoay chìa hai vòng.
3. Gọi {{ fact hotline }} khi có chuyện.

Bạn có hai chìa:

- Chìa một để ở nhà.
- Chìa hai gửi người thân.
///

| Khóa | Giá |
|---|---|
| Nhỏ | Rẻ |

/// why | Vì sao {#why}
Hai khóa chắc hơn một khóa.
///

/// try | Thử ngay {#try}
Kiểm lại cánh cửa nhà bạn.
///
""",
    "fr": """---
title: La porte
description: Une porte, deux serrures.
updated: 2026-11-22
sources: [hotline]
---
Fermez deux fois la porte, puis lisez [la page des serrures](index.md#why).

![Une porte à deux serrures.](../../assets/img/door.svg)

/// story | Un soir au marché {#story}
Hoa ferme sa porte à 20 h 52. Elle cherche la clé pendant 15 minutes et paie 100 000 dongs.
///

/// do | Fermez deux fois {#do}
1. Fermez la porte.
2. Tournez la clé deux fois.
3. Appelez le {{ fact hotline }} en cas de souci.

Vous avez deux clés :

- Une clé reste chez vous.
- L’autre va chez un proche.
///

| Serrure | Prix |
|---|---|
| Petite | Bas |

/// why | Pourquoi {#why}
Deux serrures tiennent mieux qu’une.
///

/// try | À vous, maintenant {#try}
Regardez la porte de chez vous.
///
""",
    "en": """---
title: The door
description: One door, two locks.
updated: 2026-11-22
sources: [hotline]
---
Lock the door twice, then read [the page on locks](index.md#why).

![A door with two locks.](../../assets/img/door.svg)

/// story | An evening at the market {#story}
Hoa locks her door at 8.52 pm. She looks for the key for 15 minutes and pays 100,000 dong.
///

/// do | Lock twice {#do}
1. Close the door.
2. Turn the key twice.
3. Call {{ fact hotline }} if something happens.

You have two keys:

- One key stays at home.
- The other goes to someone close.
///

| Lock | Price |
|---|---|
| Small | Low |

/// why | Why {#why}
Two locks hold better than one.
///

/// try | Try it now {#try}
Look at the door of your home.
///
""",
}
_INDEX = {
    "vi": "---\ntitle: Ổ khóa\ndescription: Ổ khóa.\nupdated: 2026-11-22\n---\nKhóa giữ nhà.\n\n## Vì sao {#why}\n\nĐể ngủ ngon.\n",
    "fr": "---\ntitle: Les serrures\ndescription: Les serrures.\nupdated: 2026-11-22\n---\nUne serrure garde la maison.\n\n## Pourquoi {#why}\n\nPour bien dormir.\n",
    "en": "---\ntitle: Locks\ndescription: Locks.\nupdated: 2026-11-22\n---\nA lock guards a home.\n\n## Why {#why}\n\nTo sleep well.\n",
}


@dataclass(frozen=True)
class Seed:
    """`old` becomes `new` in the door page of a language (or in `path`); `code` is told at the line of `at`."""

    locale: str
    old: str
    new: str
    code: str
    at: str = ""
    path: str = ""

    @property
    def file(self) -> str:
        return self.path or f"docs/{self.locale}/locks/door.md"


SEEDS = (
    Seed("vi", "Đóng cửa lại.", "Ðóng cửa lại.", "look-alike"),
    Seed("vi", "Xoay chìa hai vòng.", "Xoay chìa khoá hai vòng.", "tone-place"),
    Seed("vi", "Chìa một để ở nhà.", "Chìa một để ở nhà !", "space-too-many"),
    Seed(
        "vi",
        "Chìa hai gửi người thân.",
        "Chìa hai \u0064\u0323\u00f4i khi g\u01b0\u0309i người thân.",
        "not-nfc",
    ),
    Seed("vi", "Hai khóa chắc hơn một khóa.", 'Hai khóa "chắc" hơn một khóa.', "straight-quotes"),
    Seed("vi", "Kiểm lại cánh cửa nhà bạn.", "Kiểm lại theo Luật 91/2025/QH15.", "law-in-text"),
    Seed("vi", "Khóa cửa hai lần, rồi", "Khóa cửa hai lần... rồi", "three-dots"),
    Seed("vi", "| Khóa | Giá |", "| Khóa | |", "header-cell-empty"),
    Seed("vi", "tốn 100.000 đồng", "tốn 100,000 đồng", "thousands"),
    Seed(
        "vi",
        "Để ngủ ngon.",
        "Gọi 0912 345 678 để ngủ ngon.",
        "phone-in-text",
        path="docs/vi/locks/index.md",
    ),
    Seed("fr", "Fermez la porte.", "Fermez la porte!", "space-before"),
    Seed("fr", "Tournez la clé deux fois.", "Tournez la clé «deux fois ».", "space-after"),
    Seed("fr", "L’autre va chez un proche.", "L'autre va chez un proche.", "straight-apostrophe"),
    Seed("fr", "Deux serrures tiennent", "Hai ổ khóa chắc tiennent", "vietnamese-left"),
    Seed("fr", "pendant 15 minutes", "pendant 25 minutes", "values-differ"),
    Seed("fr", "Elle cherche la clé", "Lan cherche la clé", "values-extra", at="Hoa ferme"),
    Seed("fr", "![Une porte à deux serrures.]", "![]", "picture-without-words"),
    Seed("fr", "index.md#why", "index.md#wy", "link-no-heading-near"),
    Seed(
        "fr",
        "Regardez la porte de chez vous.",
        "Regardez <b>la porte</b> de chez vous.",
        "tag-not-allowed",
    ),
    Seed(
        "fr",
        "| Petite | Bas |",
        "| Petite | Bas |\n| Grande | Haut |",
        "tables-differ",
        at="| Serrure | Prix |",
    ),
    Seed("fr", "Une clé reste chez vous.", "Une clé manque ? Appelez le 156.", "hotline-in-text"),
    Seed(
        "fr", "Pour bien dormir.", "Pour\u00a0bien dormir.", "fixed-space", path="docs/fr/locks/index.md"
    ),
    Seed("en", "1. Close the door.\n", "", "steps-differ", at="2. Turn the key twice."),
    Seed("en", "{{ fact hotline }}", "{{ fact hotlin }}", "unknown-fact-near"),
    Seed(
        "en",
        "![A door with two locks.](../../assets/img/door.svg)",
        "![A door.](../../assets/img/dor.svg)",
        "link-no-file-near",
    ),
    Seed("en", "/// why | Why {#why}", "/// why | WHY IT HELPS {#why}", "heading-capitals"),
    Seed("en", "Two locks hold", "Two\u200b locks hold", "hidden-sign"),
    Seed("en", "She looks for", "She looks ; for", "space-too-many"),
    Seed("en", "One key stays at home.", "One key stays [here](index.md).", "link-says-nothing"),
    Seed("en", "Look at the door of your home.", "   /// message | Bank", "block-indented"),
    Seed(
        "en",
        "Lock the door twice, then",
        "Lock the door twice, see [a lock maker](http://lock.example/), then",
        "link-http",
    ),
    Seed(
        "en",
        "To sleep well.",
        "To sleep well.\n\n!!! note\n    Sleep.",
        "foreign-block",
        at="!!! note",
        path="docs/en/locks/index.md",
    ),
    Seed("en", "## Why {#why}", "## Why", "heading-without-id", path="docs/en/locks/index.md"),
    Seed("vi", "key: b", "key: e", "key-no-option", path="quizzes/locks.yml"),
    Seed("vi", "see: door#do", "see: dor#do", "see-no-page-near", path="quizzes/locks.yml"),
    Seed(
        "fr",
        "a: Une serrure s’ouvre vite.",
        "a: Ổ khóa này rất dễ mở.",
        "vietnamese-left",
        path="quizzes/locks.yml",
    ),
    Seed(
        "en",
        "b: Two locks hold longer.",
        "c: Two locks hold longer.",
        "missing-in-language",
        path="quizzes/locks.yml",
        at="        a: One lock opens",
    ),
    Seed(
        "vi", "review-by: 2027-01-01", "review-by: 2027-13-01", "not-a-date", path="docs/data/facts.yml"
    ),
    Seed("vi", "country: vn", "country: vm", "unknown-value", path="docs/data/facts.yml"),
    Seed("en", "home: Home", "hom: Home", "unknown-key-near", path="docs/data/strings/en.yml"),
)


@pytest.fixture
def clean(book: SmallBook) -> SmallBook:
    """A module in three languages without a single finding."""
    for locale, door in _DOOR.items():
        book.write(f"docs/{locale}/locks/door.md", door)
        book.write(f"docs/{locale}/locks/index.md", _INDEX[locale])
    book.write(
        "docs/assets/img/door.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>\n'
    )
    book.change("quizzes/locks.yml", "door#two-locks", "door#do")
    for locale, third, why in (
        ("        b: Hai khóa\n", "        c: Ba then cài\n", "        c: Ba then cài dễ kẹt lắm.\n"),
        (
            "        b: Deux serrures\n",
            "        c: Trois verrous\n",
            "        c: Trois verrous se bloquent souvent.\n",
        ),
        ("        b: Two locks\n", "        c: Three bolts\n", "        c: Three bolts jam easily.\n"),
    ):
        book.change("quizzes/locks.yml", locale, locale + third)
        text = book.read("quizzes/locks.yml")
        at = text.index("        b: ", text.index(third) + len(third))
        end = text.index("\n", at) + 1
        book.write("quizzes/locks.yml", text[:end] + why + text[end:])
    book.stamp()
    return book


def found(book: SmallBook) -> list[Problem]:
    return in_order(problem for problem in book.load()[1].found if problem.level != "notice")


def test_clean_pages_yield_nothing(clean: SmallBook) -> None:
    assert [problem.text() for problem in found(clean)] == []


def test_forty_mistakes_are_found_in_one_run_each_at_its_line(clean: SmallBook) -> None:
    assert len(SEEDS) == 40
    for seed in SEEDS:
        clean.change(seed.file, seed.old, seed.new)
    clean.stamp()
    told = {(problem.place.path, problem.place.line, problem.code) for problem in clean.load()[1].found}
    missed = []
    for seed in SEEDS:
        text = clean.read(seed.file)
        where = text.index(seed.at or seed.new)
        line = text[:where].count("\n") + 1
        if (seed.file, line, seed.code) not in told:
            missed.append(
                (
                    seed,
                    line,
                    sorted(row for row in told if row[0] == seed.file and abs(row[1] - line) < 3),
                )
            )
    assert missed == []


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{seed.locale}-{seed.code}" for seed in SEEDS])
def test_each_mistake_is_told_when_it_stands_alone(clean: SmallBook, seed: Seed) -> None:
    clean.change(seed.file, seed.old, seed.new)
    clean.stamp()
    assert seed.code in {problem.code for problem in clean.load()[1].found}


def test_a_corrected_hotline_publishes_at_once_though_its_translations_are_behind(
    clean: SmallBook,
) -> None:
    clean.change("docs/vi/locks/door.md", "khi có chuyện", "ngay khi có chuyện lạ")
    clean.change("docs/data/facts.yml", '"156"', '"1560"')
    problems = clean.load()[1]
    assert problems.errors() == []
    assert {problem.code for problem in problems.found if problem.level == "warning"} == {
        "translation-stale"
    }
    built = clean.build()
    assert built.code == 0, built.output
    assert "1560" in built.html("locks/door")
