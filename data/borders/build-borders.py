#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Assembles the borders of the atlas.

Lines (lines-*.geojson) make rings (areas.json); areas are painted one over the other for a time
(layers.json), so that every day has one controlling hand and no gap; claims and occupations lie on top
(overlays.json). All rings are cut at their crossings into one net. Each border is then written once,
as a segment, and territories name their segments. To correct a border, edit one point or one recipe
and run this script: it writes segments.geojson, territories.geojson and controls.geojson to data/atlas.
"""
import calendar
import datetime
import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

from shapely.geometry import LineString, Point, Polygon, box, shape
from shapely.ops import polygonize, unary_union
from shapely.prepared import prep

HERE = Path(__file__).resolve().parent
ATLAS = HERE.parent / 'atlas'
FIRST, LAST = datetime.date(1717, 1, 1), datetime.date(1949, 12, 31)
DIGITS = 5
SLIVER = 100  # km2: narrow faces below this are no land of their own
JOIN = 0.02  # degrees: an end this near to another line is meant to lie on it


def load(name):
    return json.loads((HERE / name).read_text(encoding='utf-8'))


# ---------------------------------------------------------------- dates

def bounds(edtf):
    """Earliest and latest day of a date without interval; sets count from first to last member."""
    if edtf.startswith('['):
        parts = re.split(r'\.\.|,', edtf.strip('[]'))
        return bounds(parts[0])[0], bounds(parts[-1])[1]
    plain = edtf.rstrip('?~%')
    fields = [int(x) for x in plain.split('-')]
    if len(fields) == 1:
        return datetime.date(fields[0], 1, 1), datetime.date(fields[0], 12, 31)
    if len(fields) == 2:
        return datetime.date(*fields, 1), datetime.date(*fields, calendar.monthrange(*fields)[1])
    return datetime.date(*fields), datetime.date(*fields)


def before(edtf, begin):
    """The date that ends a stage whose successor begins at edtf: of the same precision where that can be."""
    day = bounds(edtf)[0] - datetime.timedelta(1)
    mark = edtf[-1] if edtf[-1] in '?~%' else ''
    fields = edtf.rstrip('?~%').count('-')
    text = ('%04d' % day.year, '%04d-%02d' % (day.year, day.month), day.isoformat())[fields]
    if bounds(text)[0] < begin:
        text = day.isoformat()
    return text + mark


# ---------------------------------------------------------------- lines and rings

def rounded(point):
    return (round(point[0], DIGITS) + 0.0, round(point[1], DIGITS) + 0.0)


def metres(a, b):
    return math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1]) * 111195


def insert(points, target, reach):
    """Makes the line pass through target if it comes within reach; returns whether it does."""
    best = min(range(len(points)), key=lambda i: math.dist(points[i], target))
    if math.dist(points[best], target) <= reach:
        points[best] = target
        return True
    place = LineString(points).project(Point(target))
    line = LineString(points)
    if line.distance(Point(target)) > reach:
        return False
    run = 0.0
    for i in range(len(points) - 1):
        step = math.dist(points[i], points[i + 1])
        if run + step >= place:
            points.insert(i + 1, target)
            return True
        run += step
    return False


def read_lines():
    lines, info = {}, {}
    for name in ('lines-outer.geojson', 'lines-frontier.geojson'):
        for feature in load(name)['features']:
            key = feature['properties']['id']
            if key in ('land', 'caspian'):
                info[key] = shape(feature['geometry'])
                continue
            lines[key] = [rounded(c) for c in feature['geometry']['coordinates']]
            info[key] = feature['properties']
    ends = sorted({p for points in lines.values() for p in (points[0], points[-1])})
    for key, points in lines.items():
        own = {points[0], points[-1]}
        for end in ends:
            if end not in own and end not in points:
                first, last = points[0], points[-1]
                insert(points, end, JOIN)
                if points[0] != first and first in ends:
                    points.insert(0, first)
                if points[-1] != last and last in ends:
                    points.append(last)
    return lines, info, Polygon(info.pop('land').exterior.coords, [info.pop('caspian').exterior.coords])


def vertex(points, target, where):
    """Index of the vertex of the line at target; the line gets one there if it has none."""
    best = min(range(len(points)), key=lambda i: math.dist(points[i], target))
    if math.dist(points[best], target) > 0.03:
        line = LineString(points)
        if line.distance(Point(target)) > 0.5:
            sys.exit('%s: %s is far from the line' % (where, target))
        foot = line.interpolate(line.project(Point(target)))
        insert(points, rounded((foot.x, foot.y)), 1e-4)
        best = min(range(len(points)), key=lambda i: math.dist(points[i], (foot.x, foot.y)))
    return best


def read_areas(lines):
    recipes = load('areas.json')
    for key, recipe in recipes.items():  # first all cuts, so that every user of a line sees the same vertices
        for item in recipe['ring']:
            if isinstance(item, dict):
                vertex(lines[item['line']], item['from'], key)
                vertex(lines[item['line']], item['to'], key)
    areas, loose = {}, []
    for key, recipe in recipes.items():
        ring, own = [], []
        for item in recipe['ring']:
            if isinstance(item, str):
                part = lines[item[1:]][::-1] if item.startswith('-') else lines[item]
            elif isinstance(item, dict):
                points = lines[item['line']]
                i, j = (vertex(points, item[end], key) for end in ('from', 'to'))
                part = points[i:j + 1] if i <= j else points[j:i + 1][::-1]
            else:
                part = [rounded(item)]
            if ring and ring[-1] != part[0]:
                own.append((ring[-1], part[0]))
            ring += part[1:] if ring and ring[-1] == part[0] else part
        if ring[0] != ring[-1]:
            own.append((ring[-1], ring[0]))
            ring.append(ring[0])
        polygon = Polygon(ring)
        if not polygon.is_valid:
            polygon = polygon.buffer(0)
            if polygon.geom_type == 'MultiPolygon':
                print('note: area %s falls into %d parts' % (key, len(polygon.geoms)))
        areas[key] = polygon
        loose += [(key, recipe.get('edge', 'edge'), LineString(pair)) for pair in own]
        recipe['line'] = LineString(ring)
    return areas, recipes, loose


def net(parts):
    """One net of edges: cut at crossings, on the grid, repeated until nothing moves."""
    merged = unary_union(parts)
    for _ in range(12):
        pieces = []
        for line in merged.geoms:
            points = [rounded(c) for c in line.coords]
            points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if len(points) > 1:
                pieces.append(LineString(points))
        again = unary_union(pieces)
        done = {rounded(c) for l in again.geoms for c in l.coords} == {c for l in again.geoms for c in l.coords}
        if done and again.equals(merged):
            return again
        merged = again
    return merged


# ---------------------------------------------------------------- painting

def is_sliver(face):
    scale = math.cos(math.radians(face.representative_point().y))
    area = face.area * scale * 111.195 ** 2
    along = sum(metres(a, b) for a, b in zip(face.exterior.coords, face.exterior.coords[1:])) / 1000
    return area < 35 or (area < SLIVER and 4 * math.pi * area / along ** 2 < 0.3)


class Faces:
    def __init__(self, parts):
        self.net = net(parts)
        self.faces = list(polygonize(self.net))
        self.points = [face.representative_point() for face in self.faces]
        self.within = {}

    def area(self, key, polygon):
        ready = prep(polygon)
        self.within[key] = frozenset(i for i, point in enumerate(self.points) if ready.contains(point))

    def absorb(self, label, rank):
        """Two lines that mean the same leave slivers between them. A sliver joins the neighbour beyond its least
        important edges, so that the border stays on the line that is better known."""
        at = defaultdict(list)
        for i, face in enumerate(self.faces):
            points = face.exterior.coords
            for a, b in zip(points, points[1:]):
                at[(a, b) if a < b else (b, a)].append(i)
        slivers = {i for i, face in enumerate(self.faces) if is_sliver(face)}
        shared = defaultdict(lambda: defaultdict(float))
        for (a, b), both in at.items():
            if len(both) == 2 and slivers.intersection(both):
                kind, keys = label((a, b))
                weight = -1e9 if kind == 'coast' else (1 + min((rank.get(key, 300) for key in keys), default=300)) ** 2
                for i, j in (both, both[::-1]):
                    shared[i][j] += weight * metres(a, b)
        home = {}
        for _ in range(8):  # a sliver may lie between slivers
            for i in sorted(slivers - set(home)):
                near = {home.get(j, j): 0.0 for j in shared[i] if j not in slivers or j in home}
                for j, length in shared[i].items():
                    if home.get(j, j) in near:
                        near[home.get(j, j)] += length
                if near:
                    home[i] = max(sorted(near), key=near.get)
        for key, area in self.within.items():
            self.within[key] = frozenset(i for i in range(len(self.faces)) if home.get(i, i) in area)
        return len(home)

    def select(self, expression):
        """a & b - c + d, from left to right."""
        tokens = expression.split()
        chosen = self.within[tokens[0]]
        for sign, key in zip(tokens[1::2], tokens[2::2]):
            other = self.within[key]
            chosen = chosen & other if sign == '&' else chosen - other if sign == '-' else chosen | other
        return chosen


def paint(layers, faces, days):
    """For each span between two changes, the faces of each (polity, standing, over)."""
    base = faces.within['land']
    chosen = [faces.select(layer['area']) & base for layer in layers]
    spans = []
    for day in days:
        owner = {}
        for layer, area in zip(layers, chosen):
            if layer['begin'] <= day < layer['stop']:
                holder = (layer['polity'], layer.get('standing', 'sovereign'), layer.get('over', '')) if layer['polity'] else None
                for face in area:
                    owner[face] = holder
        groups = defaultdict(set)
        for face, holder in owner.items():
            if holder:
                groups[holder].add(face)
        spans.append({key: frozenset(value) for key, value in groups.items()})
    return spans


def stages(spans, days):
    """Runs of days on which a holder has the same faces: (holder, first, stop, faces)."""
    runs, open_runs = [], {}
    for day, groups in list(zip(days, spans)) + [(LAST + datetime.timedelta(1), {})]:
        for holder, (first, area) in list(open_runs.items()):
            if groups.get(holder) != area:
                runs.append((holder, first, day, area))
                del open_runs[holder]
        for holder, area in groups.items():
            open_runs.setdefault(holder, (day, area))
    return runs


def lost(overlay, faces, spans, days):
    """Runs of days on which the same part of an overlay's area is not held by its polity, nor by those under it."""
    base = faces.select(overlay['area']) & faces.within['land']
    polity = overlay['polity']
    runs = []
    for i, (day, groups) in enumerate(zip(days, spans)):
        first = max(day, overlay['begin'])
        stop = min(days[i + 1] if i + 1 < len(days) else LAST + datetime.timedelta(1), overlay['stop'])
        if first >= stop:
            continue
        held = frozenset().union(*(area for holder, area in groups.items() if polity in (holder[0], holder[2])))
        if runs and runs[-1][2] == base - held:
            runs[-1][1] = stop
        else:
            runs.append([first, stop, base - held])
    return [run for run in runs if run[2]]


