#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program does without a window, asked of the built program on the shipped data.

Usage: test-command-line.py PROGRAM DATA-DIR. Needs no display; writes TAP.
"""
import datetime
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zlib

PROGRAM, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
KINDS = {
    'events': 'event', 'places': 'place', 'people': 'person',
    'campaigns': 'campaign', 'territories': 'territory', 'sources': 'source',
}
EVENT_KINDS = {
    'battle', 'siege', 'capture', 'rising', 'march', 'loss', 'treaty', 'talks', 'aid', 'state', 'stateend',
    'administration', 'occupation', 'appointment',
}
STATUSES = {'corroborated', 'attested', 'disputed', 'uncorroborated'}
EVENT_KEYS = {
    'id', 'title', 'summary', 'kind', 'date', 'earliest', 'latest', 'places', 'campaign', 'actors', 'status', 'sources',
}
GHULJA = '81.32,43.91'


def run(*arguments):
    environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE')}
    environment.update(ILI_ATLAS_DATA=str(DATA), LC_ALL='C.UTF-8', GSETTINGS_BACKEND='memory')
    return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, timeout=120, check=False)


def output(*arguments):
    result = run(*arguments)
    assert result.returncode == 0, f'{arguments}: exit {result.returncode}: {result.stderr.decode()}'
    assert not result.stderr, f'{arguments}: {result.stderr.decode()}'
    return result.stdout.decode()


def refused(*arguments, code=2, says=()):
    """The program refuses: it says so in one line on the standard error and prints nothing."""
    result = run(*arguments)
    message = result.stderr.decode()
    assert result.returncode == code, f'{arguments}: exit {result.returncode}, not {code}: {message}'
    assert not result.stdout, f'{arguments}: {result.stdout.decode()}'
    assert message.startswith('ili-atlas: ') and message.count('\n') == 1, f'{arguments}: {message!r}'
    for words in says:
        assert words in message, f'{arguments}: no “{words}” in {message!r}'


def test_version():
    build = (DATA.parent / 'meson.build').read_text()
    version = re.search(r"version: '([0-9.]+)'", build).group(1)
    assert output('--version') == f'ili-atlas {version}\n'


def test_help():
    text = output('--help')
    for option in ('--list', '--json', '--export', '--date', '--center', '--zoom', '--size', '--lang', '--search', '--check',
                   '--convert-date', '--audit-dates', '--polity-at', '--territories', '--version'):
        assert option in text, option


def list_test(word):
    def check():
        records = json.loads(output('--list', word, '--json'))
        ids = [record['id'] for record in records]
        assert ids and len(ids) == len(set(ids))
        for record in records:
            assert record['id'].startswith(KINDS[word] + '/'), record['id']
            # A source may be called in its own language alone.
            assert any(record['title'].values()) and (word == 'sources' or record['title'].get('en')), record['id']
            assert record['status'] in STATUSES, record['id']
        lines = output('--list', word).splitlines()
        assert [line.split('\t')[0] for line in lines] == ids
        assert all(line.count('\t') == 2 for line in lines)
    return check


def test_events():
    events = json.loads(output('--list', 'events', '--json'))
    places = {record['id'] for record in json.loads(output('--list', 'places', '--json'))}
    campaigns = {record['id'] for record in json.loads(output('--list', 'campaigns', '--json'))}
    sources = {record['id'] for record in json.loads(output('--list', 'sources', '--json'))}
    assert len(events) >= 80
    for event in events:
        where = event['id']
        assert set(event) == EVENT_KEYS, f'{where}: {set(event) ^ EVENT_KEYS}'
        for language in ('en', 'zh-Hant', 'zh-Hans'):
            assert event['title'].get(language) and event['summary'].get(language), f'{where}: no {language}'
        assert event['kind'] in EVENT_KINDS, where
        assert event['date'], where
        earliest, latest = (datetime.date.fromisoformat(event[key]) for key in ('earliest', 'latest'))
        assert earliest <= latest, where
        assert earliest.year <= 1949 and latest.year >= 1717, where
        assert all(place['id'] in places and place['name']['en'] for place in event['places']), where
        assert event['campaign'] is None or event['campaign'] in campaigns, where
        assert all(actor['who'] for actor in event['actors']), where
        assert event['sources'] and all(entry['source'] in sources for entry in event['sources']), where


def test_event_of_one_day():
    events = {event['id']: event for event in json.loads(output('--list', 'events', '--json'))}
    event = events['event/kulja-trade-regulations-1851']
    assert (event['kind'], event['date'], event['earliest'], event['latest']) == (
        'treaty', '1851-08-06', '1851-08-06', '1851-08-06')
    assert event['places'][0]['id'] == 'place/huiyuan' and event['places'][0]['name']['zh-Hant'] == '惠遠城'


def test_without():
    events = {event['id']: event for event in json.loads(output('--list', 'events', '--json'))}

    def listed(*arguments):
        return {event['id'] for event in json.loads(output('--list', 'events', '--json', *arguments))}

    assert listed('--without', 'uncorroborated') == {
        id for id, event in events.items() if event['status'] != 'uncorroborated'}
    assert listed('--without', 'source/seed-000', '--without', 'battle') == {
        id for id, event in events.items()
        if event['kind'] != 'battle' and any(cited['source'] != 'source/seed-000' for cited in event['sources'])}
    alone = listed('--only', 'source/seed-000')
    assert alone == {id for id, event in events.items() if any(cited['source'] == 'source/seed-000' for cited in event['sources'])}
    assert any(events[id]['status'] == 'uncorroborated' for id in alone)
    assert listed('--only', 'none') == set()
    assert 0 < len(listed('--only', 'place/ghulja')) < len(events)
    lines = output('--list', 'events', '--without', 'uncorroborated').splitlines()
    assert len(lines) == len(listed('--without', 'uncorroborated'))
    refused('--list', 'events', '--without', 'dragons', says=('dragons',))
    refused('--list', 'events', '--only', 'source/nobody', says=('source/nobody',))


def test_list_of_nothing():
    refused('--list', 'nonsense', says=('--list', 'nonsense', 'events', 'sources'))


def test_regnal_date():
    report = json.loads(output('--convert-date', '同治三年九月初七'))
    assert report == {
        'text': '同治三年九月初七', 'edtf': '1864-10-07', 'gregorian': '1864-10-07', 'julian': '1864-09-25',
        'regnal': '同治三年九月初七日', 'minguo': None}, report


def test_dates_in_every_calendar():
    for text in ('光緒七年正月廿六', '1881-02-12 O.S.', '24 February 1881', '12 февраля 1881 г. ст. ст.', '1881年2月24日'):
        report = json.loads(output('--convert-date', text))
        assert (report['gregorian'], report['julian'], report['regnal'], report['edtf']) == (
            '1881-02-24', '1881-02-12', '光緒七年正月二十六日', '1881-02-24'), report
    report = json.loads(output('--convert-date', '民國三十三年十一月七日'))
    assert (report['gregorian'], report['regnal'], report['minguo']) == ('1944-11-07', None, '民國三十三年十一月七日')


def test_date_of_a_month():
    report = json.loads(output('--convert-date', '1871-07'))
    assert (report['edtf'], report['gregorian']) == ('1871-07', '1871-07-01/1871-07-31'), report
    assert report['begin'] == {
        'gregorian': '1871-07-01', 'julian': '1871-06-19', 'regnal': '同治十年五月十四日', 'minguo': None}, report
    assert report['end']['gregorian'] == '1871-07-31' and report['end']['regnal'] == '同治十年六月十四日', report
    report = json.loads(output('--convert-date', '同治三年四月'))
    assert (report['edtf'], report['julian']) == ('1864-05-06/1864-06-03', '1864-04-24/1864-05-22'), report
    assert report['regnal'] == '同治三年四月初一日/同治三年四月二十九日', report
    assert json.loads(output('--convert-date', '光緒七年'))['edtf'] == '1881-01-30/1882-02-17'


def test_range_past_a_calendar():
    report = json.loads(output('--convert-date', '1864/..'))
    assert report['gregorian'] == '1864-01-01/..' and report['end']['gregorian'] is None, report
    report = json.loads(output('--convert-date', '1911/1912'))
    assert report['regnal'] is None and report['minguo'] is None, report
    assert report['begin']['regnal'] == '宣統二年十二月初一日' and report['end']['minguo'] == '民國元年十二月三十一日', report


def audit_pairs(entries):
    return {(entry['text'], entry['stated']) for entry in entries}


def test_audit_of_dates():
    report = json.loads(output('--audit-dates', '--json'))
    differing, agreeing = audit_pairs(report['differs']), audit_pairs(report['agrees'])
    wrong = {('同治元年六月二十二日（1862年5月26日）', '1862-05-26'), ('同治三年二月初八（1863年3月26日）', '1863-03-26')}
    right = {('大清同治二年五月十三日（1863年6月28日）', '1863-06-28'), ('同治三年正月十六日（1864年2月23日）', '1864-02-23')}
    assert wrong <= differing and not wrong & agreeing, wrong - differing
    assert right <= agreeing and not right & differing, right - agreeing
    converted = {entry['text']: entry['converted'] for entry in report['differs']}
    assert [converted[text] for text, _ in sorted(wrong)] == ['1864-03-15', '1862-07-18']
    # Whatever else differs is known to, and the record says why.
    for entry in report['differs']:
        assert entry['doubted'], f"{entry['record']}: {entry['text']} is {entry['converted']}, and no doubt says so"
    # These say when by what was told before.
    leaning = {'当天', '同月', '次日'}
    for entry in report['unreadable']:
        assert entry['doubted'] or entry['text'] in leaning, f"{entry['record']}: {entry['text']} cannot be read"
    assert len(report['agrees']) > 150


def test_audit_lines():
    lines = output('--audit-dates').splitlines()
    report = json.loads(output('--audit-dates', '--json'))
    counts = [len(report[key]) for key in ('agrees', 'differs', 'unreadable')]
    assert lines[-1] == '%d dates: %d agree, %d differ, %d cannot be read by themselves' % (sum(counts), *counts)
    assert len(lines) == 1 + counts[1] + counts[2]
    assert any(line.startswith('differs: event/first-incursion-1862: ') and '1862-07-18' in line for line in lines)


def test_bad_dates():
    refused('--convert-date', 'gibberish', says=('--convert-date', 'gibberish', 'expected'))
    refused('--convert-date', '1871-13-01', says=('--convert-date', '1871-13'))
    refused('--list', 'events', '--date', 'yesterday', says=('--date', 'yesterday'))
    refused('--territories', '--date', '同治九十年', says=('--date',))


def holder(date):
    return json.loads(output('--polity-at', GHULJA, '--date', date))


def test_who_held_ghulja():
    before, occupied, after = holder('1860-01-01'), holder('1875-01-01'), holder('1885-01-01')
    assert (before['polity'], before['standing'], before['over']) == ('polity/qing', 'sovereign', None)
    assert (occupied['polity'], occupied['standing'], occupied['over']) == (
        'polity/russia', 'occupation', 'polity/qing')
    assert (after['polity'], after['standing'], after['over']) == ('polity/qing', 'sovereign', None)
    assert occupied['since'] <= '1875-01-01' <= occupied['until']
    assert occupied['name']['en'] == 'Russian Empire' and occupied['act']['en']


def test_nobody_holds_the_sea():
    assert json.loads(output('--polity-at', '-140,0', '--date', '1875-01-01'))['polity'] is None


def test_bad_points():
    for point in ('x', '81.3', '81.3,', '81.3,43.9,5', '181,0', '0,91', 'nan,nan'):
        refused('--polity-at', point, '--date', '1875-01-01', says=('--polity-at', point))


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def test_territories():
    collection = json.loads(output('--territories', '--date', '1875-01-01'))
    assert collection['type'] == 'FeatureCollection' and collection['atlas:date'] == '1875-01-01'
    features = collection['features']
    polities = {feature['properties']['polity'] for feature in features}
    assert {'polity/qing', 'polity/russia'} <= polities, polities
    for feature in features:
        where = feature['properties']['territory']
        assert feature['type'] == 'Feature' and feature['geometry']['type'] == 'MultiPolygon', where
        assert feature['geometry']['coordinates'], where
        for polygon in feature['geometry']['coordinates']:
            for ring in polygon:
                assert len(ring) >= 4 and ring[0] == ring[-1], where
                assert all(len(p) == 2 and -180 <= p[0] <= 180 and -90 <= p[1] <= 90 for p in ring), where
            # RFC 7946: outer rings run counterclockwise, holes clockwise.
            assert signed_area(polygon[0]) > 0, f'{where}: the outer ring runs clockwise'
            assert all(signed_area(hole) < 0 for hole in polygon[1:]), f'{where}: a hole runs counterclockwise'
        assert feature['properties']['since'] is None or feature['properties']['since'] <= '1875-01-01', where
        assert feature['properties']['until'] is None or feature['properties']['until'] >= '1875-01-01', where


def read_png(path):
    """Width, height and the raw rows of a PNG file."""
    data = path.read_bytes()
    assert data.startswith(b'\x89PNG\r\n\x1a\n')
    size, rows, position = None, b'', 8
    while position < len(data):
        length, name = struct.unpack_from('>I4s', data, position)
        body = data[position + 8:position + 8 + length]
        assert struct.unpack_from('>I', data, position + 8 + length)[0] == zlib.crc32(name + body)
        if name == b'IHDR':
            size = struct.unpack_from('>II', body)
        elif name == b'IDAT':
            rows += body
        position += 12 + length
    assert name == b'IEND'
    return size, zlib.decompress(rows)


def export(folder, name, *arguments):
    path = pathlib.Path(folder) / name
    assert output('--export', str(path), '--date', '1871-07-04', '--size', '640x400', *arguments) == ''
    return path


def export_test(language):
    def check():
        with tempfile.TemporaryDirectory() as folder:
            size, rows = read_png(export(folder, 'map.png', '--lang', language))
            assert size == (640, 400), size
            assert len(set(rows)) > 100, 'the picture is nearly empty'

            root = ElementTree.parse(export(folder, 'map.svg', '--lang', language)).getroot()
            assert root.tag == '{http://www.w3.org/2000/svg}svg'
            assert root.get('viewBox') == '0 0 640 400', root.get('viewBox')
            assert len(list(root.iter('{http://www.w3.org/2000/svg}path'))) > 100

            pdf = export(folder, 'map.pdf', '--lang', language).read_bytes()
            assert pdf.startswith(b'%PDF-') and pdf.rstrip().endswith(b'%%EOF')
            # 96 pixels and 72 points are an inch.
            assert re.search(rb'/MediaBox \[ 0 0 480 300 \]', pdf)
    return check


def test_export_differs():
    with tempfile.TemporaryDirectory() as folder:
        pictures = [
            read_png(export(folder, 'a.png', '--lang', 'en'))[1],
            read_png(export(folder, 'b.png', '--lang', 'zh-Hant'))[1],
            read_png(export(folder, 'c.png', '--style', 'dark'))[1],
            read_png(export(folder, 'd.png', '--center', '88,44', '--zoom', '6'))[1],
        ]
        assert len(set(pictures)) == len(pictures)
        assert read_png(export(folder, 'e.png', '--lang', 'en'))[1] == pictures[0]


def test_export_of_a_comparison():
    """What changed hands is hatched on the map of the last day; a viewpoint hatches what it claims."""
    with tempfile.TemporaryDirectory() as folder:
        def pixels(name, *arguments):
            path = str(pathlib.Path(folder) / name)
            assert output('--export', path, '--size', '640x400', '--center', '80,44', '--zoom', '5', *arguments) == ''
            return read_png(path)[1]

        plain = pixels('a.png', '--date', '1881-02-24')
        compared = pixels('b.png', '--changes', '1863-01-01..1881-02-24')
        assert compared != plain
        assert pixels('c.png', '--changes', '1881-02-23..1881-02-24') not in (plain, compared)
        assert pixels('d.png', '--changes', '1863-01-01..1881-02-24', '--date', '1720-01-01') == compared
        held = pixels('e.png', '--date', '1873-01-01')
        assert pixels('f.png', '--date', '1873-01-01', '--viewpoint', 'polity/qing') != held


def test_bad_exports():
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / 'map.png')
        for size in ('0x400', '640', '640x', 'x400', '-640x400', '640x400x2', '640x99999999', 'big'):
            refused('--export', path, '--size', size, says=('--export', size))
        refused('--export', path, '--center', 'here', says=('here', 'degrees'))
        refused('--export', path, '--style', 'loud', says=('loud', 'light', 'dark', 'muted'))
        refused('--export', path, '--changes', '1871', says=('1871', 'span'))
        refused('--export', path, '--viewpoint', 'polity/kokand', says=('polity/kokand', 'polity/qing'))
        refused('--export', path, '--date', 'sometime', says=('--date', 'sometime'))
        assert not os.path.exists(path)
        name = str(pathlib.Path(folder) / 'map.gif')
        result = run('--export', name)
        assert result.returncode in (1, 2) and b'.png, .svg or .pdf' in result.stderr
        result = run('--export', str(pathlib.Path(folder) / 'no' / 'map.png'))
        assert result.returncode == 1 and result.stderr.startswith(b'ili-atlas: --export: ')
        assert not os.listdir(folder)


def test_check_shipped():
    text = output('--check', str(DATA / 'atlas'))
    assert re.search(r'^0 errors, \d+ warnings$', text.splitlines()[-1]), text


def test_check_broken():
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / 'atlas.json').write_text('{ "atlas:schema": ')
        result = run('--check', folder)
        text = result.stdout.decode()
        assert result.returncode == 1, result.returncode
        assert 'error: ' in text and 'atlas.json' in text, text
        refused('--list', 'events', '--atlas', folder, code=1, says=('atlas.json',))


def test_check_several():
    atlas = str(DATA / 'atlas')
    with tempfile.TemporaryDirectory() as folder:
        result = run('--check', atlas, folder, str(DATA / 'atlas' / 'atlas.json'))
        lines = result.stdout.decode().splitlines()
        assert result.returncode == 1, lines
        headings = [line for line in lines if line.endswith(':') and line.startswith('/')]
        assert headings == [f'{atlas}:', f'{folder}:', f'{atlas}/atlas.json:'], headings
        counts = [line for line in lines if re.match(r'^\d+ errors, \d+ warnings$', line)]
        assert len(counts) == 3 and counts[0] == counts[2] and counts[1] == '1 errors, 0 warnings', counts
    assert run('--check', atlas, atlas).returncode == 0


TESTS = [
    ('--version prints the version of the build', test_version),
    ('--help names every option', test_help),
    *((f'--list {word} prints lines and JSON of the same records', list_test(word)) for word in KINDS),
    ('every event has its keys, its languages and its references', test_events),
    ('an event of one day', test_event_of_one_day),
    ('--without and --only leave what they say', test_without),
    ('--list of an unknown kind is refused', test_list_of_nothing),
    ('--convert-date of a reign date', test_regnal_date),
    ('--convert-date of one day in every calendar', test_dates_in_every_calendar),
    ('--convert-date of a month', test_date_of_a_month),
    ('--convert-date past the end of a calendar', test_range_past_a_calendar),
    ('--audit-dates finds the dates that do not convert, and all are doubted', test_audit_of_dates),
    ('--audit-dates prints a line for each', test_audit_lines),
    ('bad dates are refused', test_bad_dates),
    ('--polity-at: Ghulja before, under and after the occupation', test_who_held_ghulja),
    ('--polity-at: nobody holds the open sea', test_nobody_holds_the_sea),
    ('bad points are refused', test_bad_points),
    ('--territories is GeoJSON', test_territories),
    *((f'--export in {language} writes PNG, SVG and PDF of the size', export_test(language))
      for language in ('en', 'zh-Hant')),
    ('--export follows language, style and view, and repeats itself', test_export_differs),
    ('bad exports are refused and leave no file', test_bad_exports),
    ('--check finds no error in the shipped atlas', test_check_shipped),
    ('--check and --list name the broken file', test_check_broken),
    ('--check of several atlases', test_check_several),
]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for number, (name, test) in enumerate(TESTS, 1):
        try:
            test()
            print(f'ok {number} - {name}', flush=True)
        except (AssertionError, KeyError, ValueError, OSError, subprocess.TimeoutExpired) as problem:
            failed += 1
            print(f'not ok {number} - {name}')
            for line in f'{type(problem).__name__}: {problem}'.splitlines():
                print(f'# {line}', flush=True)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
