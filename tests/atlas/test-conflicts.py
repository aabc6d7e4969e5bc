#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every contradiction known in the sources stands in the atlas, as a doubt that the reader sees.

usage: test-conflicts.py ATLAS CONFLICTS
"""

import json
import pathlib
import re
import sys

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
N_CONFLICTS = 57


def read_records(folder):
    manifest = json.loads((folder / "atlas.json").read_text(encoding="utf-8"))
    records = {}
    for name in manifest["files"]:
        for feature in json.loads((folder / name).read_text(encoding="utf-8"))["features"]:
            records[feature["@id"]] = {**feature["properties"], **feature}
    return records


def read_conflicts(path):
    """Key, title, records, and pairs of a record and what its claims are of."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#") or line.startswith("conflict\t"):
            continue
        fields = (line.split("\t") + [""])[:4]
        claims = [tuple(entry.split(":")) for entry in fields[3].split(",") if entry]
        rows.append((fields[0], fields[1], fields[2].split(","), claims))
    return rows


def find_list_faults(rows):
    keys = [row[0] for row in rows]
    expected = [f"C{number:02}" for number in range(1, N_CONFLICTS + 1)]
    faults = [f"{key} is missing or out of order" for key, row in zip(expected, keys + [None] * N_CONFLICTS) if key != row]
    return faults + [f"{key}: no title" for key, title, _, _ in rows if not title]


def find_doubt_faults(records, key, ids):
    faults = []
    for record_id in ids:
        record = records.get(record_id)
        if record is None:
            faults.append(f"{record_id} is not in the atlas")
            continue
        doubts = [doubt for doubt in record.get("atlas:doubts", []) if doubt.get("conflict") == key]
        if not doubts:
            faults.append(f"{record_id} has no doubt {key}")
        for doubt in doubts:
            missing = [tag for tag in LANGUAGES if not doubt.get("text", {}).get(tag, "").strip()]
            if missing or not doubt.get("about"):
                faults.append(f"{record_id}: its doubt lacks {missing or 'what it is about'}")
    return faults


def get_value(claim):
    return json.dumps([claim.get("value", claim.get("as-written")), claim.get("unit")], sort_keys=True)


def find_claim_faults(records, pairs):
    """Claims side by side: two values or more, each with its source."""
    faults = []
    for record_id, of in pairs:
        claims = [claim for claim in records.get(record_id, {}).get("atlas:claims", []) if claim["of"] == of]
        if len({get_value(claim) for claim in claims}) < 2:
            faults.append(f"{record_id} has not two claims of {of}")
        faults += [f"{record_id}: a claim of {of} without source" for claim in claims if not claim.get("source")]
    return faults


def find_unknown_keys(records, rows):
    known = {row[0] for row in rows}
    return [f"{record_id}: {doubt['conflict']} is in no list"
            for record_id, record in records.items() for doubt in record.get("atlas:doubts", [])
            if "conflict" in doubt and doubt["conflict"] not in known]


def main():
    atlas, path = (pathlib.Path(argument) for argument in sys.argv[1:3])
    records, rows = read_records(atlas), read_conflicts(path)
    results = [(f"the list has {N_CONFLICTS} conflicts", find_list_faults(rows)),
               ("no doubt names another", find_unknown_keys(records, rows))]
    for key, title, ids, claims in rows:
        results.append((f"{key}: {re.sub('[#]', '', title)}",
                        find_doubt_faults(records, key, ids) + find_claim_faults(records, claims)))

    print(f"1..{len(results)}")
    for number, (title, faults) in enumerate(results, start=1):
        print(f"{'not ok' if faults else 'ok'} {number} - {title}")
        for fault in faults:
            print(f"# {fault}")
    return 1 if any(faults for _, faults in results) else 0


if __name__ == "__main__":
    sys.exit(main())
