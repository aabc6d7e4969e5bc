#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/shots/run.sh BUILD FOLDER [LANGUAGE...]. See README.md.
set -eu
build=$1 folder=$2
shift 2
source=$(cd "$(dirname "$0")/../.." && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home" XDG_CONFIG_HOME="$home" XDG_CACHE_HOME="$home" XDG_DATA_HOME="$home"
export G_TEST_SRCDIR="$source/tests" G_TEST_BUILDDIR="$build/tests" GSETTINGS_BACKEND=memory GTK_A11Y=none
export ADW_DISABLE_PORTAL=1 GSK_RENDERER=cairo GDK_BACKEND=x11 LC_ALL=C.UTF-8

for language in ${*:-en zh_CN zh_TW ru}; do
  for style in light dark; do
    for size in 1024x768 1920x1080; do
      pictures=$folder/$language-$style-$size
      mkdir -p "$pictures"
      LANGUAGE=$language xvfb-run -a -s "-screen 0 ${size}x24" \
        "$build/tests/shots/atlas-shots" "$language" "$style" "${size%x*}" "${size#*x}" "$pictures"
      montage "$pictures"/*.png -label '%t' -tile 3x -geometry '800x600>+6+6' "$folder/$language-$style-$size.png"
    done
  done
done