# ---------------------------------------------------------------- segments

class Segments:
    """Edges that some territory uses, joined to the longest runs between junctions."""

    def __init__(self, faces, runs):
        self.shapes = {}
        self.used = defaultdict(list)
        areas = {run[3] for run in runs}
        for area in areas:
            merged = unary_union([faces.faces[i] for i in area])
            self.shapes[area] = list(merged.geoms) if merged.geom_type == 'MultiPolygon' else [merged]
        for holder, first, stop, area in runs:
            for polygon in self.shapes[area]:
                for ring in (polygon.exterior, *polygon.interiors):
                    points = ring.coords
                    for a, b in zip(points, points[1:]):
                        self.used[(a, b) if a < b else (b, a)].append((first, stop, holder))

    def join(self, label):
        """label(edge) names the source of an edge; runs end where it changes."""
        at = defaultdict(list)
        labels = {}
        for edge in self.used:
            labels[edge] = label(edge)
            at[edge[0]].append(edge)
            at[edge[1]].append(edge)
        hard = {p for p, edges in at.items() if len(edges) != 2 or labels[edges[0]] != labels[edges[1]]
                or set(self.used[edges[0]]) != set(self.used[edges[1]])}
        self.lines, self.of_edge, seen = [], {}, set()

        def walk(start, edge):
            points = [start]
            edges = []
            while True:
                seen.add(edge)
                edges.append(edge)
                points.append(edge[1] if edge[0] == points[-1] else edge[0])
                if points[-1] in hard or points[-1] == start:
                    return points, edges
                nxt = [e for e in at[points[-1]] if e not in seen]
                if not nxt:
                    return points, edges
                edge = nxt[0]

        for start in sorted(hard) + sorted(at):
            for edge in at[start]:
                if edge not in seen and (start in hard or all(p not in hard for p in edge)):
                    points, edges = walk(start, edge)
                    index = len(self.lines)
                    self.lines.append((points, labels[edges[0]], edges))
                    for k, e in enumerate(edges):
                        self.of_edge[e] = (index, k, points[k] == e[0])
        missing = [e for e in self.used if e not in self.of_edge]
        if missing:
            sys.exit('edges in no segment: %d' % len(missing))

    def rings(self, area, ids):
        result = []
        for polygon in sorted(self.shapes[area], key=lambda p: -p.area):
            rings = []
            for ring in (polygon.exterior, *polygon.interiors):
                points = list(ring.coords)[:-1]
                steps = []
                for a, b in zip(points, points[1:] + points[:1]):
                    index, k, forward = self.of_edge[(a, b) if a < b else (b, a)]
                    along = forward == (a < b)
                    steps.append((index, k, along))
                # start where a segment starts
                n = len(steps)
                for s in range(n):
                    index, k, along = steps[s]
                    size = len(self.lines[index][2])
                    if k == (0 if along else size - 1):
                        break
                steps = steps[s:] + steps[:s]
                names, i = [], 0
                while i < n:
                    index, k, along = steps[i]
                    size = len(self.lines[index][2])
                    run = [(index, j, along) for j in (range(size) if along else range(size - 1, -1, -1))]
                    if steps[i:i + size] != run:
                        sys.exit('a ring leaves segment %s half way' % ids[index])
                    names.append(ids[index] if along else '-' + ids[index])
                    i += size
                rings.append(names)
            result.append(rings)
        return result


