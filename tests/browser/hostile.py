"""What a phone may hold and an address may say when somebody means harm: the same for the same seed."""

from __future__ import annotations

VALUES = """
    const { numbers } = await import(`${folder}/shuffle.js`);
    const dice = (seed) => {
        const next = numbers(seed);
        const int = (most) => Math.floor(next() * most);
        return { next, int, pick: (some) => some[int(some.length)] };
    };
    const MARKUP = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</' + 'script>';
    const NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "", "a/b",
        MARKUP, "x".repeat(3000), "\\u0000", "\\ud800", "length", "then", "1"];
    const nested = (depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth));
    const mean = () => [null, true, false, 0, -1, 1e308, -1e308, 5e-324, 1.5, "", "x", " ", "NaN", "null", "2026-13-45",
        "9999-99-99", "+275760-09-13", "-271821-04-20", "0000-00-00", "2026-11-20T00:00", "١٢٣", MARKUP, "x".repeat(9000),
        "\\u202e\\u0000\\ud800", [], {}, [[]], [null], nested(60), { toString: 1, valueOf: 1 }, { length: -1 }, { then: 1 },
        JSON.parse('{"__proto__": {"passed": "x", "attempts": 1}}'), "javascript:alert(1)", "__proto__"];
"""
"""Values that no script of ours has ever written."""

STATE = """
    const programme = async () => {
        const root = document.documentElement.dataset.root;
        const html = await (await fetch(new URL("progress/", new URL(root, location.href)))).text();
        const path = /data-journey="[./]*(assets[^"]+)"/.exec(html)[1];
        const { journey } = await import(new URL(path, new URL(root, location.href)));
        const { index } = await import(new URL(journey.items, new URL(root, location.href)));
        const items = index.items.map(([module, item]) => `${module}/${item}`);
        return { journey, names: { items, modules: [...new Set(items.map((name) => name.split("/")[0]))] } };
    };
    const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    const day = ({ int }) => `2026-1${int(3)}-${10 + int(19)}`;
    const maybe = ({ next }, value) => (next() < 0.5 ? value : {});
    /** A profile as our own scripts write it. */
    const usual = (d, { items, modules }) => ({
        attempts: Object.fromEntries(Array.from({ length: d.int(12) }, () => [d.pick(items), {
            r: d.pick(["a", "b", "not-sure", ["a", "c"], [], { 1: "b" }]), s: d.int(3) / 2, m: 1 + d.int(2), n: 1 + d.int(3),
            t: day(d), b: d.int(5), ...maybe(d, { open: true }), ...maybe(d, { d: day(d) }), ...maybe(d, { c: "sure" }),
        }])),
        modules: Object.fromEntries(Array.from({ length: d.int(9) }, () => [d.pick(modules), {
            seed: "x1", ...maybe(d, { best: d.int(101) }), ...maybe(d, { passed: day(d) }),
        }])),
        days: Object.fromEntries(Array.from({ length: d.int(5) }, () => [`${1 + d.int(7)}`, day(d)])),
        ...maybe(d, { name: "Lan" }), ...maybe(d, { track: "family" }),
    });
    /** The places of a value: [map, name] each. */
    const placesOf = (value) => (typeof value === "object" && value !== null
        ? Object.keys(value).flatMap((name) => [[value, name], ...placesOf(value[name])]) : []);
    const put = (map, name, value) =>
        Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
    /** A record, and in most of them a few things that cannot be: another value, another name, another sign. */
    const hostile = (d, names) => {
        const state = { v: 2, me: "p", profiles: { p: usual(d, names), ...maybe(d, { q: usual(d, names) }) } };
        for (let change = d.int(6); change > 0; change -= 1) {
            const places = placesOf(state);
            const [map, name] = d.pick(places);
            if (d.next() < 0.7) map[name] = d.pick(mean());
            else if (isMap(map)) put(map, d.pick(NAMES), d.next() < 0.5 ? d.pick(mean()) : map[name]);
        }
        let text = JSON.stringify(state);
        if (d.next() < 0.1) text = text.replace(/:(\\d+)/, ":1e999");
        if (d.next() < 0.1) text = text.slice(0, d.int(text.length));
        if (d.next() < 0.1) text = text.slice(0, d.int(text.length)) + d.pick(NAMES) + text.slice(d.int(text.length));
        return text;
    };
    const own = (map, name) => (isMap(map) && Object.prototype.hasOwnProperty.call(map, name) ? map[name] : undefined);
    const isInherited = (name) => ["__proto__", "toString", "valueOf"].includes(name);
    /** Every pass that can be read in a state, but for names that every map inherits: [profile, module, date]. */
    const passesIn = (state) => Object.entries(own(state, "profiles") ?? {}).flatMap(([id, profile]) =>
        Object.entries(own(profile, "modules") ?? {}).flatMap(([slug, module]) =>
            (typeof own(module, "passed") === "string" && ![id, slug].some(isInherited) ? [[id, slug, module.passed]] : [])));
"""
"""Records with a few things in them that cannot be."""

FRAGMENTS = """
    /** An address that begins like one of ours and goes on in any way. */
    const fragment = (d, good) => {
        if (d.next() < 0.2) return d.pick(["r=", "n=", ""]) + d.pick(good);
        const begin = d.pick(["", "r=", "n=", "seed=", "board=", "board", "q-", "f=1&k=full&v=2026.11&m=", "f=", "f=2&", "m="]);
        const words = [...NAMES, MARKUP, "javascript:alert(1)", "../../..", "//x.example", "%", "%00", "%E0%A4%A", "&&&", "=", "M01.95",
            "M01.95-M02.100-M03", "B7", "A".repeat(20000), "1".repeat(8000), "1e999", "-1", "NaN", "0.5", "\\ud800", "[id]", "*", "#", ...good];
        let text = begin;
        for (let n = d.int(4); n > 0; n -= 1) text += d.pick(words);
        return d.next() < 0.3 ? text.slice(d.int(5), 1 + d.int(text.length + 1)) : text;
    };
"""
"""Fragments of addresses."""


SETTLED = """async () => {
    const here = [...document.scripts].filter(({ type, src }) => type === "module" && src);
    await Promise.all(here.map(({ src }) => import(src)));
    for (const one of document.querySelectorAll("[data-journey], [data-quiz]")) {
        const { journey, quiz } = one.dataset;
        if (journey) await import(new URL(journey, document.baseURI));
        if (quiz) await import(new URL(quiz, document.baseURI));
    }
    for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done));
}"""
"""The scripts of the page have run, and what they wait for has come."""

HARM = """() => {
    const words = (node) => node.innerText.split(/\\s+/).join(" ").trim();
    const own = "form, .week, .banner, .quiz-result, .day-mark, .day-done";
    const parts = [...document.querySelectorAll("article :is(h1, h2, h3, p, li, th, td, dt, dd)")];
    return {
        injected: document.querySelectorAll('img[src="x"], [onerror], script:not([src]):not(head *)').length,
        harmed: Boolean(window.harmed) || Object.keys(Object.prototype).length > 0,
        text: parts.filter((part) => !part.closest(own)).map(words).filter(Boolean),
        wide: document.documentElement.scrollWidth > innerWidth,
        empty: Boolean(document.querySelector("dialog[open] .board-stage:empty")),
    };
}"""
"""What of a page can be read, and what should not be there."""
