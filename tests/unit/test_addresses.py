import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses import Addresses, relative_path

ADDRESSES = Addresses("https://learn.example/pde/", ("vi", "fr", "en"))


@pytest.mark.parametrize(
    ("locale", "key", "path"),
    [
        ("vi", "index", ""),
        ("vi", "about", "about/"),
        ("vi", "locks/index", "locks/"),
        ("vi", "locks/door", "locks/door/"),
        ("fr", "index", "fr/"),
        ("fr", "locks/index", "fr/locks/"),
        ("en", "locks/door", "en/locks/door/"),
    ],
)
def test_a_page_has_the_same_address_below_its_language(locale: str, key: str, path: str) -> None:
    assert ADDRESSES.path(locale, key) == path
    assert ADDRESSES.absolute(locale, key) == f"https://learn.example/pde/{path}"


@pytest.mark.parametrize(
    ("locale", "key", "up"),
    [("vi", "index", "./"), ("vi", "locks/door", "../../"), ("en", "locks/door", "../../../")],
)
def test_a_page_knows_the_way_up_to_the_root(locale: str, key: str, up: str) -> None:
    assert ADDRESSES.up(locale, key) == up


@pytest.mark.parametrize(
    ("key", "target", "fragment", "address"),
    [
        ("locks/quiz", "locks/door", "two-locks", "../door/#two-locks"),
        ("locks/quiz", "locks/index", "", "../"),
        ("locks/door", "index", "", "../../"),
        ("index", "locks/door", "", "locks/door/"),
        ("locks/door", "locks/door", "", "./"),
        ("locks/door", "keys/index", "", "../../keys/"),
    ],
)
def test_a_page_leads_to_another_by_a_relative_address(
    key: str, target: str, fragment: str, address: str
) -> None:
    assert ADDRESSES.relative("fr", key, target, fragment) == address


FOLDERS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(FOLDERS, FOLDERS)
def test_a_relative_address_always_arrives(here: str, there: str) -> None:
    address = relative_path(here, there)
    assert address.endswith("/")
    assert posixpath.normpath(f"/{here}{address}") == posixpath.normpath(f"/{there}")
