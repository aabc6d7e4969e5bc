#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the derived files of the base map from packages of Debian 12.

    apt-get download libgnudatalanguage0 libmagics++-data marble-qt-data gmt-gshhg-high
    for f in *.deb; do dpkg -x "$f" unpacked; done
    ./build-basemap.py unpacked

or, to have it fetch and unpack them in a temporary folder, ./build-basemap.py without arguments.
Needs python3-numpy, python3-pil, python3-shapely, python3-gdal, and gmt with gmt-gshhg-high installed for the minor rivers.
The output is the same for the same packages; README.md says what is in each file.
"""

import hashlib
import json
import math
import pathlib
import struct
import subprocess
import sys
import tempfile

import numpy as np
from osgeo import ogr
from PIL import Image
from shapely import wkb
from shapely.geometry import LineString, Polygon, box
from shapely.ops import linemerge, unary_union
from shapely.prepared import prep

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = ["libgnudatalanguage0", "libmagics++-data", "marble-qt-data", "gmt-gshhg-high"]

# The piece of the world that is shown in detail: degrees west, south, east, north.
REGION = (40, 20, 130, 62)
# The minor rivers are taken for the stage of the story only.
STAGE = (60, 33, 100, 57)

# Rasters: samples per degree in the source, and by how much the world is coarser than the region.
SAMPLES = 30
WORLD_STEP = 5

# Vectors: one unit is the world's width in Web Mercator divided by 2^22.
UNITS = 1 << 22
OCEAN, LAKE, RIVER, GLACIER, BORDER = range(5)
# How far a vertex must stand out to be kept at a level of detail, in units: a third of a pixel at
# zooms 10, 7, 5 and 3.4.
TOLERANCES = (5.4, 43.0, 172.0, 520.0)

# Reservoirs made in the twentieth century, and hollows that its irrigation filled (Aydarkul, Sarygamysh,
# Razzaza), by their row number in ne_10m_lakes. The Aral is replaced by its historic shore.
RESERVOIRS = set(range(1041, 1070)) | set(range(1095, 1111)) | set(range(1176, 1262)) | {1305, 1308, 1327}
ARAL_ROWS = (57, 43, 63, 47.5)
# Zaysan with the reservoir that floods the Irtysh below it; opening by this radius, in degrees, leaves the lake.
ZAYSAN, ZAYSAN_OPENING = 1051, 0.11
# Waterways dug later than the story.
CANAL_WORDS = ("canal", "kanal")


def fetch(folder):
    for name in PACKAGES:
        subprocess.run(["apt-get", "download", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for package in sorted(folder.glob("*.deb")):
        subprocess.run(["dpkg", "-x", str(package), str(folder / "unpacked")], check=True)
    return folder / "unpacked"


# --- rasters -------------------------------------------------------------------------------------


def blur(a, sigma):
    radius = int(3 * sigma + 1)
    k = np.exp(-np.arange(-radius, radius + 1) ** 2 / (2.0 * sigma * sigma))
    k = (k / k.sum()).astype(np.float32)
    p = np.pad(a, ((radius, radius), (0, 0)), "edge")
    o = sum(k[i] * p[i : i + a.shape[0]] for i in range(2 * radius + 1))
    p = np.pad(o, ((0, 0), (radius, radius)), "wrap")
    return sum(k[i] * p[:, i : i + a.shape[1]] for i in range(2 * radius + 1))


def read_heights(root):
    folder = root / "usr/share/marble/data/maps/earth/srtm/3"
    image = Image.new("L", (360 * SAMPLES, 180 * SAMPLES))
    for row in range(8):
        for column in range(16):
            tile = Image.open(folder / f"{row:06d}" / f"{row:06d}_{column:06d}.jpg").convert("L")
            image.paste(tile, (column * 675, row * 675))
    return np.asarray(image).astype(np.float32)


def make_tint(code):
    """Height as the place between the five stops of the hypsometric tint: 0, 64, 128, 192, 255.

    The source codes height in grey levels that grow finer towards the lowlands; the table was read off at
    places of known height. The smoothing hides its steps."""
    metres = np.interp(
        code,
        [85, 90, 110, 127, 141, 160, 168, 181, 188, 200, 214, 231, 243],
        [0, 20, 60, 150, 342, 780, 900, 1150, 1607, 2500, 3650, 5000, 6600],
    )
    metres = metres.astype(np.float32)
    # Plains are smoothed further: the blocks of the source's compression would show there.
    rough = np.clip((blur(np.abs(metres - blur(metres, 4)), 6) - 8) / 50, 0, 1)
    metres = blur(metres, 6) * (1 - rough) + blur(metres, 1.3) * rough
    return np.interp(metres, [100, 500, 1400, 3100, 6000], [0, 64, 128, 192, 255])


def make_shade(relief, code):
    """Hill shade with 128 for level ground, less for slopes that look away from the north-west.

    The drawn relief carries a tone that rises with height; what flat ground has at each height is taken away.
    Ground without slopes is smoothed so that plains stay quiet."""
    flat = np.interp(
        blur(code, 2.5),
        np.array([80, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210, 220, 230, 245]) + 5,
        [139, 147, 151, 154, 160, 166.5, 172.5, 177, 181, 185, 192, 201, 207, 219, 226, 232],
    ).astype(np.float32)
    d = relief - flat
    rough = blur(np.abs(d - blur(d, 4)), 5)
    w = np.clip((rough - 0.8) / 3.5, 0, 1)
    w = w * w * (3 - 2 * w)
    d = blur(d, 2.0) * (1 - w) * 0.5 + d * w
    height = blur(code, 5)
    south, east = np.gradient(height)
    d = np.where(d < 0, d, 2.0 * d) + np.clip((south + east) * 6.0, -14, 14)
    return np.clip(128 + d, 0, 255)


def save_raster(a, name, quality):
    Image.fromarray(np.rint(a).astype(np.uint8), "L").save(HERE / name, quality=quality, optimize=True, subsampling=0)
    print(name, (HERE / name).stat().st_size)


def shrink(a, n):
    h, w = a.shape[0] // n, a.shape[1] // n
    return a[: h * n, : w * n].reshape(h, n, w, n).mean((1, 3))


def build_rasters(root):
    Image.MAX_IMAGE_PIXELS = None
    relief = np.asarray(
        Image.open(root / "usr/share/gnudatalanguage/resource/maps/earth.jpg").convert("L")
    ).astype(np.float32)
    code = read_heights(root)
    tint = make_tint(code)
    shade = make_shade(relief, code)
    west, south, east, north = REGION
    cut = np.s_[
        (90 - north) * SAMPLES : (90 - south) * SAMPLES, (180 + west) * SAMPLES : (180 + east) * SAMPLES
    ]
    save_raster(shrink(tint[cut], 2), "region-tint.jpg", 95)
    save_raster(shade[cut], "region-shade.jpg", 86)
    save_raster(shrink(tint, 2 * WORLD_STEP), "world-tint.jpg", 92)
    save_raster(shrink(shade, WORLD_STEP), "world-shade.jpg", 82)


# --- vectors -------------------------------------------------------------------------------------


def read_shapes(path):
    source = ogr.Open(str(path))
    layer = source.GetLayer()
    names = [layer.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(layer.GetLayerDefn().GetFieldCount())]
    for feature in layer:
        geometry = feature.GetGeometryRef()
        if geometry is None:
            continue
        geometry.FlattenTo2D()
        yield feature.GetFID(), wkb.loads(bytes(geometry.ExportToWkb())), {n: feature.GetField(n) for n in names}


def read_pn2(path):
    """Marble's packed polygons, version 2; README.md of the folder names the layout."""
    data = path.read_bytes()
    version, count, coloured = struct.unpack_from(">BIB", data)
    assert version == 2, path
    at = 6
    rings = []
    for _ in range(count):
        flag, _ident = struct.unpack_from(">BI", data, at)
        at += 5 + (1 if coloured else 0)
        (nodes,) = struct.unpack_from(">I", data, at)
        at += 4
        points = []
        for _ in range(nodes):
            lat, lon, children = struct.unpack_from(">hhh", data, at)
            at += 6
            points.append((lon / 120, lat / 120))
            for _ in range(children):
                dlat, dlon = struct.unpack_from(">bb", data, at)
                at += 2
                points.append(((lon + dlon) / 120, (lat + dlat) / 120))
        if len(points) > 3:
            rings.append((flag, points))
    return rings


