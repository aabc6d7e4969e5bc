# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests over the accessibility bus share: a session of their own, the program in it, and ways to find things.

Importing this module starts the importing script again inside a session bus of its own, with nothing of the user's in it.
Needs a display, dbus-run-session, pyatspi and xdotool.
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
        sys.exit(subprocess.run(['dbus-run-session', '--', sys.executable, *sys.argv], check=False).returncode)

import pyatspi  # noqa: E402  (it connects to the bus when it is loaded)
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60.0
count = 0


def wait_for(what, look):
    """What @look gives, as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
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
    """The first node below @root with this role and name, or None."""
    return next((node for node in walk(root) if node.getRoleName() == role and node.name == name), None)


def walk(root):
    """Every node below @root, parents before their children; those that vanish meanwhile are left out."""
    for i in range(root.childCount):
        try:
            node = root.getChildAtIndex(i)
            if node is None or not node.getRoleName():
                continue
        except GLib.GError:
            continue
        yield node
        yield from walk(node)


def has_state(node, state):
    return node.getState().contains(state)


def find_focused(root):
    return next((node for node in walk(root) if has_state(node, pyatspi.STATE_FOCUSED)), None)


def find_program():
    program = next((app for app in pyatspi.Registry.getDesktop(0) if app is not None and app.name == 'ili-atlas'), None)
    # What is remembered of the tree would never be brought up to date without a main loop.
    if program is not None:
        program.set_cache_mask(Atspi.Cache.NONE)
    return program


def press(*keys):
    """Keys as the display server's own events."""
    subprocess.run(['xdotool', 'key', '--delay', '40', *keys], check=True)


def write(text):
    subprocess.run(['xdotool', 'type', '--delay', '60', text], check=True)


def focus_window():
    """Without a window manager nobody gives a window the keyboard."""
    subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', 'Ili Atlas', 'windowfocus', '--sync'],
                   check=True, stdout=subprocess.DEVNULL)


def main(run, *arguments):
    """Runs the program of the command line with @arguments, and @run meanwhile."""
    environment = dict(os.environ, ILI_ATLAS_DATA=sys.argv[2])
    with subprocess.Popen([sys.argv[1], *arguments], env=environment) as process:
        try:
            run(wait_for('the program', find_program))
            print(f'1..{count}')
        finally:
            process.terminate()