# ---------------------------------------------------------------- phases

WIDTHS = {'edge': 80, 'town': 40, 'city': 5, 'steppe': 100, 'khanate': 80, 'far': 100, 'dzungar': 150, 'front': 25,
          'proposed': 40, 'claim': 80, 'reconstruction': 40}


def days_of(spans):
    """Joins (first, stop) spans."""
    joined = []
    for first, stop in sorted(spans):
        if joined and first <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], stop)
        else:
            joined.append([first, stop])
    return joined


def minus(spans, cut):
    out = []
    for first, stop in spans:
        a, b = cut
        if stop <= a or first >= b:
            out.append([first, stop])
        else:
            if first < a:
                out.append([first, a])
            if b < stop:
                out.append([b, stop])
    return out


def interval(first, stop, fuzzy=()):
    """From first to the day before stop; days in fuzzy are marked as approximate."""
    end = '..' if stop > LAST else (stop - datetime.timedelta(1)).isoformat() + ('~' if stop in fuzzy else '')
    return '%s%s/%s' % (first.isoformat(), '~' if first in fuzzy else '', end)


def by_language(texts, hans):
    out = {'en': texts['en']}
    if 'zh' in texts:
        out['zh-Hant'] = texts['zh']
        out['zh-Hans'] = ''.join(hans[c] if '\u4e00' <= c <= '\u9fff' else c for c in texts['zh'])
    if 'ru' in texts:
        out['ru'] = texts['ru']
    return out


