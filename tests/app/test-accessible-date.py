#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader's way to the date: over the accessibility bus, the real program.

Usage: test-accessible-date.py ILI-ATLAS DATA. Needs a display, dbus-run-session and pyatspi; writes
TAP. The program runs with settings in memory, in a session bus of its own.
"""
from accessible import find, main, ok, wait_for

LINK = 'atlas:?date=1871-07-04&window=1871-05-01/1872-02-29&lang=en'


def julian_day(year, month, day):
    """H. F. Fliegel and T. C. Van Flandern, CACM 11 (1968)."""
    a = (14 - month) // 12
    y = year + 4800 - a
    return day + (153 * (month + 12 * a - 3) + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045


def says(node, day, words):
    return node.queryValue().currentValue == day and node.description.startswith(words)


def run(program):
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


main(run, LINK)
