# Read by ./run and ./test, not started by itself. Sees to it that the packages of a Debian 12
# machine that are named by its arguments are there.

# What the program is built with and needs to run. The fonts show Latin, Cyrillic, Chinese and
# Arabic script; without them a bare machine draws boxes for letters.
PACKAGES_BUILD="gcc libc6-dev meson ninja-build pkg-config gettext libglib2.0-bin libglib2.0-dev
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libshumate-dev libjson-glib-dev libyajl-dev libicu-dev
  libproj-dev libgeos-dev libsoup-3.0-dev libsqlite3-dev glib-networking desktop-file-utils
  adwaita-icon-theme librsvg2-common dconf-gsettings-backend
  fonts-cantarell fonts-sil-gentiumplus fonts-noto-core fonts-noto-cjk"

# A display for machines that have none, and a hand to drive the window there.
PACKAGES_VIRTUAL="xvfb xauth xdotool imagemagick"

# What only the tests use.
PACKAGES_TEST="python3 python3-jsonschema python3-shapely gdal-bin appstream dbus at-spi2-core
  python3-pyatspi gir1.2-atspi-2.0"

say() { printf '%s\n' "$*"; }

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

need_packages() {
  missing=
  if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    for package in "$@"; do
      is_installed "$package" || missing="$missing $package"
    done
  else
    say "This script installs what it needs with apt. On this system, please install what these"
    say "Debian packages hold, then use meson by hand (see README.md):"
    say "  $*"
    exit 1
  fi
  [ -n "$missing" ] || return 0

  root=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { say "These packages are missing; please install them as root:$missing"; exit 1; }
    root=sudo
  fi
  say "Installing:$missing"
  $root apt-get update -qq
  # shellcheck disable=SC2086
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# configure FOLDER OPTION…: a build folder, made once and brought up to date afterwards.
configure() {
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    meson configure "$folder" "$@" >/dev/null
  else
    meson setup "$folder" "$@" >/dev/null || { cat "$folder/meson-logs/meson-log.txt" 2>/dev/null; exit 1; }
  fi
}
