#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""write-features.py FOLDER N: events and areas for the benchmark, where nobody else has written some.

The form is that of the peers' benchmark: N events of the years 1717 to 1949 between 45 and 125 E and
25 and 60 N, most of them about some forty places, half of them shorter than a year, and 60 areas of
50,000 vertices in all. The same N gives the same files.
"""

import json
import math
import os
import random
import sys

FIRST, LAST = 1717.0, 1949.999
AREAS, VERTICES = 60, 50000


def interval(rng):
    start = rng.uniform(FIRST, LAST)
    kind = rng.random()
    longest = 1.0 if kind < 0.5 else 10.0 if kind < 0.85 else 60.0
    return {"start": round(start, 3), "end": round(min(LAST, start + rng.uniform(0.0, longest)), 3),
            "campaign": rng.randrange(12)}


def feature(kind, coordinates, properties):
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def events(rng, n):
    places = [(rng.uniform(48, 122), rng.uniform(28, 57), rng.uniform(0.5, 3.0)) for _ in range(40)]
    for _ in range(n):
        lon, lat, spread = rng.choice(places)
        if rng.random() < 0.3:
            lon, lat = rng.uniform(45, 125), rng.uniform(25, 60)
        else:
            lon, lat = rng.gauss(lon, spread), rng.gauss(lat, spread * 0.7)
        yield feature("Point", [round(lon, 5), round(min(85.0, max(-85.0, lat)), 5)], interval(rng))


def areas(rng):
    for i in range(AREAS):
        n = VERTICES * (i + 1) // AREAS - VERTICES * i // AREAS
        size, lon, lat = rng.uniform(2, 8), rng.uniform(53, 117), rng.uniform(31, 54)
        waves = [(k, rng.uniform(0, 0.3) / math.sqrt(k), rng.uniform(0, 6.28)) for k in (2, 3, 5, 9, 17)]
        ring = []
        for vertex in range(n):
            angle = 2 * math.pi * vertex / n
            share = 0.7 + rng.uniform(-0.004, 0.004) + sum(a * math.sin(k * angle + p) / 2 for k, a, p in waves)
            share = min(1.0, max(0.15, share)) * size
            ring.append([round(lon + math.cos(angle) * share, 5), round(lat + math.sin(angle) * share * 0.7, 5)])
        properties = interval(rng)
        properties["end"] = round(min(LAST, properties["start"] + rng.uniform(20, 120)), 3)
        yield feature("Polygon", [ring + ring[:1]], properties)


def write(path, features):
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        for i, one in enumerate(features):
            file.write((",\n" if i else "") + json.dumps(one, separators=(",", ":")))
        file.write("\n]}\n")


def main():
    folder, n = sys.argv[1], int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    write(os.path.join(folder, f"points-{n}.geojson"), events(random.Random(n), n))
    write(os.path.join(folder, "territories.geojson"), areas(random.Random(60)))


if __name__ == "__main__":
    main()
