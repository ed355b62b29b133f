#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window with no display: Xvfb, a private session bus, AT-SPI, openbox.

    with Desk(build='build') as desk:               # size=(1280, 900), text_scale=2.0, dark=True …
        app = desk.launch('register.comark', '--as', 'Amina Yusuf')
        app.find('push button', 'New submission…').click()
        app.find('text', 'Title of the document').type('Safe discharge policy')
        app.wait_text('The submission is made.')
        desk.shot('made.png')
        assert not app.complaints()

Roles are AT-SPI's names ('push button' also for toggle buttons, 'page tab', 'text', 'check box', …).
Run it with Debian's python3, which has gi.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from gi.repository import GLib

from bus import ACCESSIBLE, ROOT, Bus, Gone, Tree, role_name, state_names
from bus import question_extents, question_pick

# GTK 4.8 says a widget's type where it has no name.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Gdk|Comark)[A-Z]\w*$')
# How long a test waits for what must come: long, for a busy machine; it costs nothing.
PATIENCE = 30
# What Xvfb and the bare bus have no answer to; not ours.
# "Snapshot": GTK 4.8 goes on measuring a long text while it paints; the next frame is whole.
HARMLESS = re.compile(r'session bus|dconf|Vulkan|libEGL|snapshot .* without a current allocation',
                      re.I)


class Timeout(AssertionError):
    """What was waited for did not come."""


def wait(ask, what, timeout=PATIENCE, every=0.05):
    """Asks until the answer is true. A node that goes away meanwhile is no answer."""
    end = time.time() + timeout
    while True:
        try:
            answer = ask()
        except Gone:
            answer = None
        if answer:
            return answer
        if time.time() > end:
            raise Timeout(f'waited {timeout} s for {what}')
        time.sleep(every)


def clean(name):
    """The name as a person hears it: no type names, no mnemonics, nothing said twice."""
    if TYPE_NAME.match(name):
        return ''
    if re.search(r'(^|\s)_\w|\w_\w', name):
        name = name.replace('_', '')
    half = len(name) // 2
    twice = len(name) % 2 and name[half] == ' ' and name[:half] == name[half + 1:]
    return name[:half] if twice else name