FALLBACK = {'en': 'Not known from a text for these years; a reconstruction within the width given.',
            'zh': '此時期未見文本依據，在所示寬度內推定。'}
ROUND_A_CITY = {'en': 'A ring round one place, to show who held it; not a line on the ground.',
                'zh': '僅環其地，以示歸屬，非實地之界。'}


def phases_of(label, spans, phases, hans):
    kind, keys = label
    if kind in ('coast', 'frame'):
        return [{'when': '1717-01-01/..', 'basis': kind, 'width-km': 0, 'form': 'line'}]
    out, todo = [], [list(s) for s in days_of(spans)]
    for key in keys:
        for phase in phases.get(key, []):
            a = bounds(phase['from'])[0]
            b = bounds(phase['until'])[0] if phase.get('until') else LAST + datetime.timedelta(1)
            covered = [[max(s[0], a), min(s[1], b)] for s in todo if s[0] < b and a < s[1]]
            for first, stop in covered:
                fuzzy = {bounds(t)[0] for t in (phase['from'], phase.get('until') or '') if t[-1:] in ('~', '?', '%')}
                item = {'when': interval(first, stop, fuzzy),
                        'basis': phase['basis'], 'width-km': phase['width'], 'form': phase.get('form', 'line')}
                if 'act' in phase:
                    item['act'] = by_language(phase['act'], hans)
                for word in ('event', 'asserted-by', 'text-read'):
                    if word in phase:
                        item[word] = phase[word]
                if 'note' in phase:
                    item['note'] = by_language(phase['note'], hans)
                item['citations'] = [{'@id': c} for c in phase.get('cite', ['source/general-knowledge'])]
                out.append(item)
                todo = minus(todo, (first, stop))
    city = kind == 'city'
    for first, stop in todo:
        out.append({'when': interval(first, stop), 'basis': 'control' if city else 'reconstruction', 'width-km': WIDTHS[kind], 'form': 'line',
                    'note': by_language(ROUND_A_CITY if city else FALLBACK, hans), 'citations': [{'@id': 'source/general-knowledge'}]})
    return sorted(out, key=lambda p: p['when'])


