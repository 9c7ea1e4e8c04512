import pytest

from handbook.offline.bundle import BundleError, bundle
from handbook.offline.prune import prune


def joined(**modules: str) -> str:
    files = {f"{name}.js": text for name, text in modules.items()}
    return bundle("main.js", files.__getitem__, lambda path: f"https://x.example/{path}")


def test_a_module_stands_before_those_that_import_it_and_only_once() -> None:
    text = joined(
        main='import { a as b } from "./one.js";\nimport * as two from "./two.js";\nrun(b, two.c);',
        one="export const a = 1;",
        two='import{a}from"./one.js";export function c(){return a}',
    )
    assert text.count("const a = 1") == 1
    assert text.index("const a = 1") < text.index("function c") < text.index("run(b")
    assert "import" not in text
    assert "export" not in text


def test_what_is_passed_on_keeps_its_name() -> None:
    text = joined(
        main='import { a, z } from "./two.js";\nrun(a, z);',
        one="export const a = 1;\nexport const b = 2;",
        two='export { b as z } from "./one.js";\nexport * from "./one.js";',
    )
    assert "return{z:m0.b,...m0}" in text


def test_a_module_knows_its_address() -> None:
    assert 'new URL("../", "https://x.example/main.js")' in joined(
        main='new URL("../", import.meta.url)'
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('run(await import("./one.js"));', "cannot be joined"),
        ("export default 1;", "cannot be joined"),
        ('import "./one.js";', "cannot be joined"),
        ('import { a } from "./main.js";', "imports itself"),
    ],
)
def test_what_is_not_understood_is_refused(text: str, why: str) -> None:
    with pytest.raises(BundleError, match=why):
        joined(main=text, one="")


def test_a_style_keeps_the_rules_of_what_is_there() -> None:
    css = "p{a:b}.in,.out{a:b}.out{a:b}.made{a:b}@media print{.out{a:b}.in{a:b}}#there .in{a:b}#not .in{a:b}"
    html, script = '<p class="in" id="there">', 'element("p", {className:"made"})'
    assert prune(css, html, script) == "p{a:b}.in{a:b}.made{a:b}@media print{.in{a:b}}#there .in{a:b}"
