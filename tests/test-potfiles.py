#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words for people is translated, and every translation is whole.

Usage: test-potfiles.py SOURCE-ROOT. Needs gettext's xgettext, msgfmt and msgcmp; writes TAP.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1]).resolve()
PO = ROOT / 'po'

# Of C, the marks of words for people; of templates, the attribute.
C_WORDS = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(')
UI_WORDS = re.compile(r'translatable\s*=\s*"(?:yes|true|1)"')
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)


def read_lines(name):
    lines = [line.strip() for line in (PO / name).read_text(encoding='utf-8').splitlines()]
    return [line for line in lines if line and not line.startswith('#')]


def sources_with_words():
    for path in sorted((ROOT / 'src').rglob('*.[ch]')):
        if C_WORDS.search(COMMENT.sub('', path.read_text(encoding='utf-8'))):
            yield path
    for path in sorted((ROOT / 'resources').rglob('*.ui')):
        if UI_WORDS.search(path.read_text(encoding='utf-8')):
            yield path
    for pattern in ('*.desktop.in', '*.metainfo.xml.in', '*.gschema.xml'):
        yield from sorted((ROOT / 'data').glob(pattern))


def run(*command):
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, capture_output=True,
                          text=True, check=False)


def check_potfiles():
    listed = read_lines('POTFILES')
    expected = [path.relative_to(ROOT).as_posix() for path in sources_with_words()]
    for name in expected:
        if name not in listed:
            yield f'{name} has translatable words and is not in po/POTFILES'
    for name in listed:
        if not (ROOT / name).exists():
            yield f'po/POTFILES names {name}, which does not exist'
        elif name not in expected:
            yield f'po/POTFILES names {name}, which has no translatable words'
        if listed.count(name) > 1:
            yield f'po/POTFILES names {name} {listed.count(name)} times'
    if listed != sorted(listed):
        yield 'po/POTFILES is not in alphabetical order'


def check_linguas():
    languages = read_lines('LINGUAS')
    files = sorted(path.stem for path in PO.glob('*.po'))
    if sorted(languages) != files:
        yield f'po/LINGUAS has {sorted(languages)}, po/ has {files}'
    for language in ('ru', 'zh_CN', 'zh_TW'):
        if language not in languages:
            yield f'{language} is missing'


def make_template(folder):
    """The words of today, as xgettext finds them."""
    template = pathlib.Path(folder) / 'words.pot'
    made = run('xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
               '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--flag=g_dngettext:2:pass-c-format',
               '--flag=g_strdup_printf:1:c-format', f'--files-from={PO / "POTFILES"}', f'--output={template}')
    if made.returncode != 0 or not template.exists():
        raise OSError(f'xgettext: {made.stderr}')
    return template


def check_translation(language, template):
    path = PO / f'{language}.po'
    checked = run('msgfmt', '--check', '--statistics', '--output-file=/dev/null', path)
    if checked.returncode != 0:
        yield checked.stderr.strip()
        return
    counts = checked.stderr.strip().splitlines()[-1]
    if 'fuzzy' in counts or 'untranslated' in counts:
        yield f'{path.name}: {counts}'
    if not re.match(r'[1-9]\d* translated message', counts):
        yield f'{path.name}: {counts}'
    # The counts know only what the file holds; words that are newer than it are found here.
    compared = run('msgcmp', path, template)
    if compared.returncode != 0:
        yield from (line for line in compared.stderr.splitlines() if 'warning:' not in line)


def report(number, name, problems):
    print(f'{"not ok" if problems else "ok"} {number} - {name}')
    for problem in problems:
        for line in problem.splitlines():
            print(f'# {line}')
    return bool(problems)


def main():
    languages = read_lines('LINGUAS')
    print(f'1..{2 + len(languages)}')
    failed = report(1, 'po/POTFILES names every file with words for people', list(check_potfiles()))
    failed |= report(2, 'po/LINGUAS names every translation', list(check_linguas()))
    with tempfile.TemporaryDirectory() as folder:
        template = make_template(folder)
        for number, language in enumerate(languages, 3):
            failed |= report(number, f'{language}.po is whole', list(check_translation(language, template)))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
