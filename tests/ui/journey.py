# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys through the window share: a desk, a register, and the ways of a person."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'cli'))
import comarkctl  # noqa: E402
from harness import Desk, clean, wait  # noqa: E402

BUILD = comarkctl.BUILD
# The main thread's longest piece of work between two polls. 50 ms is the bench's target.
HEARTBEAT_MS = 250


def starts(words):
    return re.compile('^' + re.escape(words))


class Journey:
    """One register, one window on it at a time."""

    def __init__(self, desk, folder, path=None, heartbeat_ms=HEARTBEAT_MS):
        self.desk, self.folder = desk, folder
        self.register = comarkctl.Register(folder, now=None)
        if path:
            self.register.path = path
        self.app, self.longest_ms, self.heartbeat_ms = None, 0, heartbeat_ms

    # ---- the window

    def open(self, *arguments, file=True, env=None):
        self.heartbeat = os.path.join(self.folder, f'heartbeat-{len(self.desk.apps)}')
        files = [self.register.path] if file else []
        self.app = self.desk.launch(*files, *arguments,
                                    env={'COMARK_HEARTBEAT': self.heartbeat, **(env or {})})
        return self.app

    def close(self):
        """As a person closes it; then what the log and the heartbeat say counts."""
        self.app.settle()
        self.desk.key('ctrl+q')
        wait(lambda: self.app.process.poll() is not None, 'the program to end')
        assert self.app.process.returncode == 0, self.app.log()
        assert not self.app.complaints(), '\n'.join(self.app.complaints())
        with open(self.heartbeat) as file:
            beats = dict(line.split() for line in file)
        self.longest_ms = max(self.longest_ms, int(beats['max_ms']))
        assert self.longest_ms < self.heartbeat_ms, f'held up for {self.longest_ms} ms'

    def act_as(self, name):
        """Who it is now begins with what waits for them."""
        self.app.choose('Acting as', name)
        self.press('To do')
        self.told(re.compile('^What waits for you|Nothing waits for you'))

    def take_up(self, words):
        """One of what the list To do offers."""
        self.app.find('list item', re.compile(re.escape(words))).pointer()

    def open_submission(self, title, tab):
        self.press('Submissions')
        self.app.open_row(title, 'Submissions')
        self.go_to(tab)

    def press(self, name):
        """A button, by its name or what that begins with."""
        self.button(name).click()

    def button(self, name):
        pattern = starts(name) if isinstance(name, str) else name

        def buttons():
            found = [node for node in self.app.find_all(name=pattern)
                     if node.role in ('push button', 'toggle button')]
            return sorted(found, key=lambda node: clean(node.seen.name) != name)
        return wait(buttons, f'a button {pattern.pattern!r}')[0]

    def go_to(self, tab):
        self.app.find('page tab', tab).click()

    def told(self, words):
        """What a toast, a dialog or the page says at last."""
        return self.app.wait_text(words)

    # ---- files

    def choose_file(self, title, path):
        """In GTK's own file dialog, with the keyboard."""
        self.app.find(None, title)
        self.app.settle()
        if os.path.exists(path):  # else the field for the new name has the focus
            self.desk.key('ctrl+l')
            self.app.settle(0.15)
        self.desk.x('key', 'ctrl+a', 'BackSpace', 'type', '--delay', 12, '--', path)
        self.app.settle(0.15)
        self.desk.key('Return')
        self.app.gone(None, title)

    # ---- the register

    def state(self, ref):
        return self.register.json('submission', 'show', ref)['submission']['state']


def keep_evidence(desk, name):
    """What stood on the screen when it failed."""
    picture = os.path.join(BUILD, 'meson-logs', f'{name}.png')
    desk.shot(picture)
    print('#', picture)
    for app in desk.apps:
        if app.process.poll() is None:
            for node in app.walk():
                if clean(node.seen.name):
                    print('#', node.seen.role, repr(node.seen.name), node.seen_extents)
        print('#', app.log())


def run(tests, **options):
    """Runs each test(desk, folder) on one desk, and says TAP."""
    def on_desk(test):
        def with_folder(folder):
            try:
                test(desk, folder)
            except Exception:
                keep_evidence(desk, test.__name__)
                raise
            finally:
                desk.close_apps()
        with_folder.__name__ = test.__name__
        return with_folder

    with Desk(build=BUILD, **options) as desk:
        comarkctl.main([on_desk(test) for test in tests])
