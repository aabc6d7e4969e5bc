#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the house still stands: what CONTRIBUTING.md says of floors, modules, files and templates.

Usage: check-house.py SOURCE-ROOT. Prints one line for every fault; exit code 1 if there is any.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

# Lowest first. A floor knows those before it.
FLOORS = ['core', 'model', 'index', 'state', 'tiles', 'draw', 'map', 'widgets', 'app']

# The lowest floor that may include a library's headers. A pattern is matched against the path in <>.
LIBRARIES = [
    (r'glib-object\.h|gobject/', 'model'),
    (r'gio/|json-glib/', 'model'),
    (r'gdk-pixbuf/|libsoup/|sqlite3\.h', 'tiles'),
    (r'cairo|pango/', 'draw'),
    (r'gtk/|gdk/|gsk/|graphene', 'map'),
    (r'shumate/', 'map'),
    (r'adwaita\.h|libadwaita', 'widgets'),
]

SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^">]+)[">]', re.MULTILINE)
TEMPLATE = re.compile(r'set_template_from_resource\s*\([^;]*?/ui/([a-z0-9-]+\.ui)"', re.DOTALL)


class House:
    def __init__(self, root):
        self.root = root
        self.faults = []
        self.files = {}
        for floor in FLOORS:
            folder = root / 'src' / floor
            self.files[floor] = sorted([*folder.glob('*.c'), *folder.glob('*.h')])
        self.texts = {path: path.read_text(encoding='utf-8') for paths in self.files.values() for path in paths}
        self.floor_of = {path.name: floor for floor, paths in self.files.items() for path in paths}

    def fault(self, path, text, line=None):
        where = path.relative_to(self.root).as_posix()
        self.faults.append(f'{where}:{line}: {text}' if line else f'{where}: {text}')

    def includes(self, path):
        """Line, whether in quotes, and path of every include of a file."""
        text = self.texts[path]
        for match in INCLUDE.finditer(text):
            yield text.count('\n', 0, match.start()) + 1, match.group(1) == '"', match.group(2)


def check_floors(house):
    """Nobody includes a header of a higher floor."""
    for floor, paths in house.files.items():
        for path in paths:
            for line, quoted, name in house.includes(path):
                other = house.floor_of.get(pathlib.PurePosixPath(name).name) if quoted else None
                if other and FLOORS.index(other) > FLOORS.index(floor):
                    house.fault(path, f'“{name}” is of the floor {other}, above {floor}', line)
                if quoted and '/' in name:
                    house.fault(path, f'“{name}”: own headers are included without a folder', line)


def check_names(house):
    """A file's name is found on one floor only; otherwise an include does not say which is meant."""
    seen = {}
    for paths in house.files.values():
        for path in paths:
            if path.name in seen:
                house.fault(path, f'{seen[path.name].relative_to(house.root)} has the same name')
            seen[path.name] = path
            if path.name != 'main.c' and not re.fullmatch(r'atlas(-[a-z0-9]+)+\.[ch]', path.name):
                house.fault(path, 'the name does not have the form atlas-words-with-hyphens')


def check_libraries(house):
    """GTK stays above draw, libadwaita above map, and so on."""
    for floor, paths in house.files.items():
        for path in paths:
            for line, quoted, name in house.includes(path):
                for pattern, lowest in LIBRARIES:
                    if not quoted and re.match(pattern, name) and FLOORS.index(floor) < FLOORS.index(lowest):
                        house.fault(path, f'<{name}> is not for floors below {lowest}', line)


def module_of(name):
    """atlas-window-private.h is a part of atlas-window."""
    return re.sub(r'(-private)?\.[ch]$', '', name)


def find_knots(graph):
    """The strongly connected components of more than one module (Tarjan's algorithm)."""
    number, low, stack, knots = {}, {}, [], []

    def visit(node):
        number[node] = low[node] = len(number)
        stack.append(node)
        for other in graph.get(node, ()):
            if other not in number:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], number[other])
        if low[node] == number[node]:
            knot = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(knot) > 1:
                knots.append(sorted(knot))

    for node in sorted(graph):
        if node not in number:
            visit(node)
    return knots


def check_cycles(house):
    """Within a floor no two modules need each other, be it over others."""
    for floor, paths in house.files.items():
        graph = {}
        for path in paths:
            module = module_of(path.name)
            for _, quoted, name in house.includes(path):
                if quoted and house.floor_of.get(name) == floor and module_of(name) != module:
                    graph.setdefault(module, set()).add(module_of(name))
        for knot in find_knots(graph):
            house.fault(house.root / 'src' / floor, f'these modules need each other: {", ".join(knot)}')