class Desk:
    """A screen with nobody in front of it."""

    def __init__(self, build='build', size=(1280, 900), text_scale=1.0, high_contrast=False,
                 dark=False, lang='C.UTF-8', font='Cantarell 11', env=None):
        self.build, self.size, self.text_scale = os.path.abspath(build), size, text_scale
        self.folder = tempfile.mkdtemp(prefix='comark-desk-')
        self.processes, self.apps = [], []
        self.env = self._environment(lang, high_contrast, dark, env)
        self._write_gtk_settings(font)

    def _environment(self, lang, high_contrast, dark, more):
        env = dict(os.environ)
        for name in ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS',
                     'GTK_THEME', 'G_DEBUG', 'COMARK_HEARTBEAT'):
            env.pop(name, None)
        for name in ('HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME',
                     'XDG_STATE_HOME', 'XDG_RUNTIME_DIR'):
            env[name] = os.path.join(self.folder, name.lower())
            os.makedirs(env[name], 0o700, exist_ok=True)
        env.update(GSK_RENDERER='cairo', GDK_BACKEND='x11', GTK_A11Y='atspi', NO_AT_BRIDGE='0',
                   GSETTINGS_BACKEND='memory', LANG=lang, LC_ALL=lang, TZ='UTC',
                   GTK_USE_PORTAL='0', ADW_DISABLE_PORTAL='1', LIBGL_ALWAYS_SOFTWARE='1',
                   COMARK_NON_UNIQUE='1', COMARK_READER=f'{self.build}/src/document/comark-reader',
                   GSETTINGS_SCHEMA_DIR=f'{self.build}/data')
        env['COMARK_LOCALE_DIR'] = f'{self.build}/po'
        if high_contrast:
            env['ADW_DEBUG_HIGH_CONTRAST'] = '1'
        if dark:
            env['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
        env.update(more or {})
        return env

    def _write_gtk_settings(self, font):
        """On X11 GTK takes the font from settings.ini when no settings daemon runs."""
        folder = self.env['XDG_CONFIG_HOME'] + '/gtk-4.0'
        os.makedirs(folder, exist_ok=True)
        with open(folder + '/settings.ini', 'w') as file:
            file.write(f'[Settings]\ngtk-font-name={font}\ngtk-xft-antialias=1\n'
                       'gtk-xft-hinting=1\ngtk-xft-hintstyle=hintslight\ngtk-xft-rgba=none\n'
                       'gtk-enable-animations=0\ngtk-cursor-blink=0\n')
        # The user's folders: what the file dialogs and the new-register form begin with.
        for name in ('Documents', 'Downloads', 'Desktop'):
            os.makedirs(os.path.join(self.env['HOME'], name), exist_ok=True)
        with open(self.env['XDG_CONFIG_HOME'] + '/user-dirs.dirs', 'w') as file:
            file.write('XDG_DOCUMENTS_DIR="$HOME/Documents"\nXDG_DOWNLOAD_DIR="$HOME/Downloads"\n')

    # ---- life

    def _spawn(self, command, **more):
        process = subprocess.Popen(command, env=self.env, start_new_session=True, **more)
        self.processes.append(process)
        return process

    def __enter__(self):
        try:
            return self._start()
        except BaseException:
            self.__exit__()
            raise

    def _start(self):
        reader, writer = os.pipe()
        self._spawn(['Xvfb', '-displayfd', str(writer), '-screen', '0', '%dx%dx24' % self.size,
                     '-nolisten', 'tcp', '-noreset'], pass_fds=[writer],
                    stderr=subprocess.DEVNULL)
        os.close(writer)
        # Up to the newline: closing the pipe earlier kills Xvfb.
        self.env['DISPLAY'] = ':' + os.fdopen(reader).readline().strip()
        # GDK takes the text scale from here; settings.ini loses to it.
        subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set',
                        'RESOURCE_MANAGER', f'Xft.dpi: {int(96 * self.text_scale)}\n'],
                       env=self.env, check=True)
        bus = self._spawn(['dbus-daemon', '--session', '--nofork', '--print-address=1'],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().decode().strip()
        self._spawn(['openbox', '--sm-disable'], stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL)
        self.bus = Bus(self.env['DBUS_SESSION_BUS_ADDRESS'])
        wait(self._has_window_manager, 'the window manager')
        return self

    def _has_window_manager(self):
        answer = subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], env=self.env,
                                capture_output=True)
        return b'#' in answer.stdout

    def close_apps(self):
        for app in self.apps:
            app.close()

    def __exit__(self, *unused):
        self.close_apps()
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGTERM)
            except ProcessLookupError:
                pass
        for process in self.processes:
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def launch(self, *arguments, timeout=20, env=None, program=None):
        """Starts the program and waits for its window."""
        log = open(os.path.join(self.folder, f'app-{len(self.apps)}.log'), 'w+')
        command = [program or f'{self.build}/src/comark', *map(str, arguments)]
        process = subprocess.Popen(command, env={**self.env, **(env or {})}, stdout=log,
                                   stderr=subprocess.STDOUT, start_new_session=True)
        app = App(self, process, log)
        self.apps.append(app)
        wait(lambda: process.poll() is not None or app.root is not None,
             'the program on the accessibility bus', timeout)
        if process.poll() is not None:
            raise RuntimeError('the program ended: ' + app.log())
        wait(app.windows, 'a window', timeout)
        wait(lambda: self.x('search', '--onlyvisible', '--pid', str(process.pid), check=False),
             'a window on the screen', timeout)
        app.settle()
        return app

    # ---- X

    def x(self, *arguments, check=True):
        answer = subprocess.run(['xdotool', *map(str, arguments)], env=self.env,
                                capture_output=True, text=True)
        if check and answer.returncode:
            raise RuntimeError(f'xdotool {arguments}: {answer.stderr}')
        return answer.stdout.strip()

    def key(self, *keys):
        self.x('key', '--clearmodifiers', '--delay', 40, *keys)

    def type_slowly(self, text, delay_ms=250):
        """Goes on typing where the focus is; wait() for the process it returns."""
        return self._spawn(['xdotool', 'type', '--delay', str(delay_ms), '--', text])

    def shot(self, path):
        subprocess.run(['import', '-silent', '-window', 'root', path], env=self.env, check=True)
        return path