def to_units(points):
    a = np.asarray(points, dtype=float)[:, :2]
    lat = np.radians(np.clip(a[:, 1], -89.5, 89.5))
    x = (a[:, 0] + 180) / 360
    y = 0.5 - np.arcsinh(np.tan(lat)) / (2 * math.pi)
    return np.rint(np.column_stack([x, y]) * UNITS).astype(np.int64)


def significance(p):
    """For each vertex the greatest tolerance at which Douglas and Peucker's method keeps it."""
    n = len(p)
    keep = np.zeros(n)
    keep[0] = keep[-1] = np.inf
    stack = [(0, n - 1, np.inf)]
    q = p.astype(float)
    while stack:
        a, b, parent = stack.pop()
        if b - a < 2:
            continue
        d = q[b] - q[a]
        r = q[a + 1 : b] - q[a]
        length2 = d @ d
        if length2 > 0:
            t = np.clip(r @ d / length2, 0, 1)
            r = r - t[:, None] * d
        distance = np.hypot(r[:, 0], r[:, 1])
        i = int(distance.argmax())
        best = min(distance[i], parent)
        keep[a + 1 + i] = best
        stack += [(a, a + 1 + i, best), (a + 1 + i, b, best)]
    return keep


def on_box(a, b, frame):
    """Whether an edge runs along the frame by which shapes were cut: it is no shore."""
    if frame is None:
        return False
    w, n, e, s = frame
    return (
        (a[0] == b[0] and a[0] in (w, e, 0, UNITS)) or (a[1] == b[1] and (a[1] in (n, s) or not 0 < a[1] < UNITS))
    )


