#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that an article tells is left out, and nothing is laid at the door of an article that does not tell it.

For each of the five articles a ledger goes through its lines: what of the atlas a line became, or why it became
nothing. Every event that cites an article has to stand in the ledger of that article.

Usage: test-ledger.py ATLAS-DIR LEDGER-DIR. Writes TAP.
"""
import json
import pathlib
import sys

SEEDS = ('seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004')
KEYS = {'line', 'covers', 'none'}


def read_atlas(atlas):
    """Every record of the files that the manifest names, by its id."""
    manifest = json.loads((atlas / 'atlas.json').read_text(encoding='utf-8'))
    records = {}
    for name in manifest['files']:
        for feature in json.loads((atlas / name).read_text(encoding='utf-8'))['features']:
            records[feature['@id']] = feature
    return records


def covered(ledger):
    return [key for entry in ledger['paragraphs'] for key in entry.get('covers', ())]


def check_head(seed, ledger, records):
    if ledger.get('seed') != f'source/{seed}':
        yield f'the ledger is of {ledger.get("seed")}'
    if f'source/{seed}' not in records:
        yield 'the atlas has no such source'
    if not ledger.get('paragraphs'):
        yield 'the ledger is empty'


def check_lines(ledger):
    """Lines count from one and only go forward."""
    before = 0
    for entry in ledger['paragraphs']:
        line = entry.get('line')
        if not isinstance(line, int) or isinstance(line, bool) or line < 1:
            yield f'{line!r} is no line'
            continue
        if line == before:
            yield f'line {line} stands twice'
        elif line < before:
            yield f'line {line} comes after line {before}'
        before = max(before, line)


def check_entries(ledger):
    """A line became something, or there is a reason why not, and never both."""
    for entry in ledger['paragraphs']:
        line = entry.get('line')
        covers = entry.get('covers')
        reason = entry.get('none')
        if set(entry) - KEYS:
            yield f'line {line}: unknown {", ".join(sorted(set(entry) - KEYS))}'
        if 'covers' in entry and (not isinstance(covers, list) or not covers):
            yield f'line {line}: covers nothing'
        elif 'none' in entry and (not isinstance(reason, str) or not reason.strip()):
            yield f'line {line}: an empty reason'
        elif ('covers' in entry) == ('none' in entry):
            yield f'line {line}: needs either what it became or a reason'


def check_targets(ledger, records):
    for key in sorted(set(covered(ledger)) - set(records)):
        yield f'{key} is not in the atlas'


def check_events(seed, ledger, records):
    """Every event that cites the article is covered by a line of it."""
    known = set(covered(ledger))
    for key, record in sorted(records.items()):
        if not key.startswith('event/') or key in known:
            continue
        if any(citation.get('@id') == f'source/{seed}' for citation in record.get('citations') or ()):
            yield f'{key} cites the article, and no line covers it'


def count(seed, ledger, records):
    entries = ledger['paragraphs']
    events = {key for key in covered(ledger) if key.startswith('event/')}
    citing = sum(any(citation.get('@id') == f'source/{seed}' for citation in record.get('citations') or ())
                 for key, record in records.items() if key.startswith('event/'))
    return (f'{seed}: {len(entries)} lines, {sum("covers" in entry for entry in entries)} covered, '
            f'{sum("none" in entry for entry in entries)} with a reason, {len(set(covered(ledger)))} records, '
            f'{len(events)} events; {citing} events cite it')


def main():
    atlas, folder = (pathlib.Path(argument) for argument in sys.argv[1:3])
    records = read_atlas(atlas)
    number = failures = 0

    print(f'1..{len(SEEDS) * 5}')
    for seed in SEEDS:
        path = folder / f'{seed}.json'
        try:
            ledger = json.loads(path.read_text(encoding='utf-8'))
            unread = None
        except (OSError, ValueError) as error:
            ledger = {'paragraphs': []}
            unread = f'{path.name}: {error}'
        checks = (
            ('is the ledger of its article', check_head(seed, ledger, records)),
            ('goes forward line by line', check_lines(ledger)),
            ('says of each line what it became, or why nothing', check_entries(ledger)),
            ('points at records of the atlas only', check_targets(ledger, records)),
            ('covers every event that cites the article', check_events(seed, ledger, records)),
        )
        for name, problems in checks:
            problems = [unread] if unread else list(problems)
            number += 1
            print(f'{"not ok" if problems else "ok"} {number} - {seed} {name}')
            for problem in problems:
                print(f'# {problem}')
            failures += bool(problems)
        print(f'# {count(seed, ledger, records)}')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
