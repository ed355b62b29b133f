#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks every page of the demo register, through the accessibility bus, what somebody with a screen
reader, low vision or an unsteady hand would meet: audit.py BUILD [VARIANT [PICTURES]]

What can have the focus has a name, its own and said once; no name is one of GTK's types; targets
are 24 pixels at least; nothing stands beyond the window's edge; what is written is legible
(4.5 to 1, and 3 to 1 where it is large). A label that ends in an ellipsis has its whole text as
its name here, so that is not asked for.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

from bus import question_pick
from harness import TYPE_NAME, Desk, clean, wait

VARIANTS = {
    'ordinary': {'size': (1280, 800)},
    'small and large text': {'size': (900, 700), 'text_scale': 2.0},
    'dark': {'size': (1280, 800), 'dark': True},
}
ONLY_FIRST = {'dark'}  # of each visit: the colours are the same everywhere
ADMINISTRATOR, CO_CHAIR, MEMBER = 'Anil Thakkar', 'Miriam Okonjo-Blake', 'Parveen Akhtar'
# Who opens what, and what they press then; each is a page to look at.
# "…": a dialog opens; "<": it closes; "?": pressed only where it is, as in a small window.
VISITS = [
    (ADMINISTRATOR, ['--open', 'S-2026-0001/mark'],
     ['Overview', 'Decision', 'History', 'Back', 'Marks', 'Submissions',
      'New submission…', '<', 'People', 'Add a person…', '<']),
    (MEMBER, ['--open', 'S-2026-0011/review'], ['Document and evidence']),
    (CO_CHAIR, ['--open', 'S-2026-0010/decision'], ['Agree a value for B4, Notice and time',
      'Note a disagreement on B4, Notice and time…']),
    (ADMINISTRATOR, ['--open', 'S-2026-0015/form'], ['Add evidence…', '<', 'Add somebody…', '<']),
    (ADMINISTRATOR, ['--open', 'S-2026-0011/overview'],
     ['Invite members…', '<', 'Settle interests…', '<', 'Withdraw…']),
    (MEMBER, ['--open', 'S-2026-0011/document'], ['?Pages', 'As text']),
    ('Dafydd Rees', ['--open', 'S-2025-0004/review'], ['Versions of my review…', '<']),
    (None, [], ['New register…']),
]
CONTAINERS = {'application', 'frame', 'dialog', 'panel', 'filler', 'grouping', 'scroll pane',
              'viewport', 'list', 'tree table', 'table', 'page tab list', 'scroll bar'}
ROWS = {'list item', 'table row', 'table cell', 'tree item'}
LEAST_TARGET = 24
LARGE = 30  # pixels: a line of large text


# ---- what is written

def luminance(colour):
    def linear(value):
        return value / 3294.6 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4
    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


class Picture:
    """The screen."""

    def __init__(self, desk):
        raw = subprocess.run(['import', '-silent', '-window', 'root', '-depth', '8', 'ppm:-'],
                             env=desk.env, check=True, capture_output=True).stdout
        header = re.match(rb'P6\s+(\d+)\s+(\d+)\s+255\s', raw)
        self.width, self.height = int(header[1]), int(header[2])
        self.pixels = raw[header.end():]

    def contrast(self, x, y, width, height):
        """Of the commonest colour with the one that is furthest from it: smoothing draws ink
        towards the ground only. None where nothing is written."""
        counts = Counter()
        for line in range(max(0, y), min(self.height, y + height)):
            start = (line * self.width + max(0, x)) * 3
            row = self.pixels[start:(line * self.width + min(self.width, x + width)) * 3]
            counts.update(zip(row[0::3], row[1::3], row[2::3]))
        if not counts:
            return None
        ground = counts.most_common(1)[0][0]
        inks = [ink for ink, n in counts.items() if n >= 2 and ink != ground]
        return max((contrast(ink, ground) for ink in inks), default=None)


# ---- one page

