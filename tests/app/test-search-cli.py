#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What --search prints: the answers of the index, in its order, as lines and as JSON.

Usage: test-search-cli.py PROGRAM ORDER-PROGRAM DATA-DIR, where ORDER-PROGRAM --order QUERY prints the ids
that the index finds. Needs no display; writes TAP.
"""
import functools
import json
import os
import subprocess
import sys

PROGRAM, ORDER, DATA = sys.argv[1:4]
QUERIES = ['塔城', 'Tarbagatai', '伊犁 1871', '4 July 1871', 'Zuo Zongtang', 'kuldja', 'nothing of the kind']
SAME_PLACE = ['塔城', '塔爾巴哈臺', 'Tarbagatai', 'Tacheng', 'Chuguchak', 'Чугучак', "T'a-ch'eng", 'چۆچەك']


def output(*command):
    environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE')}
    environment.update(ILI_ATLAS_DATA=DATA, LC_ALL='C.UTF-8', GSETTINGS_BACKEND='memory')
    result = subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False)
    assert result.returncode == 0 and not result.stderr, f'{command}: {result.returncode} {result.stderr.decode()}'
    return result.stdout.decode()


@functools.cache
def search(query):
    return json.loads(output(PROGRAM, '--search', query, '--json'))


def test_order():
    for query in QUERIES:
        # The program is a test as well, and says so in comments.
        ids = [line for line in output(ORDER, '--order', query).splitlines() if not line.startswith('#')]
        assert [hit['id'] for hit in search(query)['results']] == ids, query
        lines = output(PROGRAM, '--search', query).splitlines()
        assert [line.split('\t')[1] for line in lines] == ids, query
        assert all(line.count('\t') == 3 for line in lines), query


def test_same_place():
    for query in SAME_PLACE:
        assert search(query)['results'][0]['id'] == 'place/tacheng', query


def test_json():
    answer = search('伊犁 1871')
    assert answer['query'] == '伊犁 1871'
    assert answer['date'] == {'earliest': '1871-01-01', 'latest': '1871-12-31'}
    assert answer['place'] == 'place/ili-region'
    assert answer['results'][0]['kind'] == 'event'
    assert search('Tacheng')['date'] is None
    assert search('nothing of the kind') == {
        'query': 'nothing of the kind', 'date': None, 'place': None, 'results': [],
    }


def test_marks():
    for query, marked in (('tarbag', 'Tarbag'), ('塔爾巴', '塔爾巴'), ('taerba', '塔爾巴')):
        pieces = [hit['text'][begin:end] for hit in search(query)['results'] for begin, end in hit['marks']]
        assert marked in pieces, f'{query}: {pieces}'


def test_language():
    line = output(PROGRAM, '--search', 'Tacheng', '--lang', 'zh-Hans').splitlines()[0]
    assert line.split('\t')[3] == '塔尔巴哈台', line


TESTS = [
    ('--search prints the order of the index', test_order),
    ('every name of a town finds it first', test_same_place),
    ('JSON says what of the query is a date and a place', test_json),
    ('marks are positions in characters', test_marks),
    ('--lang chooses the language of titles', test_language),
]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for number, (name, test) in enumerate(TESTS, 1):
        try:
            test()
            print(f'ok {number} - {name}', flush=True)
        except (AssertionError, KeyError, ValueError, OSError, IndexError, subprocess.TimeoutExpired) as problem:
            failed += 1
            print(f'not ok {number} - {name}')
            for line in f'{type(problem).__name__}: {problem}'.splitlines():
                print(f'# {line}', flush=True)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
