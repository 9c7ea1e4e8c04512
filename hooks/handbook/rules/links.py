"""Every link and picture leads somewhere, in every language in which its page is read."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from handbook.pages.link import Link, links_of, notes_of, undefined_of
from handbook.pages.page import Page
from handbook.pages.prose import prose_of
from handbook.problem import Problems
from handbook.reader import nearest
from handbook.rules.outward import check_outward, looks_outward
from handbook.rules.targets import Targets, is_page, place_of


def check_links(targets: Targets, problems: Problems) -> set[str]:
    """Report every link that leads nowhere; returns the files of `targets` that some page uses."""
    rule = _Links(targets, problems)
    for page in targets.pages.values():
        rule.check(page)
    return rule.used


class _Links:
    def __init__(self, targets: Targets, problems: Problems) -> None:
        self.targets = targets
        self.problems = problems
        self.used: set[str] = set()
        self.ids = cache(targets.ids)  # hundreds of links lead to the same page

    def check(self, page: Page) -> None:
        links = links_of(page)
        for link in links:
            self.link(page, link)
        self.bare(page, [link for link in links if link.kind == "bare"])
        for label in undefined_of(page):
            self.problems.add(label.place, "link-undefined", word=label.name)
        used, written = notes_of(page)
        for code, some, others in (("note-missing", used, written), ("note-unused", written, used)):
            known = {label.name for label in others}
            for label in some:
                if label.name not in known:
                    self.problems.add(label.place, code, word=label.name)

    def bare(self, page: Page, links: list[Link]) -> None:
        """An address in a made-up message is there to be judged, not to be opened."""
        made_up = links and {line.place.line for line in prose_of(page) if "message" in line.blocks}
        for link in links:
            if made_up and link.place.line in made_up:
                continue
            self.problems.add(link.place, "link-bare", "notice", word=link.target)

    def link(self, page: Page, link: Link) -> None:
        if link.kind == "bare":
            return
        if link.kind in ("open", "spaced", "tag"):
            self.problems.add(link.place, f"link-{link.kind}", word=link.target)
        elif not link.target:
            self.problems.add(link.place, "link-empty")
        elif link.kind == "link" and not link.words:
            self.problems.add(link.place, "link-without-words")
        elif looks_outward(link.target):
            check_outward(link, self.problems)
        else:
            self.inward(page, link)

    def inward(self, page: Page, link: Link) -> None:
        """A link within the book: to a file, a page, or a heading of one."""
        _, _, path, _, anchor = urlsplit(link.target)
        found = "" if path.startswith(("/", "\\")) else self.targets.find(page, path)
        if not path:
            self.heading(page, link, page.key, anchor)
        elif found in self.targets.files:
            self.used.add(found)
        elif found and link.kind == "link":
            self.page(page, link, found, anchor)
        else:
            self.nowhere(page, link, path, anchor)

    def page(self, page: Page, link: Link, key: str, anchor: str) -> None:
        module = key.split("/", maxsplit=1)[0]
        if module in self.targets.drafts and module != page.key.split("/")[0]:
            self.problems.add(link.place, "link-draft", word=link.target, module=module)
        else:
            self.heading(page, link, key, anchor)

    def heading(self, page: Page, link: Link, key: str, anchor: str) -> None:
        for there in self.targets.reached(page, key) if anchor else ():
            ids = self.ids(there)
            if anchor not in ids:
                near = nearest(anchor, ids) or ""
                code = "link-no-heading-near" if near else "link-no-heading"
                self.problems.add(link.place, code, word=anchor, path=there.path, near=near)
                return

    def nowhere(self, page: Page, link: Link, path: str, anchor: str) -> None:
        """Report a path that leads to nothing, with the one that was probably meant."""
        meant = self.targets.meant(page, path, picture=link.kind == "picture")
        near = f"{meant}#{anchor}" if meant and anchor else meant
        locale = place_of(page, path).split("/")[0]
        code = "link-no-page" if link.kind == "link" and is_page(path) else "link-no-file"
        if path.startswith(("/", "\\")):
            code = "link-absolute"
        elif near and code == "link-no-page" and locale in {*self.targets.languages} - {page.locale}:
            self.problems.add(link.place, "link-language", word=link.target, near=near)
            return
        if near:
            self.problems.add(link.place, f"{code}-near", word=link.target, near=near)
        else:
            self.problems.add(link.place, code, word=link.target)
