#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The borders hold together on every day on which one changes, and stand where history puts them.

Usage: test-borders.py ATLAS-DIR CONTROL-POINTS.tsv. Writes TAP. Rings are joined here anew from the segments,
so that a fault of the program that wrote them cannot hide itself.
"""
import calendar
import datetime
import json
import math
import pathlib
import sys

from shapely.geometry import Point, Polygon, box
from shapely.ops import unary_union

FIRST, LAST = datetime.date(1717, 1, 1), datetime.date(1949, 12, 31)
DAY = datetime.timedelta(1)
STUDY = box(47, 33, 98, 56)
CASPIAN = box(46, 36, 55.5, 47.5)
OVERLAYS = ('occupation', 'claim')


def bounds(edtf):
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
        read = lambda name: json.loads((folder / name).read_text(encoding='utf-8'))['features']
        self.segments = {f['@id']: f for f in read('segments.geojson')}
        self.territories = read('territories.geojson')
        self.controls = read('controls.geojson')
        self.polities = {f['@id'] for f in read('polities.geojson')}
        self.places = {f['@id'] for f in read('places.geojson')}
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
        point = Point(lon, lat)
        return [(f['atlas:polity'], f['atlas:standing']) for f in self.on(day) + self.on(day, True) if f['shape'].contains(point)]


def check_rings(b):
    yield from b.faults
    used = {n for f in b.territories for n in f['names']}
    for key, f in b.segments.items():
        if key not in used and not all(p['form'] == 'proposed' for p in f['atlas:phases']):
            yield f'{key}: bounds nothing and is no proposal'


def check_references(b):
    for f in b.territories:
        for word in ('atlas:polity', 'atlas:over', 'atlas:viewpoint'):
            if word in f and f[word] not in b.polities:
                yield f'{f["@id"]}: {f[word]} is no polity'
        if f['atlas:standing'] == 'occupation' and 'atlas:over' not in f:
            yield f'{f["@id"]}: occupies nobody'
    for f in b.controls:
        if f['atlas:place'] not in b.places:
            yield f'{f["@id"]}: {f["atlas:place"]} is no place'
        for word in ('atlas:from', 'atlas:to'):
            if f[word] is not None and f[word] not in b.polities:
                yield f'{f["@id"]}: {f[word]} is no polity'
    if len(b.controls) < 245:
        yield f'only {len(b.controls)} changes of control'


def check_cover(b):
    """Every day the study area is held once: no overlap, no gap, no sliver."""
    gap = STUDY.difference(unary_union([f['shape'] for f in b.on(FIRST)]))
    sea = max((p for p in getattr(gap, 'geoms', [gap]) if CASPIAN.contains(p)), key=km2, default=Polygon())
    if not 360000 < km2(sea) < 400000:
        yield f'the Caspian measures {km2(sea):.0f} km2'
    for day in b.days():
        held = b.on(day)
        whole = unary_union([f['shape'] for f in held])
        double = sum(f['shape'].area for f in held) - whole.area
        if double * 111.195 ** 2 > 1:
            yield f'{day}: {double * 111.195 ** 2:.0f} km2 are held twice'
        gap = STUDY.difference(whole).difference(sea)
        for part in getattr(gap, 'geoms', [gap]):
            if km2(part) > 0.1:
                yield f'{day}: nobody holds {km2(part):.0f} km2 at {part.representative_point()}'
        for part in getattr(whole, 'geoms', [whole]):
            for hole in part.interiors:
                if km2(Polygon(hole)) < 100 and not CASPIAN.contains(Polygon(hole)):
                    yield f'{day}: a sliver of {km2(Polygon(hole)):.1f} km2 at {hole.coords[0]}'
        for f in held:
            for part in getattr(f['shape'], 'geoms', [f['shape']]):
                if STUDY.contains(part) and km2(part) < 30:
                    yield f'{day}: {f["@id"]} has a splinter of {km2(part):.1f} km2 at {part.representative_point()}'


def check_phases(b):
    for day in b.days():
        for name in {n for f in b.on(day) + b.on(day, True) for n in f['names']}:
            found = [p for first, last, p in b.phases[name] if first <= day <= last]
            if len(found) != 1:
                yield f'{day}: {name} has {len(found)} phases'


def check_overlays(b):
    for f in b.territories:
        if f['atlas:standing'] == 'occupation':
            for day in f['span']:
                ground = unary_union([g['shape'] for g in b.on(day) if g['atlas:polity'] == f['atlas:over']])
                if f['shape'].difference(ground).area > 0.001 * f['shape'].area:
                    yield f'{f["@id"]}: on {day} it is not on the land of {f["atlas:over"]}'


def check_points(b, table):
    rows = [line.split('\t') for line in table.read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')]
    if len(rows) < 60:
        yield f'only {len(rows)} points'
    for place, lon, lat, day, polity, standing, _ in rows:
        found = b.at(float(lon), float(lat), datetime.date.fromisoformat(day))
        if (polity, standing) not in found:
            yield f'{place} on {day}: {polity} {standing} expected, found {found}'


RUSSIAN_1864 = {'Verny': (76.917, 43.25), 'Karakol': (78.394, 42.491), 'Kegen': (79.221, 43.021), 'Kopal': (79.05, 45.13),
                'Narynkol': (80.175, 42.726), 'Bakhty': (82.715, 46.67), 'Kosh-Agach': (88.668, 49.996), 'lake Issyk-Kul': (77.3, 42.43)}
TO_1881 = {'Zharkent': (80.0, 44.167), 'Koldzhat': (80.55, 43.52)}
TO_1883 = {'lake Markakol': (85.77, 48.75), 'Markakol town': (85.9, 48.5)}
QING = {'Tacheng': (82.958, 46.745), 'Habahe': (86.42, 48.06), 'Jeminay': (85.87, 47.43), 'Bole': (82.07, 44.9), 'Wenquan': (81.03, 44.97),
        'Zhaosu': (81.126, 43.157), 'Ush-Turfan': (79.225, 41.152)}
ILI = {'Ghulja': (81.322, 43.915), 'Huiyuan': (80.905, 43.976), 'Zhaosu': (81.126, 43.157), 'Nilka': (82.51, 43.8), 'Tekes': (81.84, 43.22)}


def check_treaties(b):
    def expect(places, day, polity, standing=None, yes=True):
        for name, (lon, lat) in places.items():
            found = b.at(lon, lat, datetime.date.fromisoformat(day))
            if any(p == polity and standing in (None, s) for p, s in found) != yes:
                yield f'{name} on {day}: {"" if yes else "not "}{polity} {standing or ""} expected, found {found}'
    yield from expect(RUSSIAN_1864, '1864-10-08', 'polity/russia', 'sovereign')
    yield from expect({'Zaysan post': (84.871, 47.467)}, '1868-06-01', 'polity/russia', 'sovereign')
    yield from expect({**TO_1881, **TO_1883}, '1864-10-08', 'polity/qing', 'sovereign')
    yield from expect(TO_1881, '1871-07-04', 'polity/russia', 'occupation')
    yield from expect(TO_1881, '1881-02-23', 'polity/qing', 'sovereign')
    yield from expect(TO_1881, '1881-02-24', 'polity/russia', 'sovereign')
    yield from expect(TO_1883, '1883-08-11', 'polity/qing', 'sovereign')
    yield from expect(TO_1883, '1883-08-12', 'polity/russia', 'sovereign')
    for day in ('1760-01-01', '1850-01-01', '1864-06-01', '1890-01-01', '1911-06-01'):
        yield from expect(QING, day, 'polity/qing', 'sovereign')
    for day in ('1871-07-04', '1879-01-01', '1881-03-01', '1882-03-21'):
        yield from expect(ILI, day, 'polity/russia', 'occupation')
        yield from expect(ILI, day, 'polity/qing', 'sovereign')
    yield from expect(ILI, '1882-03-22', 'polity/russia', None, False)
    outside = {'Jinghe': (82.893, 44.599), 'Bole': (82.07, 44.9), 'Chundzha': (79.45, 43.53)}
    yield from expect(outside, '1875-01-01', 'polity/russia', 'occupation', False)
    yield from expect({'Zhaosu': ILI['Zhaosu'], 'Tekes': ILI['Tekes']}, '1880-01-01', 'polity/russia', 'claim')
    yield from expect({'Ghulja': ILI['Ghulja'], 'Nilka': ILI['Nilka']}, '1880-01-01', 'polity/russia', 'claim', False)
    yield from expect({'Borokhudzir': (79.83, 44.15)}, '1863-04-15', 'polity/qing', 'sovereign')
    north = {'Bole': (82.07, 44.9), 'Wenquan': (81.03, 44.97)}
    later = {'Jinghe': (82.893, 44.599), 'Wusu': (84.676, 44.431), 'Chenghua': (88.134, 47.849)}
    yield from expect(north, '1945-02-15', 'polity/etr')
    yield from expect({**later, 'Tacheng': QING['Tacheng']}, '1945-02-15', 'polity/etr', None, False)
    yield from expect({**later, 'Qinghe': (90.38, 46.67), 'Shawan': (85.6, 44.33)}, '1945-10-01', 'polity/etr')
    yield from expect({'Suilai': (86.214, 44.306), 'Dihua': (87.6, 43.801), 'Hami': (93.506, 42.834)}, '1945-10-01', 'polity/roc')
    yield from expect({'Kyzyl': (94.45, 51.72)}, '1944-10-10', 'polity/tuva')
    yield from expect({'Kyzyl': (94.45, 51.72)}, '1944-10-11', 'polity/ussr')
    yield from expect({'Kokand': (70.942, 40.529), 'Khiva': (60.364, 41.386)}, '1862-06-01', 'polity/russia', None, False)


def check_line(b):
    """The frontier of 1881 crosses the Ili at 80.55 E, give or take 0.1; Borokhudzir and Chundzha lie on that of 1864."""
    crossings = [box(80, 43.75, 81, 43.85).intersection(shape_of(f)) for k, f in b.segments.items() if k.startswith('segment/t1881-khorgos')]
    longitudes = [c.centroid.x for c in crossings if not c.is_empty]
    if not longitudes or any(abs(x - 80.55) > 0.1 for x in longitudes):
        yield f'the Ili is crossed at {longitudes}'
    old = unary_union([shape_of(f) for k, f in b.segments.items() if k.startswith(('segment/t1864-h', 'segment/t1864-i'))])
    for name, lon, lat in (('Borokhudzir', 79.83, 44.15), ('Chundzha', 79.47, 43.54)):
        if old.distance(Point(lon, lat)) * 111 > 5:
            yield f'{name} is {old.distance(Point(lon, lat)) * 111:.0f} km from the line of 1864'


def shape_of(feature):
    from shapely.geometry import LineString
    return LineString(feature['geometry']['coordinates'])


def check_areas(b):
    qing = lambda day: unary_union([f['shape'] for f in b.on(datetime.date.fromisoformat(day)) if f['atlas:polity'] == 'polity/qing'])
    one = lambda key: next(f['shape'] for f in b.territories if f['@id'] == 'territory/' + key)
    etr = lambda day: unary_union([f['shape'] for f in b.on(datetime.date.fromisoformat(day)) if f['atlas:polity'] == 'polity/etr'])
    for what, shape, low, high in (
            ('the occupation of Ili', one('ili-occupation-1871-07-04'), 65000, 70000),
            ('the part returned', one('ili-occupation-rest-1881-02-24'), 55500, 59500),
            ('the land ceded in 1881', qing('1881-02-23').difference(qing('1881-02-24')), 8100, 11600),
            ('the land ceded in 1883', qing('1883-08-11').difference(qing('1883-08-12')), 11500, 14900),
            ('the republic of February 1945', etr('1945-02-15'), 80000, 86000),
            ('the republic of October 1945', etr('1945-10-20'), 275000, 300000)):
        if not low < km2(shape) < high:
            yield f'{what} measures {km2(shape):.0f} km2'


def check_uncorroborated_war(b):
    """The war of 1863-64 that one account tells moves no border of the frontier."""
    land = box(78, 43, 90, 51)
    states = []
    for day in ('1862-12-01', '1863-06-01', '1864-03-15', '1864-05-31'):
        held = b.on(datetime.date.fromisoformat(day))
        states.append(sorted((f['atlas:polity'], round(f['shape'].intersection(land).area, 6)) for f in held if f['shape'].intersects(land)))
    if any(s != states[0] for s in states):
        yield 'a border moves between December 1862 and May 1864'


def main():
    b = Borders(pathlib.Path(sys.argv[1]))
    checks = [check_rings, check_references, check_cover, check_phases, check_overlays, check_treaties, check_line, check_areas,
              check_uncorroborated_war, lambda x: check_points(x, pathlib.Path(sys.argv[2]))]
    print(f'1..{len(checks)}')
    failed = 0
    for number, check in enumerate(checks, 1):
        faults = list(check(b))
        name = 'check_points' if check.__name__ == '<lambda>' else check.__name__
        print(f'{"not " if faults else ""}ok {number} {name}')
        for fault in faults[:30]:
            print(f'# {fault}')
        if len(faults) > 30:
            print(f'# and {len(faults) - 30} more')
        failed += bool(faults)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
