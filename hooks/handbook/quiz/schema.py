"""The shape of a quiz file as JSON Schema, for completion in editors; the check itself is stricter.

Source: https://json-schema.org/draft/2020-12. A quiz names it in its first line:
`# yaml-language-server: $schema=schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from collections.abc import Mapping as Map

from handbook.quiz.item_type import ItemType
from handbook.quiz.parse import ITEM_KEYS, LANGUAGE_KEYS, QUIZ_KEYS
from handbook.quiz.registry import ITEM_TYPES

_Schema = dict[str, object]
_WORD: _Schema = {"type": ["string", "number", "boolean"]}
_TEXT: _Schema = {"type": "string", "minLength": 1}


def quiz_schema(languages: Collection[str]) -> str:
    """The schema as JSON text, ending in a line break."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A quiz of the handbook",
        **_map(
            {"items": {"type": "array", "minItems": 1, "items": {"oneOf": _items(languages)}}},
            dict.fromkeys(QUIZ_KEYS, _WORD),
        ),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _items(languages: Collection[str]) -> list[_Schema]:
    return [_item(item_type, languages) for _, item_type in sorted(ITEM_TYPES.items())]


def _item(item_type: ItemType, languages: Collection[str]) -> _Schema:
    structure: _Schema = {name: {"type": "object"} for name in item_type.structure}
    texts = _map(_parts(item_type.shape), _parts(item_type.optional))
    required: _Schema = {
        "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "type": {"const": item_type.name},
        "key": {},
        **structure,
    }
    some: _Schema = {"type": "array", "minItems": 1, "items": {"enum": list(languages)}}
    optional: _Schema = {
        **dict.fromkeys(languages, texts),
        **dict.fromkeys(LANGUAGE_KEYS, some),
        **dict.fromkeys(ITEM_KEYS, _WORD),
    }
    written = [{"required": names} for names in (list(languages), *([key] for key in LANGUAGE_KEYS))]
    return {"title": item_type.name, **_map(required, optional), "anyOf": written}


def _parts(shape: Map[str, int]) -> _Schema:
    """Each part of a language block: a text, or maps of texts as deep as its shape says."""
    return {name: _nested(depth) for name, depth in shape.items()}


def _nested(depth: int) -> _Schema:
    return {"type": "object", "additionalProperties": _nested(depth - 1)} if depth else _TEXT


def _map(required: Map[str, object], optional: Map[str, object]) -> _Schema:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        "additionalProperties": False,
    }
