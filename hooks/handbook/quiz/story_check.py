"""What can be wrong with a story: its steps, its texts, its best way."""

from __future__ import annotations

import re

from handbook.problem import Problems
from handbook.quiz.model import Item, Tree
from handbook.quiz.story import Choice, Story, Way
from handbook.reader import SLUG, Reader

END = "end"
_SCORE = re.compile(r"[0-9]")


def steps_of(item: Item) -> dict[str, dict[str, Choice]]:
    """The steps of a story that was checked."""
    found: dict[str, dict[str, Choice]] = {}
    for step, choices in _tree(item).items():
        made = choices if isinstance(choices, dict) else {}
        found[step] = {id_: _choice(one) for id_, one in made.items() if isinstance(one, dict)}
    return found


def check_story(item: Item, problems: Problems) -> None:
    """Report all that is wrong with a story, as far as it can be followed."""
    if any(path[0] == "steps" and not _there(item, path) for path in item.places):
        return  # a part that could not be read was reported there
    before = len(problems.found)
    for step in _tree(item):
        _check_step(item, step, problems)
    if not _tree(item) and ("steps",) in item.places:
        problems.add(item.where("steps"), "not-a-map")
    if len(problems.found) > before or not _tree(item):
        return
    story = Story(steps_of(item))
    _check_texts(item, story, problems)
    if _check_ways(item, story, problems):
        _check_key(item, story, problems)


def _tree(item: Item) -> Tree:
    steps = item.structure.get("steps")
    return steps if isinstance(steps, dict) else {}


def _choice(written: Tree) -> Choice:
    return Choice(str(written.get("goto", "")), int(str(written.get("score", "0"))))


def _there(item: Item, path: Way) -> bool:
    node: str | Tree | None = item.structure
    for name in path:
        node = node.get(name) if isinstance(node, dict) else None
    return node is not None


def _check_step(item: Item, step: str, problems: Problems) -> None:
    place, choices = item.where("steps", step), _tree(item)[step]
    if not SLUG.fullmatch(step):
        problems.add(place, "not-a-slug", word=step)
    if isinstance(choices, str):
        if choices != END:
            Reader(problems).unknown(place, "unknown-value", choices, (END,))
        return
    if len(choices) < 2:
        problems.add(place, "story-one-choice", step=step)
    for id_, choice in choices.items():
        at = ("steps", step, id_)
        if not SLUG.fullmatch(id_):
            problems.add(item.where(*at), "not-a-slug", word=id_)
        elif isinstance(choice, dict):
            _check_choice(item, at, choice, problems)
        else:
            problems.add(item.where(*at), "not-a-map")


def _check_choice(item: Item, at: Way, choice: Tree, problems: Problems) -> None:
    reader, names = Reader(problems), ("goto", "score")
    meant = {
        reader.unknown(item.where(*at, name), "unknown-key", name, names)
        for name in choice
        if name not in names
    }
    goto, score = choice.get("goto"), choice.get("score", "0")
    if isinstance(goto, dict):
        problems.add(item.where(*at, "goto"), "not-a-word")
    elif goto is None:
        if "goto" not in meant:
            problems.add(item.where(*at), "missing-key", key="goto")
    elif goto not in _tree(item):
        reader.unknown(item.where(*at, "goto"), "story-no-step", goto, _tree(item))
    if isinstance(score, dict):
        problems.add(item.where(*at, "score"), "not-a-word")
    elif not _SCORE.fullmatch(score):
        problems.add(item.where(*at, "score"), "not-a-number", word=score, low=0, high=9)


def _check_texts(item: Item, story: Story, problems: Problems) -> None:
    """The source language has a text for every step and choice; the others are compared with it."""
    source = next(iter(item.texts))
    made = {step: choices for step, choices in story.steps.items() if choices}
    wanted: list[Way] = [("steps", step) for step in story.steps]
    written: list[Way] = [("steps", step) for step in item.ids("steps")]
    for step, choices in made.items():
        wanted += [("choices", step), *(("choices", step, id_) for id_ in choices)]
    for step in item.ids("choices"):
        ids = item.ids("choices", step)
        written += [("choices", step), *(("choices", step, id_) for id_ in ids)]
    for path in _without(wanted, written):
        if item.ids(path[0]) and (source, *path) not in item.places:
            place = item.where(source, *path[:-1])
            problems.add(place, "story-without-text", part=".".join(path))
    for path in _without(written, wanted):
        problems.add(item.where(source, *path), "story-text-too-many", part=".".join(path))


def _without(paths: list[Way], others: list[Way]) -> list[Way]:
    """The paths that the others lack, a whole step as one path."""
    lost = [path for path in paths if path not in others]
    return [path for path in lost if path[:-1] not in lost]


def _check_ways(item: Item, story: Story, problems: Problems) -> bool:
    """Whether every way ends, so that its points can be counted."""
    if all(story.steps.values()):
        problems.add(item.where("steps"), "story-no-end", step=list(story.steps)[-1])
        return False
    if not story.steps[story.first]:
        problems.add(item.where("steps", story.first), "story-ends-at-once", step=story.first)
        return False
    turns = story.turns()
    for step, id_ in turns:
        goto = story.steps[step][id_].goto
        problems.add(item.where("steps", step, id_, "goto"), "story-circle", step=goto)
    reached = story.reached()
    for step in story.steps:
        if step not in reached:
            problems.add(item.where("steps", step), "story-step-lost", step=step)
    return not turns


def _check_key(item: Item, story: Story, problems: Problems) -> None:
    most, ways = story.best(story.first)
    points = story.points(tuple(item.key))
    best = _written(ways[0])
    if len(ways) > 1:
        problems.add(item.where("steps"), "story-tie", one=best, other=_written(ways[1]))
    elif points is None:
        problems.add(item.where("key"), "story-key-no-way", best=best)
    elif points < most:
        problems.add(item.where("key"), "story-key-not-best", best=best, points=points, most=most)


def _written(way: Way) -> str:
    """A way as an editor writes it."""
    return f"[{', '.join(way)}]"