def check_first_lines(house):
    """Licence, log domain of the own floor, headers read once."""
    tests = house.root / 'tests'
    for path in [*house.texts, *tests.rglob('*.c'), *tests.rglob('*.h')]:
        first = path.read_text(encoding='utf-8').split('\n', 1)[0]
        if first != f'/* {SPDX} */':
            house.fault(path, f'the first line is not /* {SPDX} */', 1)
    for path in sorted(house.root.rglob('*.py')):
        # Build folders may lie in the tree; what they hold was not written here.
        if any(part.startswith(('_', 'build')) for part in path.relative_to(house.root).parts[:-1]):
            continue
        if SPDX not in '\n'.join(path.read_text(encoding='utf-8').split('\n')[:2]):
            house.fault(path, f'no {SPDX} in the first two lines', 1)
    for floor, paths in house.files.items():
        for path in paths:
            text = house.texts[path]
            domain = re.search(r'^#define G_LOG_DOMAIN "([^"]*)"', text, re.MULTILINE)
            if path.suffix == '.h' and '\n#pragma once\n' not in text:
                house.fault(path, 'no #pragma once')
            if domain and domain.group(1) != f'atlas-{floor}':
                house.fault(path, f'the log domain is {domain.group(1)}, not atlas-{floor}')


def check_listed(house):
    """What is not in a meson.build is not compiled, and what is not compiled rots."""
    for floor, paths in house.files.items():
        build = house.root / 'src' / floor / 'meson.build'
        text = build.read_text(encoding='utf-8')
        for path in paths:
            if path.suffix == '.c' and f"'{path.name}'" not in text:
                house.fault(path, f'not in {build.relative_to(house.root)}')
    for build in sorted((house.root / 'tests').glob('*/meson.build')):
        text = build.read_text(encoding='utf-8')
        for path in sorted([*build.parent.glob('test-*.c'), *build.parent.glob('test-*.py')]):
            word = path.stem.removeprefix('test-')
            if f"'{path.name}'" not in text and f"'{word}'" not in text:
                house.fault(path, f'not in {build.relative_to(house.root)}: it never runs')


def class_to_name(word):
    """AtlasDatePlate -> date-plate"""
    return re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '-', word.removeprefix('Atlas')).lower()


def check_templates(house):
    """One template a class: AtlasDatePlate is resources/ui/date-plate.ui, loaded by atlas-date-plate.c."""
    resources = house.root / 'resources'
    manifest = (resources / 'atlas.gresource.xml').read_text(encoding='utf-8')
    loaded = {}
    for path, text in house.texts.items():
        for name in TEMPLATE.findall(text):
            loaded.setdefault(name, []).append(path)
    for path in sorted((resources / 'ui').glob('*.ui')):
        if f'>ui/{path.name}<' not in manifest:
            house.fault(path, 'not in resources/atlas.gresource.xml')
        templates = list(ElementTree.parse(path).getroot().iter('template'))
        for template in templates:
            name = class_to_name(template.get('class'))
            if path.name != f'{name}.ui':
                house.fault(path, f'the template of {template.get("class")} belongs in {name}.ui')
            if [user.name for user in loaded.get(path.name, [])] != [f'atlas-{name}.c']:
                users = ', '.join(user.name for user in loaded.get(path.name, [])) or 'nobody'
                house.fault(path, f'loaded by {users}, expected atlas-{name}.c alone')
        if len(templates) > 1:
            house.fault(path, f'{len(templates)} templates, expected one')
    for name, users in loaded.items():
        if not (resources / 'ui' / name).exists():
            house.fault(users[0], f'resources/ui/{name} does not exist')


CHECKS = [
    check_floors, check_names, check_libraries, check_cycles, check_first_lines, check_listed, check_templates,
]


def main():
    house = House(pathlib.Path(sys.argv[1]).resolve())
    if len(house.texts) < len(FLOORS):
        sys.exit(f'{sys.argv[1]}: there is no house here')
    for check in CHECKS:
        check(house)
    for fault in house.faults:
        print(fault)
    print(f'{len(house.texts)} files, {len(house.faults)} faults')
    sys.exit(1 if house.faults else 0)


if __name__ == '__main__':
    main()