class App:
    """The running program."""

    def __init__(self, desk, process, log):
        self.desk, self.process, self._log = desk, process, log
        self._name, self.origins = None, {}

    @property
    def root(self):
        """Its name on the accessibility bus."""
        if self._name is None:
            self._name = self.desk.bus.program(self.process.pid)
        return self._name

    def windows(self):
        """The newest last."""
        if self.root is None:
            return []
        children = self.desk.bus.ask(self.root, ROOT, ACCESSIBLE, 'GetChildren')[0]
        return [Node(self, path) for _, path in children]

    def window(self):
        return self.windows()[0]

    def act(self, action):
        """Any action of the window without a parameter: 'win.check'."""
        self.window().click(action)

    # ---- finding

    def look(self, rows=False, top=None):
        return Tree(self.desk.bus, self.root, into_rows=rows, top=top and top.path)

    def walk(self, shown=True, rows=False, top=None):
        """Every node of every window, depth first. shown: what is in sight or can be scrolled
        there. rows: also into the rows of a big list; rows() reads those better."""
        tree = self.look(rows, top)
        for item in tree.shown() if shown else tree.all():
            yield Node(self, item.path, item, tree.extents.get(item.path))

    def find_all(self, role=None, name=None, shown=True, rows=False, top=None):
        def fits(text):
            if name is None:
                return True
            return name.search(text) if hasattr(name, 'search') else text == name
        tree = self.look(rows, top)
        found = [item for item in tree.all()
                 if (role is None or item.role == role) and fits(clean(item.name))]
        if shown:
            found = tree.shown(found)
        return [Node(self, item.path, item, tree.extents.get(item.path)) for item in found]

    def find(self, role=None, name=None, shown=True, timeout=PATIENCE, top=None):
        return wait(lambda: self.find_all(role, name, shown, top=top), f'{role} {name!r}',
                    timeout)[0]

    def gone(self, role=None, name=None, timeout=PATIENCE):
        wait(lambda: not self.find_all(role, name), f'{role} {name!r} to go', timeout)

    def wait_text(self, text, timeout=PATIENCE):
        """Until something in sight has text in its name."""
        part = text if hasattr(text, 'search') else re.compile(re.escape(text))
        return wait(lambda: self.find_all(name=part), f'the text {text!r}', timeout)[0]

    def rows(self, table=None):
        """The rows on the screen of the first (or named) table, top to bottom: pairs of the row
        and its cells' texts. Found by picking down the view: GTK 4.8 keeps row widgets that are
        not in use, whose places lie."""
        view = next(c for c in self.find('tree table', table).children() if c.role == 'list')
        tree = self.look(rows=True, top=view)
        x, y, width, height = view.extents()
        picked = self.desk.bus.ask_all(self.root, [question_pick(view.path, x + width // 2, at)
                                                   for at in range(y + 4, y + height, 8)])
        found = []
        for answer in picked:
            item = tree.items.get(answer[0][1]) if answer else None
            while item and item.role != 'table row':
                item = tree.items.get(item.parent)
            if item and item not in found:
                found.append(item)
        return [(Node(self, item.path, item),
                 [self._words(tree, cell) for cell in tree.children.get(item.path, [])])
                for item in found]

    @staticmethod
    def _words(tree, cell):
        words, stack = [], [cell]
        while stack:
            item = stack.pop()
            if 'org.a11y.atspi.Text' in item.interfaces and clean(item.name):
                words.append(item.name)
            stack.extend(reversed(tree.children.get(item.path, [])))
        return ' '.join(words)

    def open_row(self, text, table=None, timeout=10):
        """Opens the first row of a table in which some cell says text."""
        def row_with_text():
            return [row for row, cells in self.rows(table) if any(text in c for c in cells)]
        row = wait(row_with_text, f'a row with {text!r}', timeout)[0]
        row.pointer()
        row.pointer(clicks=2)
        self.settle(0.1)

    def choose(self, name, value):
        """Picks a value in the drop-down called name: "State" of "State: All states"."""
        box = self.find('combo box', re.compile('^' + re.escape(name) + '(:|$)'))
        if box.name.endswith(': ' + value):
            return
        box.children()[0].click()

        def choices():
            return [node for node in self.walk(rows=True, top=box)
                    if node.role == 'label' and any(a.role == 'list item' for a in node.ancestors())]
        names = wait(lambda: [n.name for n in choices()], f'the choices of {name!r}')
        entry = self.find_all('entry', top=box)  # there with the choices, not before
        if entry:  # a long list is searched
            entry[0].set_text(value)
            wait(lambda: {n.name for n in choices()} == {value}, f'only {value!r} to be left')
            self.desk.key('Down', 'Return')
        else:
            self.desk.key('Home', *['Down'] * names.index(value), 'Return')
        wait(lambda: box.name.endswith(': ' + value), f'{name!r} to be {value!r}')
        self.settle(0.1)

    # ---- waiting and looking

    def settle(self, quiet=0.25, timeout=10):
        """Until the screen has not changed for a while."""
        last, since, end = None, time.time(), time.time() + timeout
        while time.time() < end:
            screen = subprocess.run(['xwd', '-root', '-silent'], env=self.desk.env,
                                    capture_output=True).stdout
            if hash(screen) != last:
                last, since = hash(screen), time.time()
            elif time.time() - since > quiet:
                return
            time.sleep(0.05)

    def log(self):
        self._log.flush()
        with open(self._log.name) as file:
            return file.read()

    def complaints(self):
        """Warnings, criticals and sanitizer reports."""
        return [line for line in self.log().splitlines()
                if re.search(r'-(CRITICAL|WARNING)|Sanitizer|runtime error', line)
                and not HARMLESS.search(line)]

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class Node:
    """One accessible thing."""

    def __init__(self, app, path, seen=None, seen_extents=None):
        self.app, self.path = app, path
        self.seen, self.seen_extents = seen, seen_extents  # when it was found; may have changed

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def __repr__(self):
        return f'<{self.role} {self.name!r} {self.extents()} {sorted(self.states)}>'

    # ---- reading

    def _ask(self, interface, method, arguments=None):
        return self.app.desk.bus.ask(self.app.root, self.path, interface, method, arguments)

    def _get(self, interface, name):
        return self._ask('org.freedesktop.DBus.Properties', 'Get',
                         GLib.Variant('(ss)', (interface, name)))[0]

    @property
    def role(self):
        return self.seen.role if self.seen else role_name(self._ask(ACCESSIBLE, 'GetRole')[0])

    @property
    def name(self):
        return clean(self.raw_name)

    @property
    def raw_name(self):
        return self._get(ACCESSIBLE, 'Name')

    @property
    def states(self):
        return state_names(self._ask(ACCESSIBLE, 'GetState')[0])

    @property
    def interfaces(self):
        return self.seen.interfaces if self.seen else self._ask(ACCESSIBLE, 'GetInterfaces')[0]

    def children(self):
        return [Node(self.app, path) for _, path in self._ask(ACCESSIBLE, 'GetChildren')[0]]

    def parent(self):
        path = self._get(ACCESSIBLE, 'Parent')[1]
        return Node(self.app, path) if path not in ('', ROOT, '/org/a11y/atspi/null') else None

    def ancestors(self):
        node = self.parent()
        while node:
            yield node
            node = node.parent()

    def extents(self):
        path, interface, method, arguments = question_extents(self.path)
        try:
            return tuple(self._ask(interface, method, arguments)[0])
        except Gone:
            return 0, 0, 0, 0

    def is_shown(self):
        return bool(self.app.look(top=self).shown([self.app.look().items[self.path]]))

    def is_in_view(self):
        """Whether the pane that scrolls it shows all of it."""
        pane = next((node for node in self.ancestors() if node.role == 'scroll pane'), None)
        if pane is None:
            return True
        (_, y, _, height), (_, top, _, page) = self.extents(), pane.extents()
        return y >= top and y + height <= top + page

    def is_text(self):
        return 'org.a11y.atspi.Text' in self.interfaces

    def text(self):
        if not self.is_text():
            return self.name
        # With a length: GTK 4.8 answers '' for "to the end".
        n_characters = self._get('org.a11y.atspi.Text', 'CharacterCount')
        return self._ask('org.a11y.atspi.Text', 'GetText',
                         GLib.Variant('(ii)', (0, n_characters)))[0]

    @property
    def value(self):
        return self._get('org.a11y.atspi.Value', 'CurrentValue')

    @value.setter
    def value(self, number):
        self._ask('org.freedesktop.DBus.Properties', 'Set',
                  GLib.Variant('(ssv)', ('org.a11y.atspi.Value', 'CurrentValue',
                                         GLib.Variant('d', number))))

    # ---- doing

    def actions(self):
        if 'org.a11y.atspi.Action' not in self.interfaces:
            return []
        names = [(self.path, 'org.a11y.atspi.Action', 'GetName', GLib.Variant('(i)', (n,)))
                 for n in range(self._get('org.a11y.atspi.Action', 'NActions'))]
        return [answer[0] for answer in self.app.desk.bus.ask_all(self.app.root, names)]

    def click(self, action=None):
        """By the Action interface; where GTK offers none, with the pointer."""
        names = self.actions()
        if action is not None and action not in names:
            raise RuntimeError(f'{self} has no action {action}, but {names}')
        if names:
            self._do_action(names.index(action) if action else 0)
        else:
            self.pointer()
        self.app.settle(0.1)
        return self

    def _do_action(self, index):
        try:
            done = self._ask('org.a11y.atspi.Action', 'DoAction',
                             GLib.Variant('(i)', (index,)))[0]
        except Gone as error:  # it closed its own window, or something modal runs
            done = re.search(r'no longer exists|reply|timeout|timed out|object path', str(error),
                             re.I)
        if not done:
            raise RuntimeError(f'the action was refused: {self}')

    def reveal(self):
        """Scrolls it into sight: GTK 4.8 has no ScrollTo, but a scroll bar takes a value. The
        innermost pane first: a text has one of its own."""
        for pane in [node for node in self.ancestors() if node.role == 'scroll pane']:
            self._reveal_in(pane)
        return self

    def _reveal_in(self, pane):
        for bar in pane.children():
            if bar.role != 'scroll bar' or 'vertical' not in bar.states:
                continue
            _, y, _, height = self.extents()
            _, top, _, page = pane.extents()
            if y < top or y + height > top + page:
                range_ = bar.children()[0]
                range_.value = max(0, range_.value + y - top - max(0, (page - height) // 2))
                self.app.settle(0.1)

    def pointer(self, clicks=1, then=()):
        """Clicks on it; then: more words for xdotool."""
        self.reveal()
        x, y, width, height = self.extents()
        origin_x, origin_y = self._origin()
        # The middle of a spin button is its "−".
        across = min(12, width // 2) if self.role == 'spin button' else width // 2
        self.app.desk.x('mousemove', origin_x + x + across, origin_y + y + height // 2, 'click',
                        '--repeat', clicks, '--delay', 60, 1, 'sleep', 0.1, *then)

    def _origin(self):
        """Where the window's accessible origin is on the screen: its X window and the shadow."""
        window = self._window()
        _, _, width, height = window.extents()
        known = self.app.origins
        if (window, width, height) not in known:
            known[window, width, height] = self._find_origin(window.raw_name, width, height)
        return known[window, width, height]

    def _find_origin(self, title, frame_width, frame_height):
        desk = self.app.desk
        for identity in desk.x('search', '--onlyvisible', '--pid', self.app.process.pid,
                               check=False).split():
            if desk.x('getwindowname', identity, check=False) != title:
                continue
            # Not xdotool's place: it counts a window manager's frame twice.
            info = subprocess.run(['xwininfo', '-id', identity], env=desk.env,
                                  capture_output=True, text=True).stdout
            left, top, width, height = (
                int(re.search(key + r':\s+(-?\d+)', info)[1])
                for key in ('Absolute upper-left X', 'Absolute upper-left Y', 'Width', 'Height'))
            extents = subprocess.run(['xprop', '-id', identity, '_GTK_FRAME_EXTENTS'],
                                     env=desk.env, capture_output=True, text=True).stdout
            match = re.search(r'= (\d+), (\d+), (\d+), (\d+)', extents)
            if match:
                return left + int(match[1]), top + int(match[3])
            return left + (width - frame_width) // 2, top + (height - frame_height) // 2
        raise RuntimeError(f'no window called {title!r}')

    def _window(self):
        """The outermost one."""
        return ([self] + list(self.ancestors()))[-1]

    def type(self, text, clear=True, tries=3):
        """With the keyboard, and read back."""
        if not text.isascii():  # xdotool would change the keyboard's map under the window manager
            self.set_text(text)
            return self
        for _ in range(tries):
            before = '' if clear else self.text()
            self.pointer(then=[*(['key', 'ctrl+a', 'BackSpace'] if clear else []),
                               'type', '--delay', 12, '--', text])
            try:
                wait(lambda: self.text() == before + text, '', 5)
                return self
            except Timeout:
                continue
        raise AssertionError(f'typed {text!r}, got {self.text()!r}')

    def set_text(self, text):
        return self._ask('org.a11y.atspi.EditableText', 'SetTextContents',
                         GLib.Variant('(s)', (text,)))[0]


if __name__ == '__main__':
    with Desk(build=sys.argv[1]) as the_desk:
        the_app = the_desk.launch(*sys.argv[2:])
        for the_node in the_app.walk():
            print(the_node, the_node.actions())