def levels_of(p, frame):
    """Level 0 to 3 for each vertex, the coarsest at which it is kept, or -1; and which edges are cuts."""
    cut = [False] + [on_box(p[i - 1], p[i], frame) for i in range(1, len(p))]
    fixed = sorted({0, len(p) - 1} | {i for i in range(1, len(p)) if cut[i]} | {i - 1 for i in range(1, len(p)) if cut[i]})
    level = np.full(len(p), -1)
    for a, b in zip(fixed, fixed[1:]):
        s = significance(p[a : b + 1])
        level[a : b + 1] = np.maximum(level[a : b + 1], np.searchsorted(TOLERANCES, s) - 1)
    level[fixed] = 3
    return level, cut


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return n << 1 if n >= 0 else (-n << 1) - 1


class Vectors:
    def __init__(self):
        self.body = bytearray()
        self.features = 0
        self.vertices = 0

    def add(self, kind, rank, points, closed, frame=None):
        p = to_units(points)
        if closed and len(p) > 3 and not (p[0] == p[-1]).all():
            p = np.vstack([p, p[:1]])
        if closed and len(p) > 8:
            # Two far vertices as ends, so that a ring does not collapse on its seam.
            p = np.vstack([p[:-1], p[:1]])
        p = p[np.concatenate([[True], (np.diff(p, axis=0) != 0).any(1)])]
        if len(p) < (4 if closed else 2):
            return
        level, cut = levels_of(p, frame)
        kept = [i for i in range(len(p)) if level[i] >= 0]
        if len(kept) < (4 if closed else 2):
            return
        self.body += bytes([kind, rank]) + varint(len(kept))
        last = np.zeros(2, dtype=np.int64)
        for i in kept:
            dx, dy = (p[i] - last).tolist()
            self.body += varint(zigzag(dx) << 3 | int(level[i]) << 1 | (1 if cut[i] else 0)) + varint(zigzag(dy))
            last = p[i]
        self.features += 1
        self.vertices += len(kept)

    def add_polygon(self, kind, rank, shape, frame=None, sign=1):
        """Outer rings one way round, inner rings the other: the painter fills by winding number."""
        for polygon in getattr(shape, "geoms", [shape]):
            if not isinstance(polygon, Polygon) or polygon.is_empty:
                continue
            for ring, want in [(polygon.exterior, True)] + [(r, False) for r in polygon.interiors]:
                points = list(ring.coords)
                if ring.is_ccw != want:
                    points.reverse()
                self.add(kind, rank, points, True, frame)

    def add_lines(self, kind, rank, shape):
        for line in getattr(shape, "geoms", [shape]):
            if isinstance(line, LineString) and len(line.coords) > 1:
                self.add(kind, rank, list(line.coords), False)

    def save(self, name):
        body = bytes(self.body)
        head = b"ATLASVEC" + struct.pack("<III", 1, self.features, self.vertices)
        (HERE / name).write_bytes(head + body)
        print(name, len(head + body), self.features, "features", self.vertices, "vertices")


