#!/usr/bin/env python3
"""The five real stories and their hand-made gold standard, where they are at hand (../shared beside the project).

usage: seeds.py CROSSCHECK SHARED      exit 77: skipped, the stories are not there

What the report must show of the gold's ranked findings, and what it must never call a contradiction.
"""
import json
import subprocess
import sys
import tomllib
from pathlib import Path

binary, shared = sys.argv[1], Path(sys.argv[2])
seeds = shared / "seeds"
if not (seeds / "gold.toml").exists():
    print("skipped: no ../shared/seeds beside the project")
    sys.exit(77)

gold = tomllib.loads((seeds / "gold.toml").read_text("utf-8"))
files = sorted(seeds.glob("*.txt"))
raw = {f.name[:3]: f.read_bytes() for f in files}
done = subprocess.run([binary, "check", "--format", "json", "--fail-on", "never", *map(str, files)], capture_output=True)
report = json.loads(done.stdout)
claims = {c["id"]: c for c in gold["claim"]}
tensions = {t["id"]: t for t in gold["tension"]}
failed = []


def expect(what, holds):
    print(f"{'ok  ' if holds else 'FAIL'} {what}")
    if not holds:
        failed.append(what)


def places(story, words):
    """The words may be given with the other kind of apostrophe."""
    for form in {words, words.replace("'", "’"), words.replace("’", "'")}:
        at = raw[story].find(form.encode())
        if at >= 0:
            yield story, at, at + len(form.encode())


def evidence(finding):
    return [(Path(e["path"]).name[:3], e["start"], e["end"]) for e in finding["evidence"]]


def touches(finding, sides):
    """Which of the sides the evidence of a finding lies on."""
    return {i for i, s in enumerate(sides) for story, begin, end in places(s["story"], s["span"])
            for e in evidence(finding) if e[0] == story and e[1] < end and begin < e[2]}


def of(category):
    return [f for f in report["findings"] if f["category"] == category]


def clash(tension):
    return any(len(touches(f, tensions[tension]["sides"])) >= 2 for f in of("contradiction"))


def lone(*ids, stories=1, naming=""):
    """A single-source finding on one of these claims, carried by so many stories, naming so."""
    return any(len({e[0] for e in evidence(f) if any(touches({"evidence": [x]}, claims[i]["support"]) for i in ids for x in f["evidence"])}) >= stories
               and naming in f["message"] and any(touches(f, claims[i]["support"]) for i in ids) for f in of("single-source"))


expect("exit 0, nothing on standard error", done.returncode == 0 and not done.stderr)
expect("rank 1: former against sitting President", clash("T01"))
expect("rank 2: dismissed against resigned", clash("T02"))
expect("rank 3: the plan's points, two outlets, one origin", lone("C140", "C141", stories=2, naming="Al Jazeera"))
expect("rank 3: basis for agreements, one origin", lone("C160", stories=2, naming="Al Jazeera"))
expect("rank 3: super supportive, one origin", lone("C080", stories=2, naming="Al Jazeera"))
expect("rank 5: the plan's contents, one story", lone("C143", "C144", "C145"))
expect("rank 9: put in another's place, one story", lone("C175", "C176"))
expect("rank 12: length of the talks, one story", lone("C009"))
expect("rank 12: the town, one story", lone("C004"))
expect("rank 12: the visit, one story", lone("C194"))
for rule in gold["must_not_flag"]:
    sprung = [t for t in rule["refs"] if clash(t)]
    expect(f"must not flag {rule['rank']}: {rule['text'][:60]}", not sprung)
expect("no tension graded 'not' is flagged", not [t for t in tensions if tensions[t]["grade"] == "not" and clash(t)])
expect("at most 15 single-source findings", len(of("single-source")) <= 15)
for a, b in (("28-point", "twenty eight point"), ("19 points", "nineteen points")):
    sides = [{"story": "001", "span": a}, {"story": "004", "span": b}]
    on = [{c["id"] for c in report["claims"] if touches({"evidence": [{**c, "path": report["stories"][c["story"]]["path"]}]}, [s])} for s in sides]
    expect(f"{a} and {b} are one proposition", any(set(p["claims"]) & on[0] and set(p["claims"]) & on[1] for p in report["propositions"]))
sys.exit(1 if failed else 0)
