"""Search understands how people type: with marks or without, with a letter amiss, in their own language."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import Learn
from browser.course import BOOK, LANGUAGES, languages, mostly_source
from browser.learner import Keyboard, Learner
from browser.test_accessibility import SCHEMES, violations
from handbook.addresses import Addresses
from handbook.search.fold import fold, words_of

QUERIES = Path(__file__).parent / "queries"
TYPOS = 5
"""Words with a letter amiss that are made from each query."""

ENGINE = """
    const { Engine } = await import(new URL(script.replace("search.js", "engine.js"), document.baseURI));
    const table = JSON.parse(document.querySelector("meta[name=search]").content);
    const folder = new URL(document.documentElement.dataset.root + table.folder, document.baseURI);
    const engine = new Engine(table, async (name) => (await import(new URL(name, folder))).words);
"""
SEARCH = f"""async ([script, queries]) => {{
    {ENGINE}
    const found = [];
    for (const query of queries) {{
        const results = await engine.search(query);
        found.push(results.map(({{ page }}) => engine.pages[page][0]));
    }}
    return found;
}}"""
TIMES = f"""async ([script, typed]) => {{
    {ENGINE}
    const times = [];
    for (let end = 2; end <= typed.length; end += 1) {{
        await engine.search(typed.slice(0, end));
        const start = performance.now();
        await engine.search(typed.slice(0, end));
        times.push(performance.now() - start);
    }}
    return times;
}}"""


def queries(locale: str) -> list[tuple[str, str]]:
    """What people type, and the key of the page that they look for."""
    lines = (QUERIES / f"{locale}.txt").read_text(encoding="utf-8").splitlines()
    return [(query, key) for query, _, key in (line.partition(" = ") for line in lines)]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def found(page: Page, address: str, locale: str, typed: list[str]) -> list[list[str]]:
    """The paths that the shipped engine finds, best first."""
    page.goto(Addresses(address, LANGUAGES).absolute(locale, "search"))
    found: list[list[str]] = page.evaluate(SEARCH, [script_of(page), typed])
    return found


def script_of(page: Page) -> str:
    script = page.locator("script[src*='search/search.js']").get_attribute("src")
    assert script
    return script


def places(results: list[list[str]], locale: str, keys: list[str]) -> list[int]:
    """At which place each wanted page stands; 99 when it is not found."""
    paths = [Addresses("https://x.example/", LANGUAGES).path(locale, key) for key in keys]
    return [
        result.index(path) + 1 if path in result else 99
        for result, path in zip(results, paths, strict=True)
    ]


@languages
def test_sixty_queries_find_their_page_first(page: Page, address: str, locale: str) -> None:
    typed, keys = zip(*queries(locale), strict=True)
    assert len(typed) >= 60
    at = places(found(page, address, locale, list(typed)), locale, list(keys))
    assert [(query, place) for query, place in zip(typed, at, strict=True) if place > 1] == []


@languages
def test_without_marks_they_find_it_among_the_first_three(page: Page, address: str, locale: str) -> None:
    typed, keys = zip(*queries(locale), strict=True)
    bare = [" ".join(map(fold, words_of(query))) for query in typed]
    at = places(found(page, address, locale, bare), locale, list(keys))
    assert [(query, place) for query, place in zip(bare, at, strict=True) if place > 3] == []


def amiss(dice: random.Random, query: str) -> str | None:
    """The query with one letter of a long word changed, left out, added or swapped; None without one."""
    words = query.split(" ")
    long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long:
        return None
    place = dice.choice(long)
    word = words[place]
    at, letter = dice.randrange(len(word)), dice.choice("abcdefghiklmnopqrstuvxy")
    words[place] = dice.choice(
        [
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        ]
    )
    return " ".join(words)


@languages
def test_with_one_letter_amiss_nineteen_of_twenty_find_it_among_the_first_five(
    page: Page, address: str, locale: str
) -> None:
    dice = random.Random(locale)
    made = [(amiss(dice, query), key) for query, key in queries(locale) for _ in range(TYPOS)]
    typed = [(query, key) for query, key in made if query]
    assert len(typed) > 60
    at = places(found(page, address, locale, [q for q, _ in typed]), locale, [k for _, k in typed])
    lost = [(query, place) for (query, _), place in zip(typed, at, strict=True) if place > 5]
    assert len(lost) <= len(typed) / 20, lost


@pytest.mark.parametrize(
    ("locale", "query", "key"),
    [
        ("vi", "mat khau", "safe-accounts/master-keys"),
        ("vi", "matkhau", "safe-accounts/master-keys"),
        ("vi", "MẬT KHẨU", "safe-accounts/master-keys"),
        ("vi", "dang anh", "my-data/photos-papers"),
        ("fr", "securite", None),
        ("fr", "comptes surs", "safe-accounts/index"),
        ("en", "pasword", "safe-accounts/master-keys"),
    ],
)
def test_people_type_as_they_like(
    page: Page, address: str, locale: str, query: str, key: str | None
) -> None:
    [result] = found(page, address, locale, [query])
    assert result
    if key:
        assert places([result], locale, [key])[0] <= 3


@languages
def test_nothing_of_another_language_is_found(page: Page, address: str, locale: str) -> None:
    typed = [query for other in LANGUAGES for query, _ in queries(other)]
    root = Addresses("https://x.example/", LANGUAGES).root(locale)
    others = tuple(f"{other}/" for other in LANGUAGES if other != locale)
    for result in found(page, address, locale, typed):
        assert all(path.startswith(root) and not path.startswith(others) for path in result)


def searching(learner: Learner) -> Learner:
    learner.open("search")
    expect(learner.page.get_by_role("searchbox")).to_be_visible()
    return learner


@mostly_source
def test_results_show_page_part_and_words_around_the_hit(learn: Learn, locale: str) -> None:
    learner = searching(learn(locale))
    query, key = queries(locale)[2]
    learner.page.get_by_role("searchbox").type(query)
    first = learner.page.locator(".found > li").first
    expect(first.get_by_role("link")).to_have_text(BOOK.page(locale, key).title)
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator(".around")).not_to_be_empty()
    expect(learner.page.get_by_role("status")).to_contain_text(re.compile(r"\d"))
    expect(learner.page).to_have_url(re.compile(r"\?q="))
    learner.hand.press(first.get_by_role("link"))
    expect(learner.page.get_by_role("heading", level=1)).to_have_text(BOOK.page(locale, key).title)


def test_a_result_leads_to_the_part_that_answers(learn: Learn) -> None:
    learner = searching(learn("vi"))
    learner.page.get_by_role("searchbox").fill("mất điện thoại: làm theo thứ tự")
    first = learner.page.locator(".found > li").first
    expect(first.get_by_role("link")).to_have_attribute("href", re.compile("copy-recover/#lost-phone$"))


def test_an_address_is_a_search(learn: Learn) -> None:
    learner = learn("fr")
    learner.page.goto(f"{learner.address('search')}?q=virement")
    expect(learner.page.get_by_role("searchbox")).to_have_value("virement")
    expect(learner.page.locator(".found > li").first).to_be_visible()


def test_from_the_head_of_any_page_by_keyboard_to_a_result(learn: Learn) -> None:
    learner = learn("en", Keyboard)
    learner.open("scams/index")
    learner.hand.press(learner.page.get_by_role("link", name=learner.words["search"], exact=True))
    learner.is_on("search")
    box = learner.page.get_by_role("searchbox")
    Keyboard(learner.page).reach(box)
    learner.page.keyboard.type("secret word")
    link = learner.page.locator(".found a").first
    expect(link).to_have_text(BOOK.page("en", "scams/family-plan").title)
    learner.hand.press(link)
    expect(learner.page).to_have_url(re.compile("scams/family-plan/"))


@mostly_source
def test_nothing_found_offers_near_words_and_the_modules(learn: Learn, locale: str) -> None:
    learner = searching(learn(locale))
    box = learner.page.get_by_role("searchbox")
    box.fill("xqzwvk")
    expect(learner.page.get_by_role("status")).to_have_text(learner.words["search-nothing"])
    expect(
        learner.page.get_by_role("link", name=BOOK.programme.modules[0].title[locale])
    ).to_be_visible()
    near = {"vi": "xqnghieng", "fr": "sécuritxxé", "en": "passwoxxd"}[locale]
    box.fill(near)
    button = learner.page.locator(".near button").first
    if locale != "vi":
        learner.hand.press(button)
        expect(learner.page.locator(".found > li").first).to_be_visible()


@mostly_source
def test_without_scripts_every_page_is_listed(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("search")
    assert learner.page.get_by_role("searchbox").count() == 0
    links = learner.page.locator(".all-pages a").evaluate_all("all => all.map((one) => one.pathname)")
    wanted = {learner.address(key).split("/", 3)[3] for key in BOOK.keys if key != "search"}
    assert {link.lstrip("/") for link in links} >= wanted


def test_nothing_is_loaded_before_somebody_searches(learn: Learn) -> None:
    learner = learn("vi")
    asked: list[str] = []
    learner.page.on("request", lambda request: asked.append(request.url))
    for key in ("index", "safe-accounts/second-lock", "search"):
        learner.open(key)
        learner.page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "assets/search/" in url]


@languages
def test_a_search_in_the_address_fetches_its_pieces_while_the_scripts_are_on_their_way(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    address = learner.address("search")
    asked: list[str] = []
    learner.page.on("request", lambda request: asked.append(request.url.split("?")[0]))
    for query, _ in queries(locale)[::12]:
        pieces = []
        for script in (None, "search/search.js", "early"):
            asked.clear()
            if script == "early":
                learner.page.route("**/search/?q=*", _without_the_early_script)
            elif script:
                learner.page.route(f"**/{script}", lambda route: route.abort())
            learner.page.goto(f"{address}?q={quote(query)}", wait_until="networkidle")
            learner.page.unroute_all()
            found = [url for url in asked if re.search(r"assets/search/\w+/\d+\.", url)]
            assert len(found) == len(set(found))
            pieces.append(set(found))
        whole, early, late = pieces
        assert early == whole == late != set(), query


def _without_the_early_script(route: Route) -> None:
    html = route.fetch().text()
    assert html.count('modulepreload",') == 1
    route.fulfill(body=html.replace('modulepreload",', 'x",'), content_type="text/html")


@languages
def test_the_first_search_loads_at_most_25_kilobytes_before_its_results(
    learn: Learn, real_site: Any, locale: str
) -> None:
    import gzip

    learner = searching(learn(locale))
    asked: list[str] = []
    learner.page.on("request", lambda request: asked.append(request.url))
    worst = 0
    for query, _ in queries(locale)[::3]:
        asked.clear()
        learner.open("search")
        learner.page.get_by_role("searchbox").fill(query)
        expect(learner.page.locator(".found > li").first).to_be_visible()
        paths = {url.split("?")[0].removeprefix(learner.site) for url in asked}
        first = [path for path in paths if re.search(r"js/search/|assets/search/\w+/\d+\.", path)]
        assert first
        worst = max(
            worst, sum(len(gzip.compress((real_site.site / one).read_bytes(), 9)) for one in first)
        )
    assert worst <= 25_000


def test_a_key_is_answered_within_a_blink(learn: Learn) -> None:
    learner = searching(learn("vi"))
    learner.page.get_by_role("searchbox").fill("mật khẩu")
    expect(learner.page.locator(".found > li").first).to_be_visible()
    typed = "chuyển nhầm tiền cho người lạ"
    times = learner.page.evaluate(TIMES, [script_of(learner.page), typed])
    assert sorted(times)[len(times) // 2] <= 30, json.dumps(times)


@languages
def test_axe_finds_nothing_among_results(learn: Learn, locale: str) -> None:
    for scheme in SCHEMES:
        learner = learn(locale, width=320)
        learner.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        learner.page.goto(f"{learner.address('search')}?q={queries(locale)[0][0]}")
        expect(learner.page.locator("mark").first).to_be_visible()
        learner.page.wait_for_load_state("networkidle")
        assert violations(learner.page) == []
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320
