#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the format and the readers of three languages may expect of every place.

Usage: test-places.py ATLAS-DIR. Writes TAP.
"""
import collections
import json
import pathlib
import re
import sys

LANGUAGES = ('en', 'zh-Hant', 'zh-Hans')
TYPES = {'capital', 'town', 'village', 'fort', 'post', 'pass', 'river', 'lake', 'region', 'range', 'desert', 'building',
         'bridge', 'port', 'other'}
PRECISIONS = {'exact', 'town', 'area', 'region', 'unknown'}

# Characters of the traditional script only, which a slip would leave in a simplified text: those that the
# traditional names and descriptions of this atlas use at least three times.
TRADITIONAL = set(
    '爾軍國為與標縣機烏區稱佔後無蘇處東間庫線納邊進圖從點亞倫別寧據約鎮額羅薩設遠駐齊戰馬於瑪'
    '綠蘭隊魯歸臺奧屬條達發門兩復擊時確見鞏領齋會總茲費運錫開內滿營糧聯肅裏裝該戶歷熱砲綏經舊'
    '葉賈車轄錄關並來僅參實將彥數權濟簽終維誤談諸證併側圍場對帶廣張擬敗棄橋準溝澤當統緣聖脈蓋'
    '製認豐贊遷鄉鐵長陝陸離頭騰鹹黃'
)


def check_form(features):
    for key, count in collections.Counter(f['@id'] for f in features).items():
        if count > 1:
            yield f'{key}: {count} times'
    for f in features:
        key = f['@id']
        if not re.fullmatch(r'place/[a-z0-9]+(-[a-z0-9]+)*', key):
            yield f'{key}: not an id'
        if f['atlas:place-type'] not in TYPES or f['atlas:precision'] not in PRECISIONS:
            yield f'{key}: unknown type or precision'
        if f['atlas:rank'] not in (1, 2, 3, 4):
            yield f'{key}: rank {f["atlas:rank"]}'
        if (f['geometry'] is None) != (f['atlas:precision'] == 'unknown'):
            yield f'{key}: geometry and precision disagree'


def check_names(features):
    for f in features:
        languages = {name['lang'] for name in f['names']}
        for lang in LANGUAGES:
            if lang not in languages:
                yield f'{f["@id"]}: no name in {lang}'
        for name in f['names']:
            if not name['toponym'].strip():
                yield f'{f["@id"]}: an empty name'


def check_spans(features):
    edge = re.compile(r'-?\d{4}(-\d\d(-\d\d)?)?[?~%]?|\.\.|')
    for f in features:
        for holder in [f] + f['names']:
            for span in holder.get('when', {}).get('timespans', []):
                start, end = span['start']['in'], span['end']['in']
                if not (edge.fullmatch(start) and edge.fullmatch(end)):
                    yield f'{f["@id"]}: {start}/{end} is no span'
                elif start[:4].isdigit() and end[:4].isdigit() and start[:4] > end[:4]:
                    yield f'{f["@id"]}: {start}/{end} runs backwards'


def check_descriptions(features):
    """Chief towns and towns tell something; a place without a point says why."""
    for f in features:
        values = {d['lang']: d['value'] for d in f.get('descriptions', [])}
        if (f['atlas:rank'] <= 2 or f['geometry'] is None) and set(values) != set(LANGUAGES):
            yield f'{f["@id"]}: described in {sorted(values)}'


def check_scripts(features):
    for f in features:
        texts = [n['toponym'] for n in f['names'] if n['lang'] == 'zh-Hans']
        texts += [d['value'] for d in f.get('descriptions', []) if d['lang'] == 'zh-Hans']
        texts += [f.get('atlas:modern-name', {}).get('zh-Hans', '')]
        for text in texts:
            slips = TRADITIONAL & set(text)
            if slips:
                yield f'{f["@id"]}: {"".join(sorted(slips))} in {text}'


def check_citations(features, sources):
    for f in features:
        if not f['citations']:
            yield f'{f["@id"]}: no source'
        for citation in f['citations']:
            if citation['@id'] not in sources:
                yield f'{f["@id"]}: {citation["@id"]} is not a source of the atlas'


def read(path):
    return json.loads(path.read_text(encoding='utf-8'))['features']


def main():
    atlas = pathlib.Path(sys.argv[1])
    features = read(atlas / 'places.geojson')
    sources = {f['@id'] for f in read(atlas / 'sources.geojson')}
    checks = [
        ('ids, types and precision', check_form(features)),
        ('names in three languages', check_names(features)),
        ('spans of names', check_spans(features)),
        ('descriptions', check_descriptions(features)),
        ('simplified texts are simplified', check_scripts(features)),
        ('sources', check_citations(features, sources)),
    ]
    failed = False
    print(f'1..{len(checks)}')
    for number, (name, found) in enumerate(checks, 1):
        problems = list(found)
        failed = failed or bool(problems)
        for problem in problems:
            print(f'# {problem}')
        print(f'{"not ok" if problems else "ok"} {number} - {name}')
    return failed


if __name__ == '__main__':
    sys.exit(main())
