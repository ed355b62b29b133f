# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, asked directly.

libatspi asks for one property at a time and keeps old answers; on a busy machine the round trips
are what a test waits for. Here many questions go out together, and GTK's own cache answers for
everything that has been asked for once.
"""
from collections import namedtuple

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ROOT = '/org/a11y/atspi/accessible/root'
TIMEOUT_MS = 20000
WINDOW = 1  # coordinates in the window

Item = namedtuple('Item', 'path parent index n_children interfaces name role description states')


class Gone(Exception):
    """It went away, or does not answer to this."""


def _connect(address):
    flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
             | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def role_name(number):
    name = Atspi.role_get_name(Atspi.Role(number))
    return 'push button' if name == 'button' else name  # newer libatspi says button


def state_names(words):
    bits = words[0] | (words[1] << 32 if len(words) > 1 else 0)
    return {Atspi.StateType(n).value_nick for n in range(bits.bit_length()) if bits >> n & 1
            and n < Atspi.StateType.LAST_DEFINED}


class Bus:
    """A connection to the accessibility bus of a session."""

    def __init__(self, session_address):
        session = _connect(session_address)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, 0, TIMEOUT_MS, None).unpack()[0]
        self._connection = _connect(address)

    def ask(self, name, path, interface, method, arguments=None):
        """The answer, unpacked: a tuple."""
        try:
            answer = self._connection.call_sync(name, path, interface, method, arguments, None, 0,
                                                TIMEOUT_MS, None)
        except GLib.Error as error:
            raise Gone(error.message) from error
        return answer.unpack()

    def ask_all(self, name, questions):
        """The answers to many (path, interface, method, arguments), None where there is none."""
        answers = [None] * len(questions)
        if not questions:
            return answers
        loop, left = GLib.MainLoop(), [len(questions)]

        def on_answer(connection, result, number):
            try:
                answers[number] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass
            left[0] -= 1
            if left[0] == 0:
                loop.quit()

        for number, (path, interface, method, arguments) in enumerate(questions):
            self._connection.call(name, path, interface, method, arguments, None, 0, TIMEOUT_MS,
                                  None, on_answer, number)
        loop.run()
        return answers

    def program(self, pid):
        """The bus name of the program with this process id, None before it is there."""
        try:
            children = self.ask('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren')[0]
            for name, _ in children:
                answer = self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                  'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                  GLib.Variant('(s)', (name,)))
                if answer[0] == pid:
                    return name
        except Gone:
            pass
        return None


def question_extents(path):
    return path, 'org.a11y.atspi.Component', 'GetExtents', GLib.Variant('(u)', (WINDOW,))


def question_pick(path, x, y):
    return (path, 'org.a11y.atspi.Component', 'GetAccessibleAtPoint',
            GLib.Variant('(iiu)', (x, y, WINDOW)))


class Tree:
    """What a program shows at one moment: items by path, children in order, places."""

    def __init__(self, bus, name, into_rows=False, top=None):
        self.bus, self.name = bus, name
        self.into_rows, self.top = into_rows, top or ROOT
        self.extents = {}
        self._read()
        if self._descend():
            self._read()
        self._link()

    def _read(self):
        """What GTK's cache says of everything that has ever been asked for. The children are not
        taken from it: it goes on naming those that are gone, and leaves out new ones."""
        rows = self.bus.ask(self.name, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache',
                            'GetItems')[0]
        self.items = {}
        for own, _, parent, index, n_children, interfaces, name, role, description, states in rows:
            self.items[own[1]] = Item(own[1], parent[1], index, n_children, interfaces, name,
                                      role_name(role), description, state_names(states))

    def _descend(self):
        """Asks down from the top for children; whether any of them was not known yet."""
        self.paths, level, is_new = {}, [self.top], False
        while level:
            answers = self.bus.ask_all(self.name, [(path, ACCESSIBLE, 'GetChildren', None)
                                                   for path in level])
            below = []
            for path, answer in zip(level, answers):
                self.paths[path] = [child for _, child in answer[0]] if answer else []
                below += self.paths[path]
            is_new = is_new or any(path not in self.items for path in below)
            level = [path for path in below if self._may_have_children(path)]
        return is_new

    def _may_have_children(self, path):
        item = self.items.get(path)
        return item is None or (item.n_children > 0
                                and (self.into_rows or not self.is_list_view(item)))

    def _link(self):
        self.children = {path: [self.items[child] for child in children if child in self.items]
                         for path, children in self.paths.items()}

    def is_list_view(self, item):
        """Of a big list some two hundred rows are made, most of them out of sight."""
        if item.role != 'list' or item.n_children < 2:
            return False
        parent = self.items.get(item.parent)
        return parent is not None and parent.role in ('tree table', 'scroll pane')

    def all(self):
        """Depth first."""
        own = [self.items[self.top]] if self.top != ROOT and self.top in self.items else []
        stack = own or list(reversed(self.children.get(ROOT, [])))
        while stack:
            item = stack.pop()
            yield item
            stack.extend(reversed(self.children.get(item.path, [])))

    # ---- what is in sight

    def _measure(self, items):
        wanted = [item for item in items if item.path not in self.extents]
        answers = self.bus.ask_all(self.name, [question_extents(i.path) for i in wanted])
        for item, answer in zip(wanted, answers):
            self.extents[item.path] = tuple(answer[0]) if answer else None

    def shown(self, items=None):
        """Those of items (all, if None) that are in sight or can be scrolled there, in order."""
        wanted = list(self.all()) if items is None else items
        order = {item.path: n for n, item in enumerate(wanted)}
        lines = {}  # every item on the way from a window to a wanted one
        for item in wanted:
            while item is not None and item.path not in lines:
                lines[item.path] = item
                item = self.items.get(item.parent) if item.path != self.top else None
        siblings = {s.path: s for i in lines.values() for s in self.children.get(i.parent, [])}
        self._measure({**siblings, **lines}.values())
        hidden = self._behind(lines)
        seen = {}

        def is_seen(item):
            if item.path not in seen:
                parent = self.items.get(item.parent) if item.path != self.top else None
                above = parent is None or parent.path == ROOT or is_seen(parent)
                seen[item.path] = above and self._has_room(item) and item.path not in hidden
            return seen[item.path]

        return sorted((item for item in wanted if is_seen(item)), key=lambda i: order[i.path])

    def _has_room(self, item):
        if item.role in ('application', 'frame'):
            return 'showing' in item.states
        extents = self.extents.get(item.path)
        # A page of a stack has no place of its own.
        return extents is None or (extents[2] > 0 and extents[3] > 0)

    def _behind(self, lines):
        """GTK 4.8 never says which page of a stack is in front, and the others keep the place
        that they last had: the one in front is the one that can be picked."""
        groups = {}
        for item in lines.values():
            for sibling in self.children.get(item.parent, []):
                key = item.parent, self._is_page(sibling) or self._place(sibling)
                groups.setdefault(key, {})[sibling.path] = sibling
        questions, about = [], []
        for key, members in groups.items():
            for member in members.values() if len(members) > 1 else ():
                for number, at in enumerate(self._points(member)):
                    questions.append(question_pick(self._solid(member).path, *at))
                    about.append((key, number, member.path))
        answers = self.bus.ask_all(self.name, questions)
        front = {}
        for (key, number, path), answer in zip(about, answers):
            if answer and answer[0][1] not in ('', '/org/a11y/atspi/null'):
                front.setdefault(key, {}).setdefault(number, set()).add(path)
        return {path for key, by_point in front.items()
                for path in set(groups[key]) - by_point[min(by_point)]}

    def _is_page(self, item):
        """A page of a stack has no place of its own."""
        return self.extents.get(item.path) is None and 'Component' not in str(item.interfaces)

    def _solid(self, item):
        """A page of a stack stands for the widget in it."""
        below = self.children.get(item.path, [])
        return below[0] if len(below) == 1 and self._is_page(item) else item

    def _place(self, item):
        solid = self._solid(item)
        if solid.path not in self.extents:
            self._measure([solid])
        return self.extents.get(solid.path)

    def _points(self, item):
        place = self._place(item)
        if not place or place[2] <= 0 or place[3] <= 0:
            return []
        x, y, width, height = place
        return ((x + 2, y + 2), (x + width - 3, y + height - 3),
                (x + width // 2, y + height // 2), (x + width // 2, y + 2),
                (x + 2, y + height // 2))
