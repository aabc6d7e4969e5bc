#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places marked exact or town must lie where GeoNames has them, and everything in its country.

Usage: test-gazetteer.py ATLAS-DIR EXTRACT. Writes TAP.
"""
import json
import math
import pathlib
import sys

LIMIT_KM = 15.0

# Marked exact or town although the extract has no settlement to hold them against.
BY_HAND = {
    'place/gucheng': 'the town of Qitai is missing from the gazetteer',
    'place/khan-tengri': 'a peak',
    'place/torugart-pass': 'a pass',
    'place/xingxingxia': 'a pass',
}

# West, south, east, north. Wide on purpose: they catch swapped or mistyped numbers, not border cases.
COUNTRIES = {
    'AF': (60, 29, 75, 39), 'AZ': (44, 38, 51, 42), 'CN': (73, 18, 135, 54), 'GB': (-9, 49, 2, 61),
    'GE': (40, 41, 47, 44), 'IN': (68, 6, 98, 37), 'IR': (44, 25, 64, 40), 'KG': (69, 39, 81, 44),
    'KZ': (46, 40, 88, 56), 'MN': (87, 41, 120, 53), 'RU': (19, 41, 180, 82), 'TJ': (67, 36, 76, 42),
    'TM': (52, 35, 67, 43), 'TR': (25, 35, 45, 43), 'TW': (119, 21, 123, 26), 'UA': (22, 44, 41, 53),
    'UZ': (55, 37, 74, 46),
}


def distance_km(a, b):
    """Great-circle distance on a sphere of 6371 km: within half a percent, enough for a limit of 15 km."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def read_extract(path):
    for line in path.read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            geoname, name, lon, lat, place = line.split('\t')
            yield name, (float(lon), float(lat)), place


def check_near(places, rows):
    for name, point, place in rows:
        geometry = places.get(place, {}).get('geometry')
        if geometry is None:
            yield f'{place}: in the extract as {name}, but not located in the atlas'
            continue
        km = distance_km(point, geometry['coordinates'])
        if km > LIMIT_KM:
            yield f'{place}: {km:.1f} km from {name} of the gazetteer'


def check_covered(places, rows):
    known = {place for _, _, place in rows}
    sharp = {key for key, place in places.items() if place['atlas:precision'] in ('exact', 'town')}
    for key in sorted(sharp - known - BY_HAND.keys()):
        yield f'{key}: marked {places[key]["atlas:precision"]}, but nothing holds it to account'
    for key in sorted(BY_HAND.keys() - (sharp - known)):
        yield f'{key}: needs no exception any more'


def check_country(places):
    for key, place in places.items():
        if place['geometry'] is None:
            continue
        lon, lat = place['geometry']['coordinates']
        codes = place['properties']['ccodes']
        if not any(w <= lon <= e and s <= lat <= n for w, s, e, n in (COUNTRIES[code] for code in codes)):
            yield f'{key}: {lon}, {lat} lies in none of {codes}'


def main():
    atlas, extract = map(pathlib.Path, sys.argv[1:3])
    features = json.loads((atlas / 'places.geojson').read_text(encoding='utf-8'))['features']
    places = {feature['@id']: feature for feature in features}
    rows = list(read_extract(extract))
    checks = [
        ('within 15 km of the gazetteer', list(check_near(places, rows))),
        ('every sharp place is checked', list(check_covered(places, rows))),
        ('every place lies in its country', list(check_country(places))),
        ('the extract is not empty', [] if len(rows) > 150 else [f'only {len(rows)} rows']),
    ]
    print(f'1..{len(checks)}')
    for number, (name, problems) in enumerate(checks, 1):
        for problem in problems:
            print(f'# {problem}')
        print(f'{"not ok" if problems else "ok"} {number} - {name}')
    return any(problems for _, problems in checks)


if __name__ == '__main__':
    sys.exit(main())
