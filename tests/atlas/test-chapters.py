#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every step of every guided tour stands on records of the atlas, and says no date that these do not have.

Usage: test-chapters.py ATLAS-DIR. Writes TAP.
"""
import json
import pathlib
import re
import sys

SEEDS = {f'source/seed-00{number}' for number in range(5)}
GENERAL = 'source/general-knowledge'
FEWEST, MOST = 8, 20
# Characters that a card holds beside the map without scrolling far.
LONGEST = {'en': 420, 'zh-Hant': 150, 'zh-Hans': 150}
MONTHS = ('January February March April May June July August September October November December').split()
ENGLISH_DAY = re.compile(rf'\b(\d{{1,2}}) ({"|".join(MONTHS)}) (\d{{4}})\b')
CHINESE_DAY = re.compile(r'(\d{4})年(\d{1,2})月(\d{1,2})日')
# What a single account tells must be called so.
ONE_ACCOUNT = re.compile(r'\b(one|same|single)\b[^.]*\b(article|account)\b', re.IGNORECASE)


def read_atlas(atlas):
    manifest = json.loads((atlas / 'atlas.json').read_text(encoding='utf-8'))
    records = {}
    for name in manifest['files']:
        for feature in json.loads((atlas / name).read_text(encoding='utf-8'))['features']:
            records[feature['@id']] = feature
    steps = []
    for chapter in manifest['chapters']:
        tour = json.loads((atlas / chapter['steps']).read_text(encoding='utf-8'))['steps']
        steps.extend((f'{chapter["@id"]} {number}', chapter, step) for number, step in enumerate(tour, start=1))
    return manifest['chapters'], steps, records


def highlighted(step, records):
    for key in step['highlight']:
        if key.endswith('*'):
            yield from (record for name, record in records.items() if name.startswith(key[:-1]))
        elif key in records:
            yield records[key]


def check_chapters(chapters, steps, records):
    """One tour for each article, of a length that people walk."""
    if len(chapters) != len(SEEDS):
        yield f'{len(chapters)} chapters'
    for chapter in chapters:
        n = sum(1 for _, owner, _ in steps if owner is chapter)
        if not FEWEST <= n <= MOST:
            yield f'{chapter["@id"]} has {n} steps'
    cited = {entry['@id'] for _, _, step in steps for entry in step['citations']}
    yield from (f'{seed} is cited nowhere' for seed in sorted(SEEDS - cited))


def check_order(chapters, steps, records):
    """Time goes forward."""
    for (before, chapter, first), (after, other, second) in zip(steps, steps[1:]):
        if chapter is other and second['date'] < first['date']:
            yield f'{after} ({second["date"]}) comes after {before} ({first["date"]})'


def get_texts(record):
    """All that a record tells of dates, as it is written: its own, those of claims, doubts and stories."""
    return json.dumps(record, ensure_ascii=False)


def get_days(step, records):
    """The days that a step may name: its own, and those that stand in what it highlights."""
    days = {step['date']}
    for record in highlighted(step, records):
        text = get_texts(record)
        days.update(re.findall(r'\d{4}-\d{2}-\d{2}', text))
        days.update(f'{year}-{MONTHS.index(month) + 1:02}-{int(day):02}' for day, month, year in ENGLISH_DAY.findall(text))
    return days


def find_days(text, language):
    if language == 'en':
        return [f'{year}-{MONTHS.index(month) + 1:02}-{int(day):02}' for day, month, year in ENGLISH_DAY.findall(text)]
    return [f'{year}-{int(month):02}-{int(day):02}' for year, month, day in CHINESE_DAY.findall(text)]


def check_days(chapters, steps, records):
    """A day in a text is a day of a record that the step shows."""
    for name, _, step in steps:
        known = get_days(step, records)
        for language in ('en', 'zh-Hant', 'zh-Hans'):
            for day in find_days(step['text'][language], language):
                if day not in known:
                    yield f'{name}: {day} in {language} is no date of what it highlights'


def check_translations(chapters, steps, records):
    """Both Chinese texts name the same days and years."""
    for name, _, step in steps:
        if find_days(step['text']['zh-Hant'], 'zh') != find_days(step['text']['zh-Hans'], 'zh'):
            yield f'{name}: the Chinese texts name different days'
        english, chinese = (set(re.findall(r'(?<!\d)1[789]\d\d(?!\d)', step['text'][language]))
                            for language in ('en', 'zh-Hant'))
        if english - chinese:
            yield f'{name}: {", ".join(sorted(english - chinese))} only in English'


def check_citations(chapters, steps, records):
    """A step rests on what the records that it shows rest on."""
    for name, _, step in steps:
        known = {entry['@id'] for record in highlighted(step, records) for entry in record.get('citations', ())}
        cited = {entry['@id'] for entry in step['citations']}
        if not cited:
            yield f'{name} cites nothing'
        for source in sorted(cited - known - {GENERAL}):
            yield f'{name}: nothing that it highlights cites {source}'


def check_standing(chapters, steps, records):
    """What one account tells and others contradict is said to be so."""
    for name, _, step in steps:
        doubted = any(record.get('atlas:status') == 'uncorroborated' for record in highlighted(step, records))
        if doubted and not (ONE_ACCOUNT.search(step['text']['en']) and '條目' in step['text']['zh-Hant']):
            yield f'{name} does not say that one account tells it'


def check_length(chapters, steps, records):
    """A text is read at a glance."""
    for name, _, step in steps:
        for language, most in LONGEST.items():
            if len(step['text'][language]) > most:
                yield f'{name}: {len(step["text"][language])} characters in {language}'
        sentences = len(re.findall(r'[.!?](?:\s|$)', step['text']['en']))
        if not 2 <= sentences <= 5:
            yield f'{name}: {sentences} sentences'


def find_points(step, records):
    """Where the events and places are that stand out; the middle point of a border's stretch."""
    for record in highlighted(step, records):
        kind = record['@id'].split('/')[0]
        if kind == 'segment':
            yield record['geometry']['coordinates'][len(record['geometry']['coordinates']) // 2]
        sites = [entry['place'] for entry in record.get('atlas:places', ()) if entry['role'] in ('site', 'near')][:1]
        for place in sites if kind == 'event' else [record['@id']] if kind == 'place' else []:
            if records[place]['geometry'] is not None:
                yield records[place]['geometry']['coordinates']


def check_sight(chapters, steps, records):
    """Something that stands out is well inside the map, in the smallest window with a panel (684 by 557 pixels)."""
    for name, _, step in steps:
        view = step['view']
        degrees = 360 / (256 * 2 ** view['zoom'])
        points = list(find_points(step, records))
        if points and not any(abs(point[0] - view['lon']) < 300 * degrees and abs(point[1] - view['lat']) < 190 * degrees
                              for point in points):
            yield f'{name}: all that it highlights is out of sight'


def main():
    chapters, steps, records = read_atlas(pathlib.Path(sys.argv[1]))
    checks = (check_chapters, check_order, check_days, check_translations, check_citations, check_standing,
              check_length, check_sight)
    print(f'1..{len(checks)}')
    failed = False
    for number, check in enumerate(checks, start=1):
        faults = list(check(chapters, steps, records))
        failed |= bool(faults)
        print(f'{"not ok" if faults else "ok"} {number} - {check.__doc__.strip()}')
        for fault in faults:
            print(f'# {fault}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
