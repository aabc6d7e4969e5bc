#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What --check does with input that was made to harm it: a clear error, in little time and little memory.

Usage: test-hostile.py PROGRAM. Everything is made at run time, the largest as a sparse file. Needs no display;
writes TAP.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
MEGABYTE = 1 << 20
MOST_MEMORY = 300 * MEGABYTE
# The machine may be busy; what takes this long has no end in sight.
MOST_SECONDS = 60

MANIFEST = (
    '{"atlas:schema":"atlas-profile/1","title":{"en":"x"},"description":{"en":"x"},"licence":"x","languages":%s,'
    '"range":"1717/1949","view":{"lon":0,"lat":0,"zoom":3,"date":"1871"},"chapters":[],"files":[%s]}')
COLLECTION = b'{"type":"FeatureCollection","features":['


def feature(identifier, more):
    kind = identifier.split('/')[0]
    return ('{"type":"Feature","@id":"%s","properties":{"title":"x","atlas:kind":"%s"},"geometry":%s}' % (
        identifier, kind, more)).encode()


POLITY = feature('polity/p', 'null,"names":[{"toponym":"x","lang":"en"}]')


def check(path):
    """Exit code, lines of output, and the most memory that the program had."""
    environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE')}
    environment.update(LC_ALL='C.UTF-8', GSETTINGS_BACKEND='memory', G_DEBUG='fatal-warnings')
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        with subprocess.Popen(
                ['timeout', str(MOST_SECONDS), PROGRAM, '--check', str(path)], env=environment, stdout=output,
                stderr=errors) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        assert process.returncode != 124, 'takes too long'
        said = errors.read().decode(errors='replace')
        assert process.returncode in (0, 1) and not said, f'exit {process.returncode}: {said}'
        return process.returncode, output.read().decode().splitlines(), usage.ru_maxrss * 1024


def refused(path, says, file=None):
    """An error that names the file, and nothing else that is wrong with the program."""
    code, lines, memory = check(path)
    assert code == 1, f'exit {code}: {lines[:3]}'
    assert memory < MOST_MEMORY, f'{memory // MEGABYTE} MB'
    errors = [line for line in lines if line.startswith('error: ')]
    assert errors and re.match(r'^\d+ errors, \d+ warnings$', lines[-1]), lines[:3]
    assert len(lines) <= 10001, len(lines)
    found = [line for line in errors if says in line and (file is None or f'error: {file}: ' in line)]
    assert found, f'no “{says}” in {errors[:3]}'
    assert all(len(line) < 2000 for line in lines)


