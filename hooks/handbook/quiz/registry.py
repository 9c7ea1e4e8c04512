"""The item types there are: every module of `types/` holds one, so a new type touches no other file."""

from __future__ import annotations

import importlib
import pkgutil

from handbook.quiz import types
from handbook.quiz.item_type import ItemType


def _load() -> dict[str, ItemType]:
    found: dict[str, ItemType] = {}
    for module in pkgutil.iter_modules(types.__path__):
        item_type: ItemType = importlib.import_module(f"handbook.quiz.types.{module.name}").TYPE
        found[item_type.name] = item_type
    return found


# MkDocs takes the hook's folder off sys.path once the hook is loaded, so the types are imported now
# (https://github.com/mkdocs/mkdocs/issues/3281).
ITEM_TYPES = _load()
