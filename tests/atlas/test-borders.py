#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The borders hold together on every day on which one changes, and stand where treaties put them.

Usage: test-borders.py ATLAS-DIR. Writes TAP.
"""
import datetime
import pathlib
import sys

from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import unary_union

from borders import DAY, FIRST, Borders, km2, report

STUDY = box(47, 33, 98, 56)
CASPIAN = box(46, 36, 55.5, 47.5)


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
    return report(b, [check_rings, check_references, check_cover, check_phases, check_overlays, check_treaties, check_line, check_areas,
                      check_uncorroborated_war])


if __name__ == '__main__':
    sys.exit(main())