def labeller(lines, recipes, loose, land):
    """Which lines an edge lies on, best first."""
    geometry, names = [], []
    for key, points in lines.items():
        for a, b in zip(points, points[1:]):
            geometry.append(LineString((a, b)))
            names.append(('line', key))
    for area, kind, line in loose:
        geometry.append(line)
        names.append((kind, area))
    shores = [pair for ring in (land.exterior, *land.interiors) for pair in zip(ring.coords, ring.coords[1:])]
    for a, b in shores:
        geometry.append(LineString((a, b)))
        side = any(abs(a[i] - v) < 1e-6 and abs(b[i] - v) < 1e-6 for i, v in ((0, 20), (0, 140), (1, 15), (1, 75)))
        names.append(('frame' if side else 'coast', 'land'))
    cells = defaultdict(list)
    for i, line in enumerate(geometry):  # a grid of half degrees
        x0, y0, x1, y1 = (math.floor(v * 2 + d) for v, d in zip(line.bounds, (-.01, -.01, .01, .01)))
        for x in range(x0, x1 + 1):
            for y in range(y0, y1 + 1):
                cells[x, y].append(i)
    rank = {key: i for i, key in enumerate(load('phases.json'))}
    western = {(30, 71), (29, 66), (28, 62), (27.5, 59), (28, 57), (30.5, 54), (33, 51.5), (38, 49.5), (39, 47), (37.5, 45)}
    west = LineString([(30, 75), *sorted(western, key=lambda p: -p[1]), (39.99, 43.41)])

    def label(edge):
        middle = Point((edge[0][0] + edge[1][0]) / 2, (edge[0][1] + edge[1][1]) / 2)
        near = [names[i] for i in cells[math.floor(middle.x * 2), math.floor(middle.y * 2)]
                if geometry[i].distance(middle) < 4e-5]
        if not near:
            return ('edge', ())
        found = sorted({n for n in near if n[0] == 'line'}, key=lambda n: (rank.get(n[1], 999), n[1]))
        if found:
            return ('edge', tuple(n[1] for n in found))
        if any(n[0] in ('coast', 'frame') for n in near):
            return (sorted(n[0] for n in near if n[0] in ('coast', 'frame'))[0], ())
        if west.distance(middle) < 0.5 and middle.x < 40.5:
            return ('frame', ())
        best = sorted(near)[0]
        return (best[0], ('edge-' + best[1],))
    return label