def area_km2(shape):
    c = shape.centroid
    return shape.area * 111.32**2 * math.cos(math.radians(c.y))


def smooth(points, closed):
    """Chaikin's corner cutting, once: the sources drawn on a coarse grid lose their stairs."""
    a = np.asarray(points)
    q = a[:-1] * 0.75 + a[1:] * 0.25
    r = a[:-1] * 0.25 + a[1:] * 0.75
    out = np.empty((2 * len(q), 2))
    out[0::2], out[1::2] = q, r
    return np.vstack([out, out[:1]]) if closed else np.vstack([a[:1], out, a[-1:]])


def add_oceans(vectors, root, region, world_box):
    magics = root / "usr/share/magics"
    frame_px = to_units([(REGION[0], REGION[3]), (REGION[2], REGION[1])])
    frame = (*frame_px[0].tolist(), *frame_px[1].tolist())
    # The layer holds lakes as well; the oceans and the Caspian are its greatest shapes.
    for _fid, shape, _fields in read_shapes(magics / "10m/ne_10m_ocean.shp"):
        if shape.area > 20:
            vectors.add_polygon(OCEAN, 0, shape.buffer(0).intersection(region), frame)
    outside = world_box.difference(region)
    for _fid, shape, _fields in read_shapes(magics / "50m/ne_50m_ocean.shp"):
        if shape.area > 20:
            vectors.add_polygon(OCEAN, 0, shape.buffer(0).intersection(outside), frame)


def add_lakes(vectors, root, region):
    lakes = root / "usr/share/gnudatalanguage/resource/maps/high/ne_10m_lakes.shp"
    aral_box = box(*ARAL_ROWS)
    rings = [Polygon(smooth(p, True)) for _f, p in read_pn2(root / "usr/share/marble/data/naturalearth/ne_50m_lakes_historic.pn2")]
    aral = unary_union([r.buffer(0) for r in rings if aral_box.contains(r)])
    print("Aral", round(area_km2(aral)), "km2")
    vectors.add_polygon(LAKE, 1, aral)
    kept = [aral]
    for fid, shape, _fields in read_shapes(lakes):
        if (fid in RESERVOIRS and fid != ZAYSAN) or shape.representative_point().within(aral_box) and shape.intersects(aral.buffer(0.3)):
            continue
        shape = shape.buffer(0)
        if fid == ZAYSAN:
            opened = shape.buffer(-ZAYSAN_OPENING).buffer(ZAYSAN_OPENING * 1.15).intersection(shape)
            shape = max(getattr(opened, "geoms", [opened]), key=lambda g: g.area)
            print("Zaysan", round(area_km2(shape)), "km2")
        size = area_km2(shape)
        inside = region.contains(shape.representative_point())
        if size < (15 if inside else 900):
            continue
        rank = 1 if size > 4000 else 2 if size > 900 else 3 if size > 200 else 4
        vectors.add_polygon(LAKE, rank, shape)
        kept.append(shape)
    return kept


def river_rank(scale):
    return 1 if scale <= 3 else 2 if scale <= 5 else 3 if scale <= 7 else 4 if scale <= 8 else 5


def add_rivers(vectors, root, region, world_box):
    lines = []
    for _fid, shape, fields in read_shapes(root / "usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"):
        name = (fields["name"] or "").lower()
        if any(word in name for word in CANAL_WORDS):
            continue
        part = shape.intersection(region)
        if not part.is_empty:
            vectors.add_lines(RIVER, river_rank(fields["scalerank"]), part)
            lines.append(part)
    outside = world_box.difference(region)
    for _fid, shape, fields in read_shapes(root / "usr/share/magics/50m/ne_50m_rivers_lake_centerlines.shp"):
        vectors.add_lines(RIVER, min(4, river_rank(fields["scalerank"])), shape.intersection(outside))
    return lines


