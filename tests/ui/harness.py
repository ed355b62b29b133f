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

Roles are AT-SPI's names ('push button', 'toggle button', 'page tab', 'text', 'check box', …).
One Desk a process: libatspi connects once. Run it with Debian's python3, which has gi.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings

warnings.filterwarnings('ignore', category=DeprecationWarning)

# GTK 4.8 says a widget's type where it has no name.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Gdk|Comark)[A-Z]\w*$')
# What Xvfb and the bare bus have no answer to; not ours.
HARMLESS = re.compile(r'session bus|dconf|Vulkan|libEGL|theme parser', re.I)


class Timeout(AssertionError):
    """What was waited for did not come."""


def wait(ask, what, timeout=10.0, every=0.05):
    """Asks until the answer is true. A node that goes away meanwhile is no answer."""
    end = time.time() + timeout
    while True:
        try:
            answer = ask()
        except Exception as error:
            if type(error).__qualname__ not in ('GError', 'Error'):
                raise
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
        for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'):
            os.environ[name] = self.env[name]
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi
        self.atspi = Atspi
        Atspi.init()
        Atspi.set_timeout(3000, 10000)
        wait(self._has_window_manager, 'the window manager')
        return self

    def _has_window_manager(self):
        answer = subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], env=self.env,
                                capture_output=True)
        return b'#' in answer.stdout

    def __exit__(self, *unused):
        for app in self.apps:
            app.close()
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
        for key in keys:
            self.x('key', '--clearmodifiers', key)
            time.sleep(0.05)

    def shot(self, path):
        subprocess.run(['import', '-silent', '-window', 'root', path], env=self.env, check=True)
        return path


