#!/bin/sh
# drive.sh PICTURE PROGRAM ARGUMENT…: starts the atlas on the display of the environment, leaves the
# cover, steps through some years, selects an event, takes a picture of the screen and ends the atlas.
set -eu
picture=$1
shift

"$@" &
atlas=$!
trap 'kill $atlas 2>/dev/null || true' EXIT

window=
for _ in $(seq 150); do
  window=$(xdotool search --onlyvisible --pid $atlas 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
  kill -0 $atlas 2>/dev/null || { echo "The atlas ended before its window opened." >&2; exit 1; }
  sleep 0.2
done
[ -n "$window" ] || { echo "No window within 30 seconds." >&2; exit 1; }

# Without a window manager nobody else gives the window the screen and the keyboard.
xdotool windowmove "$window" 0 0 windowsize "$window" 1440 900
sleep 2
xdotool windowfocus "$window"
xdotool key Escape
sleep 1
for _ in 1 2 3; do
  xdotool key bracketright
  sleep 0.3
done
for _ in 1 2 3; do
  xdotool key bracketleft
  sleep 0.3
done
xdotool key n
sleep 3
import -window root "$picture"
