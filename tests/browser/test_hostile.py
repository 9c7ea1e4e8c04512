"""Storage and addresses may hold anything: no script fails, and no pass that could be read is lost."""

from __future__ import annotations

from browser.conftest import Shipped
from browser.hostile import FRAGMENTS, STATE, VALUES

STATES = f"""async ([folder, seed, rounds]) => {{
    {VALUES}
    {STATE}
    const {{ openRecord }} = await import(`${{folder}}/record.js`);
    const {{ standing }} = await import(`${{folder}}/journey/standing.js`);
    const {{ guidance }} = await import(`${{folder}}/journey/guidance.js`);
    const {{ dueItems, overdue }} = await import(`${{folder}}/journey/due.js`);
    const {{ added, merge }} = await import(`${{folder}}/journey/merge.js`);
    const {{ pack, unpack, toText, fromText }} = await import(`${{folder}}/journey/pack.js`);
    const {{ kindOf, claimOf, readClaim, spokenDay }} = await import(`${{folder}}/journey/claim.js`);
    const {{ later }} = await import(`${{folder}}/journey/calendar.js`);
    const {{ journey, names }} = await programme();
    const wrong = [];
    const counts = {{ read: 0, later: 0, aside: 0, passes: 0 }};
    for (let round = 0; round < rounds; round += 1) {{
        const d = dice(`${{seed}}-${{round}}`);
        const text = hostile(d, names);
        const say = (what, detail = "") => wrong.push(`${{seed}}-${{round}}: ${{what}} ${{detail}} ${{text.slice(0, 300)}}`);
        try {{
            const kept = {{ record: text }};
            const store = {{ getItem: (name) => kept[name] ?? null, setItem: (name, value) => (kept[name] = value) }};
            const record = openRecord(() => store, "record");
            let before = null;
            try {{ before = JSON.parse(text); }} catch {{}}
            const passes = passesIn(before);
            const state = record.state();
            const profile = record.profile();
            const how = standing(journey, profile);
            JSON.stringify(guidance(how, profile.track));
            for (const name of dueItems(profile.attempts, () => true, "2026-12-01")) overdue(profile.attempts[name], "2026-12-01");
            spokenDay(how.date ?? "", journey);
            if (kindOf(how)) readClaim(claimOf(how, journey));
            `${{profile.name ?? ""}} ${{profile.track ?? ""}}`;
            const lost = [];
            const unpacked = unpack(fromText(toText(pack(profile, names, lost))), names);
            for (const {{ slug, state, date }} of how.modules)
                if (state === "passed" && /^20\\d\\d-[01]\\d-[012]\\d$/.test(date) && unpacked.modules[slug].passed !== date) say("packed", slug);
            const other = usual(d, names);
            for (const both of [added(profile, other), merge(other, profile)])
                for (const [, slug, date] of passesIn({{ profiles: {{ profile, other }} }}))
                    if (!(own(both.modules, slug)?.passed <= date)) say("merged", slug);
            const stored = record.change(({{ modules }}) => (modules.mine = {{ passed: "2026-12-01" }}));
            if (record.profile().modules.mine.passed !== "2026-12-01") say("not remembered");
            const after = stored ? JSON.parse(kept.record) : null;
            if (stored && after.profiles[after.me].modules.mine.passed !== "2026-12-01") say("not kept");
            if (record.trouble() === "later-record") {{
                counts.later += 1;
                if (kept.record !== text) say("overwritten");
            }} else if (isMap(before)) {{
                counts.read += 1;
                counts.passes += passes.length;
                if (!stored) say("not stored", record.trouble());
                for (const [id, slug, date] of passes)
                    if (own(own(own(own(after, "profiles"), id), "modules"), slug)?.passed !== date) say("lost", slug);
            }} else {{
                counts.aside += 1;
                if (kept["record:unreadable"] !== text) say("not set aside");
            }}
            if (Object.keys(Object.prototype).length) say("prototype");
        }} catch (error) {{
            say("thrown", error.stack);
        }}
        for (const name of Object.keys(Object.prototype)) delete Object.prototype[name];
    }}
    return {{ wrong: wrong.slice(0, 5), count: wrong.length, ...counts }};
}}"""

READERS = f"""async ([folder, seed, rounds]) => {{
    {VALUES}
    {STATE}
    {FRAGMENTS}
    const {{ pack, unpack, toText, fromText, toDigits, fromDigits }} = await import(`${{folder}}/journey/pack.js`);
    const {{ readClaim, recompute, claimOf, kindOf, spokenDay }} = await import(`${{folder}}/journey/claim.js`);
    const {{ heard }} = await import(`${{folder}}/journey/spoken.js`);
    const {{ standing }} = await import(`${{folder}}/journey/standing.js`);
    const {{ complete }} = await import(`${{folder}}/record.js`);
    const {{ draw }} = await import(`${{folder}}/quiz/draw.js`);
    const {{ wordsOf, fold }} = await import(`${{folder}}/search/engine.js`);
    const {{ journey, names }} = await programme();
    const wrong = [];
    const counts = {{ read: 0, refused: 0 }};
    for (let round = 0; round < rounds; round += 1) {{
        const d = dice(`${{seed}}-${{round}}`);
        const bytes = pack(usual(d, names), names);
        const how = standing(journey, {{ attempts: {{}}, modules: Object.fromEntries(names.modules.map((slug) => [slug, {{ passed: day(d) }}])) }});
        const text = fragment(d, [toText(bytes), toDigits(bytes), claimOf(how, journey)]);
        const say = (what, detail = "") => wrong.push(`${{seed}}-${{round}}: ${{what}} ${{detail}} ${{text.slice(0, 300)}}`);
        const profileOf = (found) => JSON.stringify(standing(journey, complete(found)));
        const rest = text.replace(/^[rn]=/, "");
        for (const [name, read] of Object.entries({{
            link: () => profileOf(unpack(fromText(rest), names)),
            code: () => profileOf(unpack(fromDigits(rest), names)),
            claim: () => {{
                const claim = readClaim(text);
                recompute(claim, journey);
                spokenDay(claim.date, journey);
            }},
            digits: () => heard(rest, names.modules),
        }}))
            try {{
                read();
                counts.read += 1;
            }} catch (error) {{
                counts.refused += 1;
                if (!["garbage", "later"].includes(error.reason)) say(name, error.stack);
            }}
        try {{
            draw(names.items.map((id) => ({{ id }})), 7, text);
            wordsOf(text).map(fold);
        }} catch (error) {{
            say("seed or query", error.stack);
        }}
        if (window.harmed || Object.keys(Object.prototype).length) say("harmed");
    }}
    return {{ wrong: wrong.slice(0, 5), count: wrong.length, ...counts }};
}}"""


def test_two_thousand_hostile_records_lose_no_pass_and_stop_no_script(shipped: Shipped) -> None:
    found = shipped(STATES, "record", 2000)
    assert found["wrong"] == [], found["count"]
    assert found["read"] > 1000
    assert found["later"] > 20
    assert found["aside"] > 20
    assert found["passes"] > 2000


def test_two_thousand_hostile_fragments_are_read_or_refused(shipped: Shipped) -> None:
    found = shipped(READERS, "fragment", 2000)
    assert found["wrong"] == [], found["count"]
    assert found["read"] > 100
    assert found["refused"] > 5000