class Page:
    """What is in sight of one window at one moment."""

    def __init__(self, app, title):
        self.app, self.title, self.faults = app, title, []
        self.window = app.windows()[-1]
        self.tree = app.look(top=self.window)
        self.items = self.tree.shown()

    def fault(self, item, what):
        place = self.tree.extents.get(item.path)
        self.faults.append(f'{self.title}: {what}: {item.role} {item.name!r} at {place}')

    def is_focusable(self, item):
        return 'focusable' in item.states and item.role not in CONTAINERS

    def is_pencil(self, item):
        """libadwaita's own picture at the end of a row to write in; it has no name to set."""
        above = [self.tree.items[path] for path in self._line(item)]
        return item.role == 'image' and any(one.role in ('text', 'entry') for one in above)

    def check_names(self):
        for item in self.items:
            name = item.name.strip()
            if item.role in CONTAINERS or (item.role in ROWS and TYPE_NAME.match(name)):
                continue
            if TYPE_NAME.match(name) and not self.is_pencil(item):
                self.fault(item, 'its name is a type of GTK')
            elif self.is_focusable(item) and not name:
                self.fault(item, 'it can have the focus and has no name')
            elif name and clean(name) not in ('', name):
                self.fault(item, 'its name is said twice, or has an underscore')

    def check_that_names_differ(self):
        """Two buttons of one name cannot be told apart by ear."""
        seen = Counter((item.role, item.name) for item in self.items
                       if item.role == 'push button' and self.is_focusable(item))
        for item in self.items:
            if seen[item.role, item.name] > 1 and self.is_focusable(item):
                self.fault(item, 'another has the same name')

    def check_targets(self):
        for item in self.items:
            _, _, width, height = self.tree.extents.get(item.path) or (0, 0, 0, 0)
            if (self.is_focusable(item) and item.role not in ROWS | {'label', 'text'}
                    and 0 < min(width, height) < LEAST_TARGET):
                self.fault(item, f'a target of {width}x{height}')

    def check_edges(self):
        _, _, full_width, full_height = self.window.extents()
        screen = self.app.desk.size
        if full_width > screen[0] or full_height > screen[1]:
            self.faults.append(f'{self.title}: the window is {full_width}x{full_height}')
        for item in self.items:
            x, _, width, _ = self.tree.extents.get(item.path) or (0, 0, 0, 0)
            if width and item.role not in CONTAINERS and (x < -2 or x + width > full_width + 2):
                self.fault(item, f'beyond the edge of {full_width}')

    def _visible_part(self, item):
        """Whether all of it is in sight: no pane has scrolled it away."""
        place = self.tree.extents.get(item.path)
        x, y, width, height = place or (0, 0, 0, 0)
        above = self.tree.items.get(item.parent)
        while above is not None and above.path in self.tree.extents:
            if above.role == 'scroll pane' and self.tree.extents[above.path]:
                left, top, across, down = self.tree.extents[above.path]
                if x < left or y < top or x + width > left + across or y + height > top + down:
                    return False
            above = self.tree.items.get(above.parent)
        return width > 3 and height > 3

    def _is_sensitive(self, item):
        while item is not None:
            if item.role == 'push button':
                return 'sensitive' in item.states
            item = self.tree.items.get(item.parent)
        return True

    def _in_front(self, items):
        """A page of a stack that is hidden keeps its place."""
        places = [self.tree.extents[item.path] for item in items]
        picked = self.app.desk.bus.ask_all(self.app.root, [
            question_pick(self.window.path, x + width // 2, y + height // 2)
            for x, y, width, height in places])
        return [item for item, answer in zip(items, picked)
                if answer and answer[0][1] in self._line(item)]

    def _line(self, item):
        while item is not None:
            yield item.path
            item = self.tree.items.get(item.parent)

    def check_contrast(self):
        picture = Picture(self.app.desk)
        left, top = self.window._origin()
        labels = [item for item in self.items if item.role == 'label' and item.name
                  and self._is_sensitive(item) and self._visible_part(item)]
        for item in self._in_front(labels):
            x, y, width, height = self.tree.extents[item.path]
            if top + y + height > self.app.desk.size[1]:
                continue
            measured = picture.contrast(left + x, top + y, width, height)
            if measured is not None and measured < (3 if height >= LARGE else 4.5):
                self.fault(item, f'a contrast of {measured:.1f} to 1')

    def check(self):
        self.check_names()
        self.check_that_names_differ()
        self.check_targets()
        self.check_edges()
        self.check_contrast()
        return self.faults


# ---- all pages

def press(app, name):
    """A tab may be a button of its own, or stand in the list of tabs."""
    n_windows = len(app.windows())
    names = re.compile(f'^{re.escape(name.rstrip("…"))}…?$')

    def found():
        return [node for node in app.find_all(name=names)
                if node.role in ('page tab', 'push button', 'radio menu item')
                and 'sensitive' in node.states]
    tabs = app.find_all('push button', re.compile('^Tab: '))
    if tabs and not found():  # a narrow window: the tabs are behind this one
        tabs[0].click()
    wait(found, f'{name!r} to press')[0].click()
    if name.endswith('…'):
        wait(lambda: len(app.windows()) > n_windows, f'the dialog of {name!r}')
    app.settle(0.2)


def close_dialog(app):
    n_windows = len(app.windows())
    app.desk.key('Escape')
    wait(lambda: len(app.windows()) < n_windows, 'the dialog to close')


def visit(desk, register, who, where, presses, look):
    arguments = [register, '--as', who, *where] if who else where
    app = desk.launch(*arguments)
    app.act('window.toggle-maximized')
    app.settle(0.4)
    look(app, ' '.join(where[-1:]) or 'start')
    for name in presses:
        if name == '<':
            close_dialog(app)
            continue
        if name[0] == '?' and not app.find_all('push button', name[1:]):
            continue
        press(app, name.lstrip('?'))
        look(app, f'{" ".join(where[-1:]) or "start"}, {name}')
    faults = [f'{where}: {line}' for line in app.complaints()]
    app.close()
    return faults


def audit(build, variant, pictures=None):
    faults, n_pages = [], 0

    def look(app, title):
        nonlocal n_pages
        n_pages += 1
        faults.extend(Page(app, title).check())
        if pictures:
            desk.shot(os.path.join(pictures, f'{n_pages:02}-{variant.replace(" ", "-")}.png'))

    with tempfile.TemporaryDirectory() as scratch, Desk(build, **VARIANTS[variant]) as desk:
        register = os.path.join(scratch, 'demo.comark')
        shutil.copy(os.path.join(build, 'data/demo/demo.comark'), register)
        for who, where, presses in VISITS:
            faults += visit(desk, register, who, where,
                            [] if variant in ONLY_FIRST else presses, look)
    for fault in faults:
        print(f'{variant}: {fault}')
    print(f'{variant}: {n_pages} pages, {len(faults)} faults', flush=True)
    return not faults


def main():
    build = os.path.abspath(sys.argv[1])
    if len(sys.argv) > 2:
        return 0 if audit(build, *sys.argv[2:4]) else 1
    # A screen each, at the same time.
    runs = [subprocess.Popen([sys.executable, __file__, build, variant]) for variant in VARIANTS]
    return max(run.wait() for run in runs)


if __name__ == '__main__':
    sys.exit(main())
