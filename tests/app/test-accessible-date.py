#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader's way to the date: over the accessibility bus, the real program.

Usage: test-accessible-date.py ILI-ATLAS DATA. Needs a display, dbus-run-session and pyatspi; writes
TAP. The program runs with settings in memory, in a session bus of its own.
"""
import os
import subprocess
import sys
import tempfile
import time

if 'ATLAS_TEST_SESSION' not in os.environ:
    os.environ['ATLAS_TEST_SESSION'] = '1'
    # The bus warns of objects that are not there yet; and the tests of the widgets replace it.
    for name in ('G_DEBUG', 'GTK_A11Y'):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as home:
        for name in ('HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME'):
            os.environ[name] = home
        sys.exit(subprocess.run(['dbus-run-session', '--', sys.executable, __file__, *sys.argv[1:]],
                                check=False).returncode)

import pyatspi  # noqa: E402  (it connects to the bus when it is loaded)

LINK = 'atlas:?date=1871-07-04&window=1871-05-01/1872-02-29&lang=en'
PATIENCE = 60.0
count = 0


def wait_for(what, find):
    """What @find gives, as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # What is asked of may vanish while it is asked.
            found = None
        if found:
            return found
        time.sleep(0.05)
    print(f'Bail out! waited in vain for {what}')
    sys.exit(1)


def ok(passed, words):
    global count
    count += 1
    print(f'{"ok" if passed else "not ok"} {count} {words}', flush=True)
    return passed


def find(root, role, name):
    for node in root:
        if node is None:
            continue
        if node.getRoleName() == role and node.name == name:
            return node
        found = find(node, role, name)
        if found is not None:
            return found
    return None


def julian_day(year, month, day):
    """H. F. Fliegel and T. C. Van Flandern, CACM 11 (1968)."""
    a = (14 - month) // 12
    y = year + 4800 - a
    return day + (153 * (month + 12 * a - 3) + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045


def find_program():
    return next((app for app in pyatspi.Registry.getDesktop(0)
                 if app is not None and app.name == 'ili-atlas'), None)


def says(node, day, words):
    return node.queryValue().currentValue == day and node.description.startswith(words)


def run():
    program = wait_for('the program', find_program)
    slider = wait_for('the slider', lambda: find(program, 'slider', 'Date of the map'))
    wait_for('the atlas', lambda: says(slider, julian_day(1871, 7, 4), '4 July 1871'))
    value = slider.queryValue()
    ok(slider.getRoleName() == 'slider', 'the date is a slider')
    ok(value.minimumValue == julian_day(1717, 1, 1), 'from the first day of the atlas')
    ok(value.maximumValue == julian_day(1949, 12, 31), 'to its last')
    ok(value.currentValue == julian_day(1871, 7, 4), 'its value is the date')
    ok(slider.description.startswith('4 July 1871'), 'and its words')

    begin = find(program, 'slider', 'Beginning of the window')
    end = find(program, 'slider', 'End of the window')
    ok(says(begin, julian_day(1871, 5, 1), '1 May 1871'), 'the window begins on a date')
    ok(says(end, julian_day(1872, 2, 29), '29 February 1872'), 'and ends on one')

    value.currentValue = julian_day(1864, 11, 10)
    wait_for('the date that was set',
             lambda: says(slider, julian_day(1864, 11, 10), '10 November 1864'))
    ok(True, 'the date is set')
    wait_for('the window', lambda: begin.queryValue().currentValue <= julian_day(1864, 11, 10))
    ok(True, 'and the window goes along')

    end.queryValue().currentValue = julian_day(1870, 1, 1)
    wait_for('the end that was set', lambda: says(end, julian_day(1870, 1, 1), '1 January 1870'))
    ok(True, 'an end of the window is set')
    ok(says(slider, julian_day(1864, 11, 10), '10 November 1864'), 'and the date stays')

    value.currentValue = julian_day(1877, 1, 1)
    wait_for('another date', lambda: says(slider, julian_day(1877, 1, 1), '1 January 1877'))
    ok(True, 'a date outside the window is set too')


def main():
    environment = dict(os.environ, ILI_ATLAS_DATA=sys.argv[2])
    with subprocess.Popen([sys.argv[1], LINK], env=environment) as process:
        try:
            run()
            print(f'1..{count}')
        finally:
            process.terminate()


main()