def add_glaciers(vectors, root):
    for _flag, points in read_pn2(root / "usr/share/marble/data/naturalearth/ne_50m_glaciated_areas.pn2"):
        shape = Polygon(smooth(points, True)).buffer(0)
        if not shape.is_empty and area_km2(shape) > 25:
            vectors.add_polygon(GLACIER, 0, shape)


def add_borders(vectors, root, region, world_box):
    for _fid, shape, _fields in read_shapes(root / "usr/share/magics/10m/ne_10m_admin_0_boundary_lines_land.shp"):
        vectors.add_lines(BORDER, 1, shape.intersection(region))
    outside = world_box.difference(region)
    for _fid, shape, _fields in read_shapes(root / "usr/share/magics/50m/ne_50m_admin_0_boundary_lines_land.shp"):
        vectors.add_lines(BORDER, 1, shape.intersection(outside))


def read_gshhg(level):
    w, s, e, n = STAGE
    # It leaves a file of its history where it is run.
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ["gmt", "coast", f"-R{w}/{e}/{s}/{n}", "-Dh", f"-I{level}", "-M"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
    lines, points = [], []
    for row in run.stdout.splitlines() + [">"]:
        if row.startswith(">"):
            if len(points) > 1:
                lines.append(LineString(points))
            points = []
        else:
            x, y = row.split()[:2]
            points.append((float(x), float(y)))
    merged = linemerge(lines)
    return list(getattr(merged, "geoms", [merged]))


def parts(shape):
    return [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, LineString) and not part.is_empty]


def without_doubles(line, near):
    """What of @line is not drawn already: long runs beside a known river go, short ones are where it joins."""
    rest = parts(line.difference(near))
    joins = [part for part in parts(line.intersection(near)) if part.length < 0.2]
    merged = linemerge(rest + joins) if len(rest) + len(joins) > 1 else (rest + joins or [LineString()])[0]
    return [part for part in parts(merged) if part.difference(near).length > 0]


def build_minor_rivers(known, lakes):
    """The rivers of GSHHG that Natural Earth does not have, in a file of their own for their licence's sake."""
    near = unary_union([line.buffer(0.07) for line in known if line.intersects(box(*STAGE))])
    water = prep(unary_union([lake for lake in lakes if lake.intersects(box(*STAGE))]).buffer(0.01))
    vectors = Vectors()
    # Levels 1 to 4 run all the year, 5 and 6 dry up: the lower Chu and the Khotan among them.
    for level, rank, shortest in ((1, 4, 0.2), (2, 4, 0.3), (3, 5, 0.35), (4, 5, 0.45), (5, 5, 0.3), (6, 5, 0.45)):
        for line in read_gshhg(level):
            for piece in without_doubles(line, near):
                if piece.length >= shortest and not water.contains(piece):
                    vectors.add_lines(RIVER, rank, piece)
    vectors.save("rivers-gshhg.bin")


def build_vectors(root):
    region = box(*REGION)
    world_box = box(-180, -90, 180, 90)
    vectors = Vectors()
    add_oceans(vectors, root, region, world_box)
    lakes = add_lakes(vectors, root, region)
    add_glaciers(vectors, root)
    known = add_rivers(vectors, root, region, world_box)
    add_borders(vectors, root, region, world_box)
    vectors.save("vectors.bin")
    build_minor_rivers(known, lakes)


def write_manifest():
    """What the reader checks each file against, and where the rasters lie."""
    west, south, east, north = REGION
    files = [
        "region-tint.jpg", "region-shade.jpg", "world-tint.jpg", "world-shade.jpg", "vectors.bin", "rivers-gshhg.bin",
    ]
    manifest = {
        "version": 1,
        "region": {"west": west, "south": south, "east": east, "north": north},
        "md5": {name: hashlib.md5((HERE / name).read_bytes()).hexdigest() for name in files},
    }
    (HERE / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(pathlib.Path(folder))
        build_rasters(root)
        build_vectors(root)
    write_manifest()


if __name__ == "__main__":
    main()
