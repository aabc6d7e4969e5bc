# SPDX-License-Identifier: GPL-3.0-or-later
"""The borders of an atlas as its files have them, for tests.

Rings are joined here anew from the segments, so that a fault of the program that wrote them cannot hide itself.
"""
import calendar
import datetime
import json
import math
import re

from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

FIRST, LAST = datetime.date(1717, 1, 1), datetime.date(1949, 12, 31)
DAY = datetime.timedelta(1)
OVERLAYS = ('occupation', 'claim')


def bounds(edtf):
    """Earliest and latest day of a date without interval; sets count from first to last member."""
    if edtf.startswith('['):
        members = re.split(r'\.\.|,', edtf.strip('[]'))
        return bounds(members[0])[0], bounds(members[-1])[1]
    text = edtf.rstrip('?~%')
    fields = [int(x) for x in text.split('-')]
    if len(fields) == 1:
        return datetime.date(fields[0], 1, 1), datetime.date(fields[0], 12, 31)
    if len(fields) == 2:
        return datetime.date(*fields, 1), datetime.date(*fields, calendar.monthrange(*fields)[1])
    return datetime.date(*fields), datetime.date(*fields)


def interval(start, end):
    return bounds(start)[0], LAST if end == '..' else bounds(end)[1]


def km2(shape):
    """Area of a shape on the sphere of equal area, by the sinusoidal projection."""
    if shape.is_empty:
        return 0.0
    if shape.geom_type in ('MultiPolygon', 'GeometryCollection'):
        return sum(km2(part) for part in shape.geoms if part.geom_type in ('Polygon', 'MultiPolygon'))

    def ring(points):
        flat = [(math.radians(x) * math.cos(math.radians(y)), math.radians(y)) for x, y in points]
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(flat, flat[1:]))) / 2 * 6371.0072 ** 2
    return ring(shape.exterior.coords) - sum(ring(hole.coords) for hole in shape.interiors)


class Borders:
    def __init__(self, folder):
        def read(pattern):
            return [f for file in sorted(folder.glob(pattern)) for f in json.loads(file.read_text(encoding='utf-8'))['features']]
        self.segments = {f['@id']: f for f in read('segments.geojson')}
        self.territories = read('territories.geojson')
        self.controls = read('controls.geojson')
        self.polities = {f['@id'] for f in read('polities*.geojson')}
        self.places = {f['@id']: f['geometry'] and f['geometry']['coordinates'] for f in read('places*.geojson')}
        self.sources = {f['@id'] for f in read('sources*.geojson')}
        self.faults = []
        self.phases = {key: [(*interval(*p['when'].split('/')), p) for p in f['atlas:phases']] for key, f in self.segments.items()}
        for f in self.territories:
            span = f['when']['timespans'][0]
            f['span'] = interval(span['start']['in'], span['end']['in'])
            f['shape'] = unary_union([self.polygon(f['@id'], rings) for rings in f['atlas:rings']])
            f['names'] = {n.lstrip('-') for rings in f['atlas:rings'] for ring in rings for n in ring}

    def polygon(self, key, rings):
        joined = []
        for ring in rings:
            points = []
            for name in ring:
                line = self.segments[name.lstrip('-')]['geometry']['coordinates']
                line = [tuple(p) for p in (line[::-1] if name.startswith('-') else line)]
                if points and points[-1] != line[0]:
                    self.faults.append(f'{key}: {name} begins at {line[0]}, the one before ends at {points[-1]}')
                points += line if not points else line[1:]
            if points[0] != points[-1]:
                self.faults.append(f'{key}: a ring is not closed')
            joined.append(points)
        polygon = Polygon(joined[0], joined[1:])
        if not polygon.is_valid:
            self.faults.append(f'{key}: not a valid polygon')
        return polygon

    def on(self, day, overlays=False):
        return [f for f in self.territories
                if f['span'][0] <= day <= f['span'][1] and (f['atlas:standing'] in OVERLAYS) == overlays]

    def days(self):
        starts = {f['span'][0] for f in self.territories}
        return sorted({FIRST, LAST} | starts | {d - DAY for d in starts if d > FIRST})

    def at(self, lon, lat, day):
        """Everything that holds or claims a point."""
        point = Point(lon, lat)
        return [(f['atlas:polity'], f['atlas:standing']) for f in self.on(day) + self.on(day, True) if f['shape'].contains(point)]

    def holder(self, lon, lat, day):
        """Who controls a point: an occupation before the land it lies on; claims hold nothing."""
        found = [hold for hold in self.at(lon, lat, day) if hold[1] != 'claim']
        return next((hold for hold in found if hold[1] == 'occupation'), found[0] if found else None)


def report(subject, checks):
    """Runs checks, each of which yields faults, and writes TAP; returns the exit status."""
    print(f'1..{len(checks)}')
    failed = 0
    for number, check in enumerate(checks, 1):
        faults = list(check(subject))
        print(f'{"not " if faults else ""}ok {number} {check.__name__}')
        for fault in faults[:30]:
            print(f'# {fault}')
        if len(faults) > 30:
            print(f'# and {len(faults) - 30} more')
        failed += bool(faults)
    return 1 if failed else 0
