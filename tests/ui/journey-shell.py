#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to a first submission, as a new administrator does it, in the real window."""
import os
import re
import sys

from harness import Desk, wait

SLOWEST_BEAT_MS = 250


def make_register(app):
    app.find('push button', 'New register…').click()
    app.find('text', 'Organisation').type('Lambeth Forum')
    app.find('text', 'Your name').type('Pat Owner')
    app.find('push button', 'Make register').click()
    app.find('combo box', 'Acting as: Pat Owner', timeout=20)
    app.wait_text('Nothing waits for you')


def add_person(app):
    app.find('push button', 'People').click()
    app.find('push button', 'Add a person…').click()
    app.find('push button', 'Save').click()
    app.wait_text('The name is missing')
    app.find('text', 'Name').type('Amina Yusuf')
    app.find('check box', re.compile('^Panel member')).click()
    app.choose('On the panel as', 'Expert by experience')
    app.find('push button', 'Save').click()
    app.wait_text('Saved.')
    wait(lambda: [c for _, c in app.rows('People') if c[0] == 'Amina Yusuf'], 'Amina in the table')


def make_submission(app, title):
    app.act('win.new-submission')
    app.find('text', 'Title of the document').type(title)
    app.find('push button', 'Make it').click()
    app.wait_text('Being prepared')
    app.wait_text(title)


def find_it(desk, app):
    app.find('push button', 'Submissions').click()
    app.wait_text('2 submissions')
    desk.key('ctrl+f')
    desk.x('type', '--delay', 15, '--', 'discharge')
    app.wait_text('1 of 2')
    rows = wait(lambda: [c for _, c in app.rows('Submissions') if 'Safe discharge' in c[1]],
                'the submission found')
    assert 'Being prepared' in rows[0], rows


def leave_list_by_tab(desk, app):
    """From the search field into the list, and with one Tab out of it again."""
    view = app.find('tree table', 'Submissions')
    desk.key('Return')

    def in_list():
        return [n for n in app.walk(top=view, rows=True) if 'focused' in n.states]
    wait(in_list, 'the focus in the list')
    desk.key('Tab')
    wait(lambda: not in_list(), 'the focus out of the list')


def act_as_member(app):
    app.choose('Acting as', 'Amina Yusuf')
    app.gone('push button', 'People')
    app.wait_text('Nothing found')


def slowest_beat(path):
    with open(path) as file:
        return dict(line.split() for line in file)['max_ms']


def main(build):
    with Desk(build=build) as desk:
        beat = os.path.join(desk.folder, 'heartbeat')
        app = desk.launch(env={'COMARK_HEARTBEAT': beat})
        make_register(app)
        add_person(app)
        make_submission(app, 'Safe discharge policy')
        make_submission(app, 'Leaflet about visits')
        find_it(desk, app)
        leave_list_by_tab(desk, app)
        app.act('win.check')
        app.wait_text('All is well')
        app.find('push button', 'OK').click()
        act_as_member(app)
        app.act('win.check')
        app.wait_text('This cannot be done now')
        app.find('push button', 'OK').click()
        app.gone('push button', 'OK')
        app.settle()
        desk.key('ctrl+q')
        wait(lambda: app.process.poll() is not None, 'the program to end')
        assert app.process.returncode == 0, app.process.returncode
        assert not app.complaints(), app.complaints()
        assert int(slowest_beat(beat)) < SLOWEST_BEAT_MS, slowest_beat(beat)
        print('slowest beat', slowest_beat(beat), 'ms')


if __name__ == '__main__':
    main(sys.argv[1])
