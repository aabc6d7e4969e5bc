#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says about borders without a window, asked of the built program on the shipped data.

Usage: test-borders-cli.py PROGRAM DATA-DIR CONTROL-POINTS. Needs no display; writes TAP. GDAL's ogrinfo is the witness
that other programs read the GeoJSON.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, DATA, POINTS = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
ZHAOSU = '81.126,43.157'
KEYS = {
    'kind', 'from', 'to', 'day', 'date', 'act', 'event', 'area-km2', 'area-low-km2', 'area-high-km2', 'edges', 'citations',
}


def run(*arguments):
    environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE')}
    environment.update(ILI_ATLAS_DATA=str(DATA), LC_ALL='C.UTF-8', GSETTINGS_BACKEND='memory')
    return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, timeout=120, check=False)


def output(*arguments):
    result = run(*arguments)
    assert result.returncode == 0, f'{arguments}: exit {result.returncode}: {result.stderr.decode()}'
    assert not result.stderr, f'{arguments}: {result.stderr.decode()}'
    return result.stdout.decode()


def ask(*arguments):
    return json.loads(output(*arguments))


def refused(*arguments, says=()):
    result = run(*arguments)
    message = result.stderr.decode()
    assert result.returncode == 2, f'{arguments}: exit {result.returncode}: {message}'
    assert not result.stdout, f'{arguments}: {result.stdout.decode()}'
    assert message.startswith('ili-atlas: ') and message.count('\n') == 1, f'{arguments}: {message!r}'
    for words in says:
        assert words in message, f'{arguments}: no “{words}” in {message!r}'


def test_help():
    text = output('--help')
    for option in ('--polity-at', '--territories', '--viewpoint', '--changes', '--each', '--measure', '--geometry'):
        assert option in text, option


def test_claims_and_nearest():
    answer = ask('--polity-at', ZHAOSU, '--date', '1880-01-01')
    assert (answer['polity'], answer['standing'], answer['over']) == ('polity/russia', 'occupation', 'polity/qing')
    assert answer['since'] == '1871-07-04' and answer['until'] == '1881-02-23' and answer['act']['en']
    assert answer['event'] == 'event/russian-occupation-of-ili-1871' and answer['citations']
    # Russia only occupies what Livadia would have given to it.
    assert [claim['territory'] for claim in answer['claims']] == ['territory/livadia-1879-10-02']
    assert answer['claims'][0]['act']['en'] and answer['claims'][0]['event'] == 'event/livadia-treaty-1879'

    answer = ask('--polity-at', '76.9,43.25', '--date', '1860-01-01')
    assert answer['polity'] == 'polity/russia'
    assert {claim['polity'] for claim in answer['claims']} == {'polity/qing'}
    assert all(claim['standing'] == 'claim' and claim['act']['en'] for claim in answer['claims'])
    segment = answer['nearest-segment']
    assert segment['segment'].startswith('segment/') and 0 <= segment['distance-km'] < 500
    assert segment['basis'] and segment['form'] in ('line', 'front') and segment['width-km'] > 0
    assert segment['text-read'] in (True, False) and segment['citations']


def test_nearest_to_khorgos():
    segment = ask('--polity-at', '80.41,44.21', '--date', '1890-01-01')['nearest-segment']
    assert segment['segment'].startswith('segment/t1881-khorgos'), segment
    assert segment['distance-km'] < 15 and segment['basis'] == 'survey', segment


def test_control_points():
    """A sample of the table of known points, which the test of the index walks as a whole."""
    rows = [line.split('\t') for line in POINTS.read_text(encoding='utf-8').splitlines() if line and line[0] != '#']
    for place, lon, lat, day, polity, standing, _, _ in rows[::11]:
        answer = ask('--polity-at', f'{lon},{lat}', '--date', day)
        assert answer['polity'] == polity or answer['standing'] == 'occupation' and answer['over'], f'{place} {day}: {answer["polity"]}'
        if answer['polity'] == polity:
            assert answer['standing'] == standing, f'{place} {day}: {answer["standing"]}'


