import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.schema import quiz_schema
from small_book import LANGUAGES, PROJECT
from told import UNIT

SCHEMA: dict[str, Any] = json.loads(quiz_schema(LANGUAGES))
ITEMS = {item["title"]: item for item in SCHEMA["properties"]["items"]["items"]["oneOf"]}


def test_the_schema_beside_the_quizzes_is_the_one_that_the_types_give() -> None:
    written = (PROJECT / "quizzes/schema.json").read_text(encoding="utf-8")
    assert written == quiz_schema(LANGUAGES), "run: python -m handbook schema"


def test_every_type_has_its_shape_in_the_schema() -> None:
    assert set(ITEMS) == set(ITEM_TYPES)


def fits(value: object, schema: dict[str, Any]) -> bool:
    """The part of JSON Schema that quiz_schema uses."""
    if "const" in schema:
        return bool(value == schema["const"])
    if schema.get("type") != "object":
        return True
    if not isinstance(value, dict) or not set(schema.get("required", [])) <= set(value):
        return False
    if not any(set(one["required"]) <= set(value) for one in schema.get("anyOf", [{"required": []}])):
        return False
    known, more = schema.get("properties", {}), schema.get("additionalProperties", True)
    return all(
        fits(inside, known[name])
        if name in known
        else more is not False and (more is True or fits(inside, more))
        for name, inside in value.items()
    )


@pytest.mark.parametrize("file", sorted((UNIT / "items").glob("*.yml")), ids=lambda file: str(file.stem))
def test_an_item_of_each_type_fits_its_shape_and_no_other(file: Path) -> None:
    (item,) = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["items"]
    assert [name for name, schema in ITEMS.items() if fits(item, schema)] == [item["type"]]
    assert not fits({**item, "stemm": "x"}, ITEMS[item["type"]])


@pytest.mark.parametrize("file", sorted((UNIT / "items").glob("*.yml")), ids=lambda file: str(file.stem))
def test_a_language_may_be_absent_only_where_the_item_says_so(file: Path) -> None:
    (item,) = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["items"]
    del item["vi"]
    schema = ITEMS[item["type"]]
    assert not fits(item, schema)
    assert fits({**item, "only": ["fr", "en"]}, schema)
    assert fits({**item, "waiting": ["vi"]}, schema)