class App:
    """The running program."""

    def __init__(self, desk, process, log):
        self.desk, self.process, self._log = desk, process, log

    @property
    def root(self):
        atspi = self.desk.atspi
        desktop = atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            node = desktop.get_child_at_index(index)
            if node is not None and node.get_process_id() == self.process.pid:
                # Names, states and children change and we run no main loop: never cache them.
                cache = atspi.Cache
                node.set_cache_mask(cache.ROLE | cache.INTERFACES | cache.PARENT)
                return node
        return None

    def windows(self):
        root = self.root
        if root is None:
            return []
        found = (root.get_child_at_index(i) for i in range(root.get_child_count()))
        return [Node(self, node) for node in found if node is not None]

    def window(self):
        return self.windows()[0]

    def act(self, action):
        """Any action of the window without a parameter: 'win.check'."""
        self.window().click(action)

    # ---- finding

    def walk(self, shown=True, rows=False, limit=6000, top=None):
        """Depth first, every node of every window. shown: not what has no area, nor the pages of
        a stack that are not in front. rows: also into the rows of a big list, of which some two
        hundred are made; rows() reads those better."""
        stack = list(reversed(top or self.windows()))
        for _ in range(limit):
            if not stack:
                return
            node = stack.pop()
            try:
                if shown and not node.is_shown():
                    continue
                yield node
                if not rows and node.role == 'list' and node.is_list_view():
                    continue
                children = node.children()
                if shown and len(children) > 1:
                    children = self._in_front(children)
            except Exception as error:
                if 'atspi_error' not in str(error):
                    raise
                continue  # the widget went away meanwhile
            stack.extend(reversed(children))

    @staticmethod
    def _in_front(children):
        """GTK 4.8 never says which page of a stack is in front: of children that lie exactly on
        one another, keep the one that can be picked."""
        places = {}
        for child in children:
            places.setdefault(child.extents(), []).append(child)
        hidden = []
        for (x, y, width, height), group in places.items():
            if len(group) < 2 or width <= 0:
                continue
            for child in group:  # a pick finds only what has been asked for once
                for inner in child.children():
                    for innermost in inner.children()[:8]:
                        innermost.children()
            for at in ((x + 2, y + 2), (x + width - 3, y + height - 3),
                       (x + width // 2, y + height // 2), (x + width // 2, y + 2),
                       (x + 2, y + height // 2)):
                front = [child for child in group if child.hit(*at) is not None]
                if front:
                    hidden += [child for child in group if child not in front]
                    break
        return [child for child in children if child not in hidden]

    def find_all(self, role=None, name=None, shown=True, rows=False):
        def fits(text):
            if name is None:
                return True
            return name.search(text) if hasattr(name, 'search') else text == name
        return [node for node in self.walk(shown, rows)
                if (role is None or node.role == role) and fits(node.name)]

    def find(self, role=None, name=None, shown=True, timeout=8):
        return wait(lambda: self.find_all(role, name, shown), f'{role} {name!r}', timeout)[0]

    def gone(self, role=None, name=None, timeout=8):
        wait(lambda: not self.find_all(role, name), f'{role} {name!r} to go', timeout)

    def wait_text(self, text, timeout=10):
        return wait(lambda: [node for node in self.walk() if text in node.name],
                    f'the text {text!r}', timeout)[0]

    def rows(self, table=None):
        """The rows on the screen of the first (or named) table, top to bottom: pairs of the row
        and its cells' texts. Found by picking down the view: GTK 4.8 keeps row widgets that are
        not in use, whose places lie."""
        view = next(c for c in self.find('tree table', table).children() if c.role == 'list')
        x0, y0, width, height = view.extents()
        for row in view.children():
            row.children()
        found, y = [], y0 + 4
        while y < y0 + height:
            node = view.hit(x0 + width // 2, y)
            node = node and Node(self, node)
            while node and node.role != 'table row':
                node = node.parent()
            if node and node not in [row for row, _ in found]:
                found.append((node, [cell.joined_text() for cell in node.children()]))
                y = max(y, node.extents()[1] + node.extents()[3] + 3)
            else:
                y += 8
        return found

    def open_row(self, text, table=None, timeout=10):
        """Opens the first row of a table in which some cell says text."""
        def row_with_text():
            return [row for row, cells in self.rows(table) if any(text in c for c in cells)]
        row = wait(row_with_text, f'a row with {text!r}', timeout)[0]
        row.pointer()
        row.pointer(clicks=2)
        self.settle(0.1)

    def choose(self, name, value):
        """Picks a value in the drop-down called name (its name may go on: 'Acting as …')."""
        box = self.find('combo box', re.compile('^' + re.escape(name)))
        box.pointer()
        wait(lambda: self.find_all('list item', rows=True) or True, 'the list')
        self.settle(0.15)
        for node in self.walk(rows=True):
            if node.name == value and node.role in ('label', 'list item') and node.in_popover():
                node.pointer()
                self.settle(0.15)
                return
        raise AssertionError(f'no {value!r} in {name!r}')

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

    ROLES = {'button': 'push button'}  # newer libatspi says button

    def __init__(self, app, accessible):
        self.app, self.accessible = app, accessible
        self.atspi = app.desk.atspi

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible.path == other.accessible.path

    def __hash__(self):
        return hash(self.accessible.path)

    def __repr__(self):
        return f'<{self.role} {self.name!r} {self.extents()} {sorted(self.states)}>'

    # ---- reading

    @property
    def role(self):
        role = self.accessible.get_role_name()
        return self.ROLES.get(role, role)

    @property
    def name(self):
        return clean(self.accessible.get_name() or '')

    @property
    def raw_name(self):
        return self.accessible.get_name() or ''

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    def children(self):
        found = (self.accessible.get_child_at_index(i)
                 for i in range(self.accessible.get_child_count()))
        return [Node(self.app, node) for node in found if node is not None]

    def parent(self):
        node = self.accessible.get_parent()
        return node and Node(self.app, node)

    def ancestors(self):
        node = self.parent()
        while node:
            yield node
            node = node.parent()

    def in_popover(self):
        return any(node.raw_name == 'GtkPopover' or node.role in ('popup menu', 'list box')
                   for node in self.ancestors())

    def extents(self):
        try:
            place = self.atspi.Component.get_extents(self.accessible,
                                                     self.atspi.CoordType.WINDOW)
            return place.x, place.y, place.width, place.height
        except Exception:
            return 0, 0, 0, 0

    def is_shown(self):
        if self.role in ('application', 'frame'):
            return 'showing' in self.states
        try:
            place = self.atspi.Component.get_extents(self.accessible,
                                                     self.atspi.CoordType.WINDOW)
        except Exception:
            return True  # a page of a stack has no place of its own
        return place.width > 0 and place.height > 0

    def hit(self, x, y):
        try:
            return self.atspi.Component.get_accessible_at_point(self.accessible, x, y,
                                                                self.atspi.CoordType.WINDOW)
        except Exception:
            return None

    def is_list_view(self):
        if self.accessible.get_child_count() < 2:
            return False
        first = self.accessible.get_child_at_index(0)
        return first.get_role_name() in ('table row', 'list item') \
            and self.parent().role in ('tree table', 'scroll pane')

    def is_text(self):
        return 'Text' in self.accessible.get_interfaces()

    def text(self):
        # Called unbound, and with a length: newer libatspi has another get_text, and GTK 4.8
        # answers '' for "to the end".
        text = self.atspi.Text
        if not self.is_text():
            return self.name
        return text.get_text(self.accessible, 0, text.get_character_count(self.accessible))

    def joined_text(self):
        return ' '.join(node.text() for node in self.app.walk(top=[self], rows=True)
                        if node.is_text())

    @property
    def value(self):
        return self.atspi.Value.get_current_value(self.accessible)

    @value.setter
    def value(self, number):
        self.atspi.Value.set_current_value(self.accessible, number)

    # ---- doing

    def actions(self):
        try:
            action = self.atspi.Action
            return [action.get_action_name(self.accessible, i)
                    for i in range(action.get_n_actions(self.accessible))]
        except Exception:
            return []

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
            done = self.atspi.Action.do_action(self.accessible, index)
        except Exception as error:  # it closed its own window, or something modal runs
            done = re.search(r'no longer exists|reply|timeout|timed out', str(error), re.I)
        if not done:
            raise RuntimeError(f'the action was refused: {self}')

    def reveal(self):
        """Scrolls it into sight: GTK 4.8 has no ScrollTo, but a scroll bar takes a value."""
        pane = next((node for node in self.ancestors() if node.role == 'scroll pane'), None)
        for bar in pane.children() if pane else []:
            if bar.role != 'scroll bar' or 'vertical' not in bar.states:
                continue
            _, y, _, height = self.extents()
            _, top, _, page = pane.extents()
            if y < top or y + height > top + page:
                range_ = bar.children()[0]
                range_.value = max(0, range_.value + y - top - max(0, (page - height) // 2))
                self.app.settle(0.1)
        return self

    def pointer(self, clicks=1):
        self.reveal()
        x, y, width, height = self.extents()
        origin_x, origin_y = self._origin()
        # The middle of a spin button is its "−".
        across = min(12, width // 2) if self.role == 'spin button' else width // 2
        self.app.desk.x('mousemove', origin_x + x + across, origin_y + y + height // 2, 'click',
                        '--repeat', clicks, '--delay', 60, 1)
        time.sleep(0.05)

    def _origin(self):
        """Where the window's accessible origin is on the screen: its X window and the shadow."""
        desk, window = self.app.desk, self._window()
        title = window.get_name()
        frame = self.atspi.Component.get_extents(window, self.atspi.CoordType.WINDOW)
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
            return left + (width - frame.width) // 2, top + (height - frame.height) // 2
        raise RuntimeError(f'no window called {title!r}')

    def _window(self):
        node = self.accessible
        while node is not None and node.get_role_name() not in ('frame', 'dialog', 'window',
                                                                'alert'):
            node = node.get_parent()
        return node

    def type(self, text, clear=True, tries=3):
        """With the keyboard, and read back."""
        if not text.isascii():  # xdotool would change the keyboard's map under the window manager
            self.set_text(text)
            return self
        for _ in range(tries):
            self.pointer()
            time.sleep(0.15)
            if clear:
                self.app.desk.key('ctrl+a', 'BackSpace')
            before = '' if clear else self.text()
            self.app.desk.x('type', '--delay', 15, '--', text)
            end = time.time() + 2
            while time.time() < end:
                if self.text() == before + text:
                    return self
                time.sleep(0.05)
        raise AssertionError(f'typed {text!r}, got {self.text()!r}')

    def set_text(self, text):
        return self.atspi.EditableText.set_text_contents(self.accessible, text)


if __name__ == '__main__':
    with Desk(build=sys.argv[1]) as the_desk:
        the_app = the_desk.launch(*sys.argv[2:])
        for the_node in the_app.walk(limit=400):
            print(the_node, the_node.actions())