def ogr_count(text):
    with tempfile.NamedTemporaryFile('w', suffix='.geojson', encoding='utf-8') as file:
        file.write(text)
        file.flush()
        result = subprocess.run(['ogrinfo', '-ro', '-al', '-so', file.name], capture_output=True, text=True, check=False)
        assert result.returncode == 0 and 'Geometry: Multi Polygon' in result.stdout, result.stdout + result.stderr
        assert 'ERROR' not in result.stderr, result.stderr
        return int(result.stdout.split('Feature Count: ')[1].split()[0])


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def check_geometry(features):
    n_holes = 0
    for feature in features:
        assert feature['geometry']['type'] == 'MultiPolygon' and feature['geometry']['coordinates']
        for polygon in feature['geometry']['coordinates']:
            assert all(len(ring) >= 4 and ring[0] == ring[-1] for ring in polygon)
            assert signed_area(polygon[0]) > 0, 'an outer ring runs clockwise'
            assert all(signed_area(hole) < 0 for hole in polygon[1:]), 'a hole runs counterclockwise'
            n_holes += len(polygon) - 1
    return n_holes


def test_territories_for_others():
    n_holes = 0
    for date in ('1760-01-01', '1864-12-01', '1875-01-01', '1945-10-01'):
        text = output('--territories', '--date', date)
        collection = json.loads(text)
        n_holes += check_geometry(collection['features'])
        assert ogr_count(text) == len(collection['features']), date
        assert all(feature['properties']['citations'] for feature in collection['features'])
    assert n_holes, 'no hole was seen'


def test_viewpoint():
    def claims(*arguments):
        features = ask('--territories', '--date', '1860-01-01', *arguments)['features']
        return {f['properties']['territory'] for f in features if f['properties']['standing'] == 'claim'}
    assert claims() == set()
    seen = claims('--viewpoint', 'polity/qing')
    assert len(seen) == 2 and all('qing-claim' in key for key in seen), seen
    assert claims('--viewpoint', 'polity/russia') == set()
    refused('--territories', '--date', '1860', '--viewpoint', 'polity/nobody', says=('polity/nobody', 'polity/qing'))


def check_pieces(pieces):
    sources = {source['id'] for source in ask('--list', 'sources', '--json')}
    for piece in pieces:
        assert set(piece) - {'claim', 'claim-title'} == KEYS, set(piece) ^ KEYS
        assert 100 <= piece['area-km2'], piece['area-km2']
        assert 0 <= piece['area-low-km2'] <= piece['area-km2'] <= piece['area-high-km2']
        assert piece['from']['name']['en'] and piece['to']['name']['en']
        assert piece['act'] is None or piece['act']['en'] and piece['act']['zh-Hant']
        assert piece['edges'] and all(edge['segment'].startswith('segment/') for edge in piece['edges'])
        assert piece['citations'] and all(c['source'] in sources for c in piece['citations'])
        # area less and plus the sum of width x length; rounding is to one km2, lengths to one km.
        doubt = sum(e['length-km'] * e['width-km'] for e in piece['edges'] if e['basis'] not in (None, 'coast', 'frame'))
        slack = 2 + sum(e['width-km'] or 0 for e in piece['edges'])
        assert abs(piece['area-high-km2'] - piece['area-km2'] - doubt) <= slack, (piece['area-high-km2'], doubt)


def test_changes():
    answer = ask('--changes', '1871-07-03..1871-07-04')
    assert (answer['from'], answer['to'], answer['mode']) == ('1871-07-03', '1871-07-04', 'net')
    assert len(answer['pieces']) == 1
    check_pieces(answer['pieces'])
    piece = answer['pieces'][0]
    assert piece['from']['polity'] == 'polity/ili-sultanate'
    assert (piece['to']['polity'], piece['to']['standing'], piece['to']['over']) == ('polity/russia', 'occupation', 'polity/qing')
    assert 65000 < piece['area-km2'] < 70000 and piece['day'] == '1871-07-04'
    check_pieces(ask('--changes', '1860..1890')['pieces'])


def test_spans_in_other_words():
    plain = ask('--changes', '1864-10-06..1864-10-07')
    assert plain['pieces']
    for text in ('1864-10-06/1864-10-07', '同治三年九月初六..同治三年九月初七', ' 6 October 1864 .. 25 September 1864 O.S. '):
        assert ask('--changes', text) == plain, text
    years = ask('--changes', '1863..1864')
    assert (years['from'], years['to']) == ('1863-01-01', '1864-12-31')
    assert ask('--changes', '1949..')['to'] == '1949-12-31'
    assert ask('--changes', '../1718')['from'] == '1717-01-01'
    assert ask('--changes', '1900-05-05..1900-05-05')['pieces'] == []