def write(folder, *parts, languages='["en"]', n_files=1):
    """An atlas whose files are made of bytes, and of pairs of bytes and how long they go on."""
    names = ['file-%d.geojson' % i for i in range(n_files)]
    folder.joinpath('atlas.json').write_text(MANIFEST % (languages, ','.join(f'"{name}"' for name in names)))
    for name in names:
        with open(folder / name, 'wb') as stream:
            for part in parts:
                if isinstance(part, bytes):
                    stream.write(part)
                    continue
                unit, length = part
                block = unit * max(1, MEGABYTE // len(unit))
                for _ in range(max(1, length // len(block))):
                    stream.write(block)
    return folder


def file_test(says, *parts, n_files=1):
    return lambda folder: refused(write(folder, *parts, n_files=n_files), says, 'file-0.geojson')


def test_gigabyte_manifest(folder):
    path = folder / 'atlas.json'
    with open(path, 'wb') as stream:
        stream.truncate(1 << 30)
    refused(folder, '1073741824 bytes', 'atlas.json')
    refused(path, '1073741824 bytes', 'atlas.json')


def test_gigabyte_file(folder):
    write(folder, b'')
    with open(folder / 'file-0.geojson', 'wb') as stream:
        stream.write(COLLECTION)
        stream.truncate(1 << 30)
    refused(folder, '1073741824 bytes', 'file-0.geojson')


def test_large_together(folder):
    write(folder, b'{"type":"FeatureCollection","features":[],"a":"', (b'x', 20 * MEGABYTE), b'"}', n_files=4)
    refused(folder, 'expected at most', 'file-3.geojson')


def test_folder_for_a_file(folder):
    write(folder, b'')
    (folder / 'file-0.geojson').unlink()
    (folder / 'file-0.geojson').mkdir()
    refused(folder, 'no regular file', 'file-0.geojson')
    refused(folder / 'file-0.geojson', 'no file that can be read', 'atlas.json')


def test_pipe(folder):
    write(folder, b'')
    (folder / 'file-0.geojson').unlink()
    os.mkfifo(folder / 'file-0.geojson')
    refused(folder, 'no regular file', 'file-0.geojson')
    refused(folder / 'file-0.geojson', 'no regular file', 'file-0.geojson')


def test_device(folder):
    write(folder, b'')
    (folder / 'file-0.geojson').unlink()
    (folder / 'file-0.geojson').symlink_to('/dev/zero')
    refused(folder, 'no regular file', 'file-0.geojson')


def test_link_loop(folder):
    write(folder, b'')
    (folder / 'file-0.geojson').unlink()
    (folder / 'file-0.geojson').symlink_to('other.geojson')
    (folder / 'other.geojson').symlink_to('file-0.geojson')
    refused(folder, 'no regular file', 'file-0.geojson')


def test_no_permission(folder):
    write(folder, COLLECTION + b'7]}')
    (folder / 'file-0.geojson').chmod(0)
    # Whom permissions do not bind finds what is wrong inside.
    readable = os.access(folder / 'file-0.geojson', os.R_OK)
    refused(folder, 'expected an object' if readable else 'no file that can be read', 'file-0.geojson')


def test_nothing(folder):
    refused(folder, 'no file that can be read', 'atlas.json')
    refused(folder / 'nowhere', 'no file that can be read', 'nowhere')
    (folder / 'atlas.json').write_bytes(b'')
    refused(folder, 'empty file', 'atlas.json')


def test_many_files(folder):
    write(folder, b'', n_files=1)
    names = ','.join('"file-%d.geojson"' % i for i in range(300000))
    (folder / 'atlas.json').write_text(MANIFEST % ('["en"]', names))
    refused(folder, 'at most 1000', 'atlas.json')


def test_many_languages(folder):
    write(folder, COLLECTION + POLITY + b']}', languages='[%s]' % ','.join('"x-%d"' % i for i in range(300000)))
    refused(folder, 'at most 100', 'atlas.json')


def test_many_names(folder):
    names = ','.join('{"toponym":"x","lang":"x-%d"}' % i for i in range(300000))
    write(folder, COLLECTION + feature('place/p', 'null,"names":[%s]' % names) + b',7]}')
    refused(folder, 'expected an object', 'file-0.geojson')


def test_many_ring_points(folder):
    """A line of many points that a ring walks forward and backward many times."""
    line = ','.join('[%.4f,1]' % (i / 10000) for i in range(100000))
    segment = feature('segment/s', '{"type":"LineString","coordinates":[%s]},"atlas:title":{"en":"x"},'
                                   '"atlas:phases":[{"when":"1717/1949","basis":"survey"}]' % line)
    territory = feature('territory/t', 'null,"atlas:title":{"en":"x"},"atlas:polity":"polity/p",'
                                       '"atlas:standing":"sovereign","when":{"timespans":[{"start":{"in":"1717"},'
                                       '"end":{"in":"1949"}}]},"atlas:rings":[[[%s]]]'
                        % ','.join(['"segment/s","-segment/s"'] * 300000))
    write(folder, COLLECTION + b','.join([POLITY, segment, territory]) + b']}')
    refused(folder, 'points in all rings', 'file-0.geojson')


def test_many_phases(folder):
    phases = ','.join('{"when":"%d/%d","basis":"survey"}' % (1717 + i % 230, 1718 + i % 230) for i in range(20000))
    segments = [feature('segment/%s' % name, '{"type":"LineString","coordinates":%s},"atlas:title":{"en":"x"},'
                                             '"atlas:phases":[%s]' % (line, phases))
                for name, line in (('a', '[[0,0],[1,0],[1,1]]'), ('b', '[[1,1],[0,1],[0,0]]'))]
    territories = [feature('territory/t-%d' % i, 'null,"atlas:title":{"en":"x"},"atlas:polity":"polity/p",'
                                                 '"atlas:standing":"sovereign","atlas:rings":'
                                                 '[[["segment/a","segment/b"]]],"when":{"timespans":'
                                                 '[{"start":{"in":"1717"},"end":{"in":"1949"}}]}')
                   for i in range(5000)]
    write(folder, COLLECTION + b','.join([POLITY, *segments, *territories]) + b']}')
    refused(folder, 'at most 1000', 'file-0.geojson')


def test_campaigns_in_a_circle(folder):
    n = 5000
    campaigns = [feature('campaign/c-%d' % i, 'null,"atlas:title":{"en":"x"},"atlas:parent":"campaign/c-%d"'
                         % ((i + 1) % n if i < n - 1 else n - 2)) for i in range(n)]
    write(folder, COLLECTION + b','.join(campaigns) + b']}')
    refused(folder, 'circle', 'file-0.geojson')


def test_many_problems(folder):
    write(folder, COLLECTION + b','.join(
        feature('place/p-%d' % i, 'null,"atlas:title":{"e":""},"names":7,"when":3') for i in range(50000)) + b']}')
    refused(folder, 'expected a list', 'file-0.geojson')


TESTS = [
    ('a manifest of a gigabyte', test_gigabyte_manifest),
    ('a file of a gigabyte', test_gigabyte_file),
    ('ten million lists within one another', file_test('deeper', (b'[', 10 * MEGABYTE))),
    ('objects within one another', file_test('deeper', (b'{"a":', 20 * MEGABYTE))),
    ('nothing but lists', file_test('more values', b'[', (b'[],', 60 * MEGABYTE), b'[]]')),
    ('nothing but lists, without an end', file_test('more values', b'[', (b'[],', 60 * MEGABYTE))),
    ('nothing but numbers, in several files', file_test('more values', b'[', (b'0,', 20 * MEGABYTE), b'0]', n_files=3)),
    ('nothing but features', file_test('more values', COLLECTION, (b'{},', 60 * MEGABYTE), b'{}]}')),
    ('files that together are too large', test_large_together),
    ('a string of 60 megabytes', file_test('expected one of: FeatureCollection', b'{"a":"', (b'x', 60 * MEGABYTE), b'"}')),
    ('a string without an end', file_test('premature EOF', b'{"a":"', (b'x', 60 * MEGABYTE))),
    ('a number of 20 megabytes', file_test('expected an object', COLLECTION, b'1', (b'0', 20 * MEGABYTE), b']}')),
    ('a number of fifty digits', file_test('expected an object', COLLECTION + b'1' * 50 + b']}')),
    ('one name again and again', file_test('comes twice', b'{"a":1', (b',"a":1', 60 * MEGABYTE), b'}')),
    ('one name again and again, without an end', file_test('comes twice', b'{"a":1', (b',"a":1', 60 * MEGABYTE))),
    ('bytes that are not UTF-8', file_test('UTF8', COLLECTION, (b'"\xff\xfe",', 20 * MEGABYTE))),
    ('zero bytes', file_test('expected JSON', (b'\0', 20 * MEGABYTE))),
    ('a folder in place of a file', test_folder_for_a_file),
    ('a pipe', test_pipe),
    ('a device without an end', test_device),
    ('links that lead to each other', test_link_loop),
    ('a file that may not be read', test_no_permission),
    ('no file, and an empty one', test_nothing),
    ('a manifest of many files', test_many_files),
    ('a manifest of many languages', test_many_languages),
    ('a place of many names', test_many_names),
    ('a ring of more points than there is memory', test_many_ring_points),
    ('segments of many phases', test_many_phases),
    ('campaigns that are part of one another', test_campaigns_in_a_circle),
    ('more problems than anyone reads', test_many_problems),
]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for number, (name, test) in enumerate(TESTS, 1):
        try:
            with tempfile.TemporaryDirectory(prefix='atlas-hostile-') as folder:
                test(pathlib.Path(folder))
            print(f'ok {number} - {name}', flush=True)
        except (AssertionError, OSError, subprocess.SubprocessError, UnicodeDecodeError) as problem:
            failed += 1
            print(f'not ok {number} - {name}')
            for line in f'{type(problem).__name__}: {problem}'.splitlines():
                print(f'# {line[:300]}', flush=True)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
