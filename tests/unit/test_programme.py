from handbook.problem import Problems
from handbook.programme import Module, Programme, read_programme
from small_book import SMALL, SmallBook, files_of
from told import Case, cases_of, check

TEXT = files_of(SMALL)["docs/data/programme.yml"]


def programme(old: str = "", new: str = "") -> Programme:
    problems = Problems()
    read = read_programme(TEXT.replace(old, new) if old else TEXT, problems)
    assert problems.found == []
    return read


def only_module(read: Programme) -> Module:
    (module,) = read.modules
    return module


@cases_of("programme")
def test_a_mistake_in_the_programme_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_the_first_language_is_the_source() -> None:
    assert programme().languages == ("vi", "fr", "en")


def test_a_version_stays_the_text_that_was_written() -> None:
    assert programme("2026.11", "2026.10").version == "2026.10"


def test_a_module_is_found_by_its_slug() -> None:
    read = programme()
    assert read.module("locks") == only_module(read)
    assert read.module("keys") is None


def test_a_module_has_its_pages_in_reading_order_and_their_places() -> None:
    module = only_module(programme())
    assert module.pages == ("door", "quiz")
    assert [str(place) for place in module.page_places] == [
        "docs/data/programme.yml:12:13",
        "docs/data/programme.yml:12:19",
    ]


def test_a_module_has_a_title_in_each_language() -> None:
    assert only_module(programme()).title == {"vi": "Ổ khóa", "fr": "Les serrures", "en": "Locks"}


def test_a_module_may_say_in_each_language_why_it_matters() -> None:
    why = "    why:\n      vi: Giữ nhà\n      fr: Garder la maison\n      en: Keep the house\n"
    module = only_module(programme("    pages: [door, quiz]\n", "    pages: [door, quiz]\n" + why))
    assert module.why == {"vi": "Giữ nhà", "fr": "Garder la maison", "en": "Keep the house"}


def test_a_module_that_does_not_say_why_it_matters_is_in_order() -> None:
    assert only_module(programme()).why == {}


def test_a_code_of_the_framework_stays_text() -> None:
    assert only_module(programme("[4.1]", "[4.1, 4.10]")).digcomp == ("4.1", "4.10")


def test_a_draft_is_read_and_not_published() -> None:
    read = programme("    pages: [door, quiz]\n", "    draft: true\n")
    assert only_module(read).draft
    assert read.published == ()


def test_a_module_may_belong_to_a_track() -> None:
    track = (
        "tracks:\n  elders:\n    name:\n      vi: Người già\n      fr: Aînés\n      en: Elders\n"
        "    about:\n      vi: Bạn đã về hưu.\n      fr: Vous êtes à la retraite.\n      en: You are retired.\n"
    )
    read = programme("tracks:\n", track)
    assert read.tracks["elders"].name == {"vi": "Người già", "fr": "Aînés", "en": "Elders"}
    assert read.tracks["elders"].about["en"] == "You are retired."
    text = TEXT.replace("tracks:\n", track).replace("    minutes", "    tracks: [elders]\n    minutes")
    assert only_module(read_programme(text, Problems())).tracks == ("elders",)
