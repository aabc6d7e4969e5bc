#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers come for, by keyboard alone: the real program, keys from the display server, and what a screen reader hears.

Usage: test-accessible-tasks.py ILI-ATLAS DATA. Writes TAP; see accessible.py for what it needs.
"""
import re
import time

import pyatspi

from accessible import find, find_focused, focus_window, has_state, main, ok, press, wait_for, walk, write

TYPE_NAME = re.compile('^(Gtk|Adw|Atlas|Shumate)[A-Z]')
LINK = 'atlas:?date=1871-07-04&lon=81.3&lat=43.9&zoom=6.5&lang=en'
MOST_TABS = 80
STOPS_OF_ROUND = 35


def find_page(program):
    """The page of a record that is shown: its scrolled window is called after the record."""
    return next((node for node in walk(program) if node.getRoleName() == 'scroll pane' and
                 any(child.getRoleName() == 'label' and child.name == node.name for child in walk(node))), None)


def is_on_page(program, title):
    return title in (node.name for node in walk(program) if node.getRoleName() == 'scroll pane')


def tab_to(program, wanted, key='Tab'):
    """Presses Tab until what has the keyboard is @wanted; the node, or None after a round."""
    for _ in range(MOST_TABS):
        node = wait_for('what has the keyboard', lambda: find_focused(program))
        if wanted(node):
            return node
        press(key)
    return None


def wait_for_focus(program, role, name):
    wait_for(f'the keyboard to be on {name}',
             lambda: (lambda node: node.getRoleName() == role and node.name == name)(find_focused(program)))


def go_to_pane(is_there):
    """Presses F6 until the keyboard is in the pane that is meant."""
    for _ in range(4):
        for _ in range(10):
            if is_there():
                return True
            time.sleep(0.05)
        press('F6')
    return is_there()


def search_and_open(program):
    press('ctrl+f')
    wait_for_focus(program, 'entry', 'Search the atlas')
    write('塔城')
    wait_for('results', lambda: find(program, 'scroll pane', 'What was found'))
    wait_for('Tacheng among them', lambda: next((node for node in walk(program) if node.getRoleName() == 'list item' and
                                                 node.name.startswith('Tacheng')), None))
    press('Return')
    wait_for('the page of Tacheng', lambda: is_on_page(program, 'Tacheng'))
    ok(True, 'searching 塔城 and Return open the page of Tacheng')


def open_from_map(program):
    """The arrow keys go from marker to marker as the list has them; Return opens the one that is left."""
    press('Escape')
    markers = wait_for('markers', lambda: find(program, 'panel', 'Markers on the map'))
    wait_for('buttons on them', lambda: markers.childCount > 3)
    map_node = wait_for('the map', lambda: find(program, 'panel', 'Map'))
    ok(go_to_pane(lambda: has_state(map_node, pyatspi.STATE_FOCUSED)), 'F6 leads to the map')
    press('Tab')
    first = wait_for('a marker', lambda: find_focused(markers))
    ok(first.getRoleName() == 'push button', 'Tab leads to a marker')
    press('Home')
    seen = [first.name]
    for _ in range(3):
        press('Right')
        node = wait_for('the next marker', lambda: (lambda n: n if n is not None and n.name != seen[-1] else None)(
            find_focused(markers)))
        seen.append(node.name)
    ok(len(set(seen)) == 4, 'arrow keys go from marker to marker')
    events = [node.name for node in markers]
    ok([events.index(name) for name in seen] == list(range(events.index(seen[0]), events.index(seen[0]) + 4)),
       'in their order')
    listed = [node.name for node in walk(find(program, 'list', 'Events on the map now'))
              if node.getRoleName() == 'list item']
    on_map = [name for name in events if any(item.startswith(name + ',') for item in listed)]
    order = [next(i for i, item in enumerate(listed) if item.startswith(name + ',')) for name in on_map]
    if not ok(len(on_map) >= 2 and order == sorted(order), 'which is that of the list'):
        print('\n'.join(f'# {name}' for name in ['map:', *events, 'list:', *listed]))
    title = node.name
    ok(node.description != '', 'a marker says what it is and how well it is known')
    press('Return')
    wait_for('its page', lambda: is_on_page(program, title))
    ok(True, 'Return opens the page of the event')
    return title


def follow_some_link(program, title):
    """Tries the lines of text that the Tab key comes to: not every one has a link."""
    for _ in range(MOST_TABS):
        node = wait_for('what has the keyboard', lambda: find_focused(program))
        if node.getRoleName() == 'label':
            press('Return')
            for _ in range(10):
                if find(program, 'scroll pane', title) is None:
                    return True
        press('Tab')
    return False


def follow_link_and_come_back(program, title):
    panel = find(program, 'scroll pane', title).parent.parent.parent.parent
    ok(go_to_pane(lambda: find_focused(panel) is not None), 'F6 leads to the panel')
    ok(follow_some_link(program, title), 'Tab leads to a link, and Return follows it')
    press('alt+Left')
    wait_for('the page that was', lambda: is_on_page(program, title))
    ok(True, 'Alt+Left comes back')


def copy_citation(program):
    """From the bar above the page: a menu of citations, the first of which is plain text."""
    button = tab_to(program, lambda node: node.getRoleName() == 'push button' and node.name.startswith('Cite'), 'shift+Tab')
    ok(button is not None, 'Shift+Tab leads to the citations')
    press('Return')
    item = wait_for('a menu', lambda: (lambda node: node if node.getRoleName() == 'menu item' else None)(
        find_focused(program)))
    ok(bool(item.name), 'Return opens their menu')
    press('Return')
    wait_for('word of it', lambda: find(program, 'label', 'The citation was copied'))
    ok(True, 'Return copies the citation, and says so')


def switch_a_source_off(program):
    """From the main menu to the window of sources, and back."""
    press('Escape')
    everything = wait_for('the list', lambda: count_events(program))
    press('F10')
    for _ in range(12):
        node = wait_for('the menu', lambda: find_focused(program))
        if node.name.startswith('Sources'):
            break
        press('Down')
    ok(node.name.startswith('Sources'), 'F10 and Down lead to the sources')
    press('Return')
    window = wait_for('the sources', lambda: next((top for top in program if top.name == 'Sources'), None))
    wait_for('the keyboard in them', lambda: find_focused(window))
    switch = tab_to(window, lambda node: has_state(node, pyatspi.STATE_CHECKED))
    ok(switch is not None, 'Tab leads to a switch that is on')
    press('space')
    wait_for('the switch to be off', lambda: not has_state(switch, pyatspi.STATE_CHECKED))
    press('Escape')
    wait_for('fewer events', lambda: count_events(program) < everything)
    ok(True, 'Space switches it off, and the list is shorter')


def count_events(program):
    """What the label above the list says, or None while a page is there."""
    label = next((node for node in walk(program) if re.fullmatch('[0-9]+ events? in this window', node.name)), None)
    return int(label.name.split()[0]) if label is not None else None


def follow_a_tour(program):
    """From the title page: Return on a chapter, Shift+N from step to step."""
    ok(tab_to(program, lambda node: node.name.startswith('Chapters')) is not None, 'Tab leads to the chapters')
    press('Return')
    wait_for('the title page', lambda: find(program, 'slider', 'Date of the map') is None)
    walk_tree(program, 'on the title page')
    card = tab_to(program, lambda node: node.parent is not None and node.getRoleName() == 'push button' and
                  any(re.fullmatch('[0-9]{4} – [0-9]{4}', below.name) for below in walk(node)))
    ok(card is not None, 'Tab leads to a chapter')
    press('Return')
    wait_for('its first step', lambda: any(re.fullmatch('1 of [0-9]+', node.name) for node in walk(program)))
    ok(True, 'Return begins the tour')
    press('shift+n')
    wait_for('the second step', lambda: any(re.fullmatch('2 of [0-9]+', node.name) for node in walk(program)))
    ok(True, 'Shift+N goes to the second step')
    press('Escape')
    wait_for('the tour to be left', lambda: not any(re.fullmatch('2 of [0-9]+', node.name) for node in walk(program)))
    ok(True, 'Escape leaves it')


def change_date(program):
    slider = find(program, 'slider', 'Date of the map')
    plate = next(node for node in walk(program) if node.getRoleName() == 'status bar' and '18' in node.name)
    before, said = slider.queryValue().currentValue, plate.name
    timeline = slider.parent.parent.parent.parent
    ok(go_to_pane(lambda: find_focused(timeline) is not None), 'F6 leads to the timeline')
    tab_to(program, lambda node: node.name == slider.name)
    press('Right')
    wait_for('the next day', lambda: slider.queryValue().currentValue == before + 1)
    ok(True, 'Right on the timeline is one day on')
    wait_for('words for it', lambda: plate.name != said)
    ok(plate.getRoleName() == 'status bar', 'and a live region says the date')
    press('Page_Down')
    wait_for('the next change', lambda: slider.queryValue().currentValue > before + 1)
    ok(True, 'Page Down goes to the next change')


def visible_focus(program):
    """Round the window with Tab: no stop without a name, and every stop has the keyboard to be seen."""
    names, nameless = [], []
    press('F6')
    for _ in range(STOPS_OF_ROUND):
        node = wait_for('what has the keyboard', lambda: find_focused(program))
        if not node.name or TYPE_NAME.match(node.name):
            nameless.append((node.getRoleName(), node.name))
        names.append(node.name)
        if len(names) > 3 and names[-2:] == names[:2]:
            break
        press('Tab')
    ok(not nameless, f'every stop of the Tab key has a name{nameless or ""}')
    ok(len(set(names)) > 15, f'and there are many ({len(set(names))})')


def is_inner_part(node):
    """What GTK's own drop downs show of their choice is not a stop of its own."""
    return node.parent is not None and node.parent.name == 'GtkStackPage'


def is_empty_label(node):
    """A label without a text yet is called by its type and is no stop."""
    return node.getRoleName() == 'label' and node.queryText().characterCount == 0


def walk_tree(program, where):
    bad = [(node.getRoleName(), node.name, node.description) for node in walk(program)
           if has_state(node, pyatspi.STATE_FOCUSABLE) and not is_inner_part(node) and
           (not node.name or TYPE_NAME.match(node.name) or node.getRoleName() in ('unknown', 'filler')) and
           not is_empty_label(node)]
    for role, name, description in bad:
        print(f'# {role} "{name}" ({description})')
    ok(not bad, f'everything that can have the keyboard has a role and a name, {where}')


def run(program):
    focus_window()
    wait_for('the atlas', lambda: count_events(program))
    search_and_open(program)
    walk_tree(program, 'on the page of a place')
    title = open_from_map(program)
    walk_tree(program, 'on the page of an event')
    follow_link_and_come_back(program, title)
    copy_citation(program)
    change_date(program)
    switch_a_source_off(program)
    visible_focus(program)
    follow_a_tour(program)


main(run, LINK)
