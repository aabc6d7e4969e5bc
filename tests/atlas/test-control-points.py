#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who held which town, told by hand from the sources, against the map; and the towns against the land round them.

Usage: test-control-points.py ATLAS-DIR CONTROL-POINTS.tsv. Writes TAP. The table is the witness and is never made from the atlas: where
the two differ, it is the source in the row that decides.
"""
import datetime
import pathlib
import sys
from collections import defaultdict

from shapely.geometry import Point
from shapely.ops import unary_union

from borders import DAY, FIRST, LAST, Borders, bounds, report

LEAST_ROWS = 150
NEAR = 0.15  # degrees: how far the point of a row may be from the place it names

# A state that followed another has its land without a change of control: what a town is told to be stays true.
HEIRS = {
    'polity/qing': ['polity/roc', 'polity/prc'],
    'polity/roc': ['polity/prc'],
    'polity/russia': ['polity/ussr'],
    'polity/bukhara': ['polity/ussr'],
    'polity/khiva': ['polity/ussr'],
    'polity/etr': ['polity/three-districts', 'polity/prc'],
    'polity/three-districts': ['polity/prc'],
}

# Kobdo went with all Mongolia through the autonomy of 1915 and the troops of 1919.
APART = {'place/kobdo'}


class Rows:
    def __init__(self, folder, table):
        self.borders = Borders(folder)
        self.rows = []
        for line in table.read_text(encoding='utf-8').splitlines():
            if line and not line.startswith('#'):
                place, lon, lat, day, polity, standing, source, where = line.split('\t')
                self.rows.append((place, float(lon), float(lat), datetime.date.fromisoformat(day), polity, standing, source, where))
        self.changes = defaultdict(list)
        for f in self.borders.controls:
            self.changes[f['atlas:place']].append((*bounds(f['when']['timespans'][0]['start']['in']), f))
        for changes in self.changes.values():
            changes.sort(key=lambda change: change[:2])


def check_table(r):
    b = r.borders
    if len(r.rows) < LEAST_ROWS:
        yield f'only {len(r.rows)} rows'
    for place, lon, lat, day, polity, _, source, where in r.rows:
        if b.places.get(place) is None:
            yield f'{place} is no place of the atlas with a point'
        elif max(abs(lon - b.places[place][0]), abs(lat - b.places[place][1])) > NEAR:
            yield f'{place}: {lon}, {lat} is elsewhere'
        if polity not in b.polities or source not in b.sources or not where:
            yield f'{place} on {day}: {polity}, {source}, "{where}"'
    seen = {row[:4] + row[5:6] for row in r.rows}
    if len(seen) < len(r.rows):
        yield 'a place and day stand twice'


def check_points(r):
    for place, lon, lat, day, polity, standing, source, where in r.rows:
        held = r.borders.holder(lon, lat, day)
        claims = [hold for hold in r.borders.at(lon, lat, day) if hold[1] == 'claim']
        if (polity, standing) != held and (polity, standing) not in claims:
            yield f'{place} on {day}: {polity} {standing} by {source}, {where}; the map has {held}'


def window(changes, i):
    """The days before and after a change on which its two sides held the town beyond doubt: spans, maybe empty."""
    first, last, _ = changes[i]
    return ((changes[i - 1][1] + DAY if i > 0 else datetime.date.min, first - DAY),
            (last + DAY, changes[i + 1][0] - DAY if i + 1 < len(changes) else LAST))


def check_coverage(r):
    """No change that an article tells may lose its points."""
    days = defaultdict(list)
    for row in r.rows:
        if row[5] != 'claim':
            days[row[0]].append(row[3])
    told = 0
    for place, changes in r.changes.items():
        for i, (_, _, f) in enumerate(changes):
            if not any(c['@id'].startswith('source/seed-') for c in f['citations']):
                continue
            told += 1
            for side, (first, last) in zip(('before', 'after'), window(changes, i)):
                if max(first, FIRST) <= last and not any(first <= day <= last for day in days[place]):
                    yield f'{f["@id"]}: no row {side} it, {first} to {last}'
    if told < 75:
        yield f'only {told} changes of control cite an article'


def check_towns(r):
    """A town has the colour of the land it stands in, from its first change to the end."""
    b = r.borders
    for place, changes in r.changes.items():
        if b.places.get(place) is None or place in APART:
            continue
        lon, lat = b.places[place]
        for day in b.days() + [first + step for first, _, _ in changes for step in (-DAY, 0 * DAY)]:
            before = [f for first, _, f in changes if first <= day]
            if not before or not FIRST <= day <= LAST:
                continue
            told = before[-1]['atlas:to']
            if told is None:  # given up by its people too
                continue
            held = b.holder(lon, lat, day)
            if held is None or held[0] not in [told, *HEIRS.get(told, [])]:
                yield f'{place} on {day}: {told} by {before[-1]["@id"]}, the land is {held}'
                break


def check_chain(r):
    """What a town passes from is what it passed to before."""
    for place, changes in r.changes.items():
        for (_, _, earlier), (_, _, later) in zip(changes, changes[1:]):
            if later['atlas:from'] not in [earlier['atlas:to'], *HEIRS.get(earlier['atlas:to'], [])]:
                yield f'{later["@id"]} is from {later["atlas:from"]}, {earlier["@id"]} to {earlier["atlas:to"]}'


def check_claims(r):
    """A state that lost Xinjiang or a part of it claims just what it lost."""
    b = r.borders
    for claimant, key, begin, end in (('polity/qing', 'qing-claim-lost', '1864-06-04', '1878-01-01'),
                                      ('polity/roc', 'roc-claim-lost', '1933-03-01', '1949-09-24')):
        begin, end = datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end)
        for day in b.days():
            if not begin <= day <= end:
                continue
            claims = [f for f in b.on(day, True) if f['@id'].startswith('territory/' + key)]
            claimed = unary_union([f['shape'] for f in claims])
            held = unary_union([f['shape'] for f in b.on(day) if claimant in (f['atlas:polity'], f.get('atlas:over'))])
            if claimed.intersection(held).area > 1e-6:
                yield f'{day}: {claimant} claims what it holds'
            for place in ('place/kucha', 'place/kashgar', 'place/khotan', 'place/urumqi', 'place/tacheng', 'place/ghulja', 'place/altay'):
                point = Point(b.places[place])
                if not claimed.contains(point) and not held.contains(point):
                    yield f'{day}: {claimant} neither holds nor claims {place}'


if __name__ == '__main__':
    sys.exit(report(Rows(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])),
                    [check_table, check_points, check_coverage, check_towns, check_chain, check_claims]))
