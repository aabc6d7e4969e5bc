#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-features.py PROGRAM WRITER SIZE...: writes sets of features and has the program time each."""

import os
import subprocess
import sys
import tempfile


def main():
    program, writer, *sizes = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            subprocess.run([sys.executable, writer, folder, size], check=True)
            print(f'{{"events": {size}}}', flush=True)
            subprocess.run([program, "--points", os.path.join(folder, f"points-{size}.geojson"),
                            "--territories", os.path.join(folder, "territories.geojson")], check=True)


if __name__ == "__main__":
    main()
