"""Our QR codes, read back by a reader that is not ours."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageFilter, ImageOps
from playwright.sync_api import Browser

from browser.journey import NAMES, Record, Run, full_record, shipped

QUIET = 4
LEVELS = ["L", "M", "Q", "H"]
DIGITS = {
    "L": """41 77 127 187 255 322 370 461 552 652 772 883 1022 1101 1250 1408 1548 1725 1903 2061 2232 2409 2620 2812
        3057 3283 3517 3669 3909 4158 4417 4686 4965 5253 5529 5836 6153 6479 6743 7089""",
    "M": """34 63 101 149 202 255 293 365 432 513 604 691 796 871 991 1082 1212 1346 1500 1600 1708 1872 2059 2188
        2395 2544 2701 2857 3035 3289 3486 3693 3909 4134 4343 4588 4775 5039 5313 5596""",
    "Q": """27 48 77 111 144 178 207 259 312 364 427 489 580 621 703 775 876 948 1063 1159 1224 1358 1468 1588 1718
        1804 1933 2085 2181 2358 2473 2670 2805 2949 3081 3244 3417 3599 3791 3993""",
    "H": """17 34 58 82 106 139 154 202 235 288 331 374 427 468 530 602 674 746 813 919 969 1056 1108 1228 1286 1425
        1501 1581 1677 1782 1897 2022 2157 2301 2361 2524 2625 2735 2927 3057""",
}
"""Most digits of each version, as the standard says."""

START = "https://learn.example/pde/en/progress/#"

DRAW = """async (wanted) => {
    const { qr } = await load("qr");
    return wanted.map(([segments, level]) => {
        const parts = segments.map((text) =>
            /^\\d*$/.test(text) ? { digits: text } : { bytes: new TextEncoder().encode(text) });
        const { size, dark } = qr(parts, level);
        const places = Array.from({ length: size }, (_, place) => place);
        return places.map((y) => places.map((x) => +dark(x, y)).join(""));
    });
}"""
SHOW = """async (record, names, start) => {
    const { pack, toDigits } = await load("pack");
    const { qr, qrPath } = await load("qr");
    const digits = toDigits(pack(record, names));
    const code = qr([{ bytes: new TextEncoder().encode(start) }, { digits }], "L");
    const whole = code.size + 8;
    document.body.innerHTML = `<svg viewBox="0 0 ${whole} ${whole}"><path d="${qrPath(code)}"/></svg>`;
    document.body.style = "margin: 16px; background: #fff";
    document.querySelector("svg").style = "width: 100%; display: block";
    return [code.size, start + digits];
}"""


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with shipped(browser, tmp_path_factory.mktemp("shipped")) as running:
        yield running


def picture(rows: list[str]) -> Image.Image:
    """The code, three pixels a module, with its margin."""
    drawn = Image.frombytes(
        "L", (len(rows), len(rows)), bytes(255 * (bit == "0") for row in rows for bit in row)
    )
    larger = ImageOps.expand(drawn, QUIET, 255)
    return larger.resize((3 * larger.width, 3 * larger.height), Image.Resampling.NEAREST)


def read(image: Image.Image) -> tuple[str, str] | None:
    """Text and level of the QR code on a picture."""
    found = zxingcpp.read_barcodes(image)
    return (found[0].text, found[0].ec_level) if found else None


def digits(dice: random.Random, count: int) -> str:
    return "".join(dice.choices("0123456789", k=count))


def words(dice: random.Random, count: int) -> str:
    return "".join(dice.choices("abc XYZ/#.-?=_%", k=count))


def are_read(run: Run, wanted: list[tuple[list[str], str]]) -> list[int]:
    """Asserts that a reader reads what was wanted, at its level; returns the versions."""
    drawn = run(DRAW, wanted)
    for (segments, level), rows in zip(wanted, drawn, strict=True):
        assert read(picture(rows)) == ("".join(segments), level), (level, len(rows), segments)
    return [(len(rows) - 17) // 4 for rows in drawn]


@pytest.mark.parametrize("level", LEVELS)
def test_a_full_code_of_every_version_is_read(run: Run, level: str) -> None:
    dice = random.Random(level)
    most = [int(count) for count in DIGITS[level].split()]
    assert are_read(run, [([digits(dice, count)], level) for count in most]) == [*range(1, 41)]


@pytest.mark.parametrize("level", LEVELS)
def test_one_digit_more_takes_the_next_version(run: Run, level: str) -> None:
    most = [int(count) for count in DIGITS[level].split()[:20]]
    drawn = run(DRAW, [([digits(random.Random(1), count + 1)], level) for count in most])
    assert [(len(rows) - 17) // 4 for rows in drawn] == [*range(2, 22)]


def test_any_payload_is_read(run: Run) -> None:
    dice = random.Random(1)
    wanted = []
    for _ in range(300):
        most = int(dice.expovariate(1 / 60)) + 2
        kinds = dice.choices([words, digits], k=dice.randint(1, 3))
        wanted.append(([kind(dice, dice.randrange(1, most)) for kind in kinds], dice.choice(LEVELS)))
    assert len(set(are_read(run, wanted))) >= 8


def test_vietnamese_is_read(run: Run) -> None:
    assert are_read(run, [(["https://học.example/#", "0012"], "M")]) == [2]


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_too_long_is_refused(run: Run, level: str) -> None:
    script = """async (level) => {
        const { qr } = await load("qr");
        try { qr([{ digits: "1".repeat(7090) }], level); } catch (error) { return error.constructor === RangeError; }
    }"""
    assert run(script, level) is True


def test_the_level_is_medium_unless_asked(run: Run) -> None:
    script = """async () => {
        const { qr, qrPath } = await load("qr");
        return qrPath(qr([{ digits: "12345" }])) === qrPath(qr([{ digits: "12345" }], "M"));
    }"""
    assert run(script) is True


def photograph(run: Run, record: Record) -> tuple[int, str, Image.Image]:
    """The record's code across a telephone 360 pixels wide: modules on a side, link, screen."""
    run.page.set_viewport_size({"width": 360, "height": 640})
    size, link = run(SHOW, record, NAMES, START)
    return size, link, Image.open(BytesIO(run.page.screenshot())).convert("L")


def turned(image: Image.Image, degrees: float, blur: float) -> Image.Image:
    """The screen as another telephone sees it: from a slant, out of focus."""
    wide = Image.new("L", (480, 480), 255)
    wide.paste(image, (60, 60))
    return wide.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255).filter(
        ImageFilter.GaussianBlur(blur)
    )


RECORDS = {
    "answers of any kind": full_record(random.Random(1), 0),
    "most answers right": full_record(random.Random(1), 0.85),
    "most right, module by module": full_record(random.Random(1), 0.85, by_module=True),
}


@pytest.mark.parametrize(("kind", "version"), [*zip(RECORDS, [19, 18, 17], strict=True)])
def test_a_full_record_is_read_from_a_telephone(run: Run, kind: str, version: int) -> None:
    size, link, screen = photograph(run, RECORDS[kind])
    assert size <= 17 + 4 * version
    for degrees in (0, 10, -10, 45):
        found = read(turned(screen, degrees, 0.8))
        assert found, degrees
        assert found[0] == link