def test_bad_spans():
    for text in ('1864', '..', '/', 'x..1864', '1864..x', '', '1864-13-01..1865', '1865..1863', '1864...1865'):
        refused('--changes', text, says=('--changes',))
    refused('--changes', '1865..1863', says=('ends before it begins',))
    refused('--changes', '1864', says=('expected two dates',))
    refused('--measure', 'event/nothing', says=('--measure', 'event/nothing'))
    refused('--measure', 'polity/qing', says=('--measure',))


def test_each():
    net = ask('--changes', '1870..1883-12-31')['pieces']
    each = ask('--changes', '1870..1883-12-31', '--each')
    assert each['mode'] == 'each'
    days = [piece['day'] for piece in each['pieces']]
    assert days == sorted(days) and {'1871-07-04', '1881-02-24', '1882-03-22', '1883-08-12'} <= set(days)
    check_pieces(each['pieces'])
    # Ili was taken and given back: of that the net knows nothing.
    assert not [p for p in net if p['event'] == 'event/ili-handover-1882' and p['to']['polity'] == 'polity/russia']
    assert [p for p in each['pieces'] if p['event'] == 'event/ili-handover-1882']


def test_geometry():
    arguments = ('--changes', '1860..1885')
    text = output(*arguments, '--geometry')
    collection = json.loads(text)
    assert collection['type'] == 'FeatureCollection'
    check_geometry(collection['features'])
    assert [feature['properties'] for feature in collection['features']] == ask(*arguments)['pieces']
    assert ogr_count(text) == len(collection['features'])


def measured(event):
    answer = ask('--measure', event)
    check_pieces(answer['pieces'])
    return answer


def test_measure():
    protocol = measured('event/tarbagatai-protocol-1864')
    assert 440000 in [claim.get('low') for claim in protocol['claims'] if claim['unit'] == 'km2']
    assert all(claim['citations'][0]['source'] for claim in protocol['claims'])
    forms = {p['claim'].split('-1847')[0]: p['area-km2'] for p in protocol['pieces'] if p['kind'] == 'claim'}
    assert 640000 < forms['territory/qing-claim-max'] < 665000, forms
    assert 515000 < forms['territory/qing-claim-min'] < 540000, forms
    strip = measured('event/petersburg-treaty-1881')['pieces'][0]
    assert strip['kind'] == 'title' and 8100 < strip['area-km2'] < 11600, strip['area-km2']
    zaysan = measured('event/boundary-protocols-1882-84')['pieces'][0]
    assert 12500 < zaysan['area-km2'] < 14000, zaysan['area-km2']
    rest = measured('event/ili-handover-1882')['pieces'][0]
    assert 55500 < rest['area-km2'] < 59500, rest['area-km2']


TESTS = [
    ('--help names the options', test_help),
    ('--polity-at: claims by others and the nearest border', test_claims_and_nearest),
    ('--polity-at: the Khorgos is the border of 1881', test_nearest_to_khorgos),
    ('--polity-at: known points', test_control_points),
    ('--territories is read by GDAL, rings run as RFC 7946 has it', test_territories_for_others),
    ('--viewpoint shows claims', test_viewpoint),
    ('--changes: Ili in 1871, and every piece is whole', test_changes),
    ('--changes in the words of any calendar', test_spans_in_other_words),
    ('spans and events that are none are refused', test_bad_spans),
    ('--each lists what was given back', test_each),
    ('--geometry is GeoJSON of the same pieces', test_geometry),
    ('--measure: the cessions beside the sources', test_measure),
]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for number, (name, test) in enumerate(TESTS, 1):
        try:
            test()
            print(f'ok {number} - {name}', flush=True)
        except (AssertionError, KeyError, ValueError, TypeError, IndexError, OSError, subprocess.TimeoutExpired) as problem:
            failed += 1
            print(f'not ok {number} - {name}')
            for line in f'{type(problem).__name__}: {problem}'.splitlines():
                print(f'# {line}', flush=True)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
