#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the files of atlases against the JSON Schema, and that GDAL can open them.

usage: test-schema.py SCHEMA SMALL BROKEN ATLAS...

SMALL must pass, of BROKEN those that a schema can catch must fail (so that the schema is known to catch
something), and each ATLAS, the shipped one among them, must pass.
"""

import json
import pathlib
import subprocess
import sys

import jsonschema

# Faults that the shape of one file shows, without looking at what else is in the atlas.
SHAPELY = [
    "bad-event-kind", "bad-role", "bad-standing", "bad-status", "bad-weight", "chapter-kind", "claim-of-unknown",
    "claim-without-source", "actor-is-place", "control-of-person", "date-number", "feature-not-object", "file-outside",
    "file-twice", "id-of-other-kind", "id-with-capitals", "latitude-range", "leg-without-end", "longitude-range",
    "manifest-is-list", "no-event-kind", "no-id", "no-kind", "no-timespans", "no-view", "not-a-collection",
    "other-schema", "phase-basis", "place-is-line", "point-is-text", "point-too-short", "ring-empty", "segment-of-one-point",
    "segment-without-line", "segment-without-phases", "territory-without-polity", "title-number", "title-tag", "unknown-kind",
    "check-event-geometry", "chapter-id", "chapter-without-id", "chapter-steps-outside", "step-highlight-source", "step-without-text",
    "step-without-window",
]


def find_faults(validator, path):
    """One line for each fault, at most five a file; deepest first, for those say most."""
    faults = []
    for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
        best = jsonschema.exceptions.best_match([error])
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in best.absolute_path)
        faults.append(f"${place}: {best.message[:200]}")
    return faults[:5]


def list_files(folder):
    return [folder / "atlas.json", *sorted(folder.rglob("*.geojson")), *sorted(folder.glob("chapters/*.json"))]


def open_with_gdal(path):
    done = subprocess.run(["ogrinfo", "-ro", "-so", "-al", str(path)], capture_output=True, text=True, check=False)
    if done.returncode != 0 or "Feature Count" not in done.stdout:
        return [(done.stderr or done.stdout).strip()[:300] or "GDAL finds no layer"]
    return []


def main():
    schema_path, small, broken, *atlases = (pathlib.Path(argument) for argument in sys.argv[1:])
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    results = []
    for path in (path for folder in (small, *atlases) for path in list_files(folder)):
        results.append((f"{path.parent.name}/{path.name} follows the schema", find_faults(validator, path)))
    for name in SHAPELY:
        caught = any(find_faults(validator, path) for path in list_files(broken / name))
        results.append((f"broken/{name} does not", [] if caught else ["the schema finds no fault"]))
    for path in (path for folder in (small, *atlases) for path in list_files(folder) if path.suffix == ".geojson"):
        results.append((f"{path.parent.name}/{path.name} opens in GDAL", open_with_gdal(path)))

    print(f"1..{len(results)}")
    for number, (title, faults) in enumerate(results, start=1):
        print(f"{'not ok' if faults else 'ok'} {number} - {title}")
        for fault in faults:
            print(f"# {fault}")
    return 1 if any(faults for _, faults in results) else 0


if __name__ == "__main__":
    sys.exit(main())