# ---------------------------------------------------------------- writing

def write(name, features):
    body = ',\n'.join(json.dumps(f, ensure_ascii=False, separators=(',', ':')) for f in features)
    (ATLAS / name).write_text('{"type":"FeatureCollection","features":[\n%s\n]}\n' % body, encoding='utf-8')


def feature(key, title, kind, geometry, words, extra):
    return {'type': 'Feature', '@id': key, 'properties': {'title': title, 'atlas:kind': kind}, **words,
            'geometry': geometry, **extra}


def main():
    hans = load('hant-hans.json')
    lines, info, land = read_lines()
    areas, recipes, loose = read_areas(lines)
    layers, overlays, acts, phases = (load(n + '.json') for n in ('layers', 'overlays', 'acts', 'phases'))
    polities = load('polities.json')
    edtf = defaultdict(set)
    for layer in layers + overlays:
        for key, end, default in (('from', 'begin', FIRST), ('until', 'stop', LAST + datetime.timedelta(1))):
            layer[end] = max(FIRST, bounds(layer[key])[0]) if layer.get(key) else default
            if layer.get(key):
                known = layer[key]
                if known.startswith('['):  # a set is drawn on its first day
                    known = layer[end].isoformat() + '~'
                edtf[layer[end]].add(known)
    frame = box(20, 15, 140, 75)
    land = Polygon([rounded(c) for c in land.exterior.coords], [[rounded(c) for c in hole.coords] for hole in land.interiors])
    faces = Faces([recipe['line'] for recipe in recipes.values()] + [land.boundary, frame.exterior])
    for key, polygon in areas.items():
        faces.area(key, polygon)
    faces.area('land', land)
    label = labeller(lines, recipes, loose, land)
    slivers = faces.absorb(label, {key: i for i, key in enumerate(phases)})
    days = sorted({FIRST} | {layer[k] for layer in layers for k in ('begin', 'stop') if layer[k] <= LAST})

    def dated(day, polity):
        known = sorted(edtf[day], key=lambda e: ('%s|%s' % (e, polity) not in acts, e not in acts, -len(e)))
        return known[0] if known else day.isoformat()

    spans = paint(layers, faces, days)
    marked = [(run, None) for run in stages(spans, days)]
    for overlay in overlays:
        holder = (overlay['polity'], overlay['standing'], overlay.get('over', ''))
        if overlay.get('lost'):
            for first, stop, area in lost(overlay, faces, spans, days):
                part = {**overlay, 'from': dated(first, overlay['polity']), 'until': dated(stop, overlay['polity'])}
                marked.append(((holder, first, stop, area), part))
        else:
            area = faces.select(overlay['area']) & faces.within['land']
            marked.append(((holder, overlay['begin'], overlay['stop'], area), overlay))
    segments = Segments(faces, [run for run, _ in marked])
    segments.join(label)

    # segments
    titles = load('line-titles.json')
    count, ids, features = defaultdict(int), [], []
    for points, label, edges in segments.lines:
        base = label[1][0] if label[1] else label[0]
        count[base] += 1
        ids.append('segment/%s-%d' % (base, count[base]))
    for (points, label, edges), key in zip(segments.lines, ids):
        control = [(a, b) for a, b, holder in segments.used[edges[0]] if holder[1] != 'claim']
        spans = control or [(a, b) for a, b, holder in segments.used[edges[0]]]
        every = [(a, b) for a, b, holder in segments.used[edges[0]]]
        base = label[1][0] if label[1] else label[0]
        title = (titles.get(base) or titles.get(base.replace('edge-', '')) or
                 (titles['edge'] if base.startswith('edge-') else {'en': 'Outer edge of the drawing', 'zh': '圖幅外緣'}))
        props = {'atlas:title': by_language(title, hans), 'atlas:phases': phases_of(label, every, phases, hans)}
        source = info.get(base, {}).get('provenance')
        if source:
            props['atlas:provenance'] = source
        features.append(feature(key, title['en'], 'segment', {'type': 'LineString', 'coordinates': [list(p) for p in points]}, props, {}))
    used = {k for _, label, _ in segments.lines for k in label[1]}
    for key in load('standalone.json'):  # lines that bound no territory but were proposed or asserted
        label = ('edge', (key,))
        every = [(bounds(p['from'])[0], bounds(p['until'])[0]) for p in phases[key]]
        features.append(feature('segment/%s-0' % key, titles[key]['en'], 'segment',
                                {'type': 'LineString', 'coordinates': [list(p) for p in lines[key]]},
                                {'atlas:title': by_language(titles[key], hans),
                                 'atlas:phases': phases_of(label, every, phases, hans),
                                 'atlas:provenance': info[key]['provenance']}, {}))
    write('segments.geojson', features)

    # territories
    territories, names = [], defaultdict(int)
    for (holder, first, stop, area), overlay in sorted(marked, key=lambda m: (m[0][1], m[0][0])):
        polity, standing, over = holder
        if not area:
            sys.exit('%s: empty area' % (holder,))
        slug = polity.split('/')[1] + ('' if standing in ('sovereign', 'control', 'unadministered') else '-' + standing)
        key = 'territory/%s-%s' % (overlay['id'] if overlay else slug, first.isoformat())
        names[key] += 1
        if names[key] > 1:
            key += '-%d' % names[key]
        start = '1717-01-01' if first == FIRST else overlay['from'] if overlay else dated(first, polity)
        if stop > LAST:
            end = '..'
        else:
            end = before(overlay['until'] if overlay else dated(stop, polity), first)
        began = start
        if end != '..' and bounds(start)[1] > bounds(end)[1]:
            start = first.isoformat() + '~'
        title = overlay['title'] if overlay and 'title' in overlay else polities[polity]
        props = {'atlas:title': by_language(title, hans), 'atlas:polity': polity, 'atlas:standing': standing}
        if over:
            props['atlas:over'] = over
        if overlay and overlay.get('viewpoint'):
            props['atlas:viewpoint'] = overlay['viewpoint']
        act = (overlay or {}).get('act') or acts.get('%s|%s' % (began, polity)) or acts.get(began)
        cite = ['source/general-knowledge']
        if act:
            props['atlas:act'] = by_language(act, hans)
            if 'event' in act:
                props['atlas:act-event'] = act['event']
            cite = act.get('cite', cite)
        if stop <= LAST:
            over_act = (overlay or {}).get('end-act') or acts.get('%s|%s' % (dated(stop, polity), polity)) or acts.get(dated(stop, polity))
            if over_act:
                props['atlas:end-act'] = by_language(over_act, hans)
        props['atlas:rings'] = segments.rings(area, ids)
        territories.append(feature(key, title['en'], 'territory', None, props, {
            'when': {'timespans': [{'start': {'in': start}, 'end': {'in': end}}]},
            'citations': [{'@id': c} for c in cite]}))
    write('territories.geojson', territories)
    controls(hans)
    size = (ATLAS / 'segments.geojson').stat().st_size
    print('%d faces (%d slivers), %d segments (%d kB), %d territories, %d change days' %
          (len(faces.faces), slivers, len(features), size // 1000, len(territories), len(days)))


def controls(hans):
    features = []
    for row in load('changes.json'):
        extra = {'when': {'timespans': [{'start': {'in': row['date']}}]}, 'citations': [{'@id': c} for c in row['cite']]}
        props = {'atlas:title': by_language(row['title'], hans), 'atlas:place': row['place'], 'atlas:from': row['from'], 'atlas:to': row['to'],
                 'atlas:act': by_language(row['act'], hans)}
        if 'event' in row:
            props['atlas:event'] = row['event']
        features.append(feature(row['id'], row['title']['en'], 'control', None, props, extra))
    write('controls.geojson', features)


if __name__ == '__main__':
    main()
