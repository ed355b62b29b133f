#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are safe a second after the last key: killed, the window comes back with them; and of two
windows on one file the later is told, and keeps its own."""
import os
import re
import signal

import journey
from harness import wait
from journey import Journey
from people import MEMBERS, make_pack, with_people

MEMBER = list(MEMBERS)[0]
SAVED = re.compile('^Saved')


def ready_to_rate(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    register.run('interest', ref, MEMBER, 'none', who=MEMBER)
    return register, ref


def open_review(desk, folder, register, ref):
    way = Journey(desk, folder, register.path)
    way.open('--as', MEMBER, '--open', f'{ref}/review')
    way.reason = way.app.find('text', 'Your reason')
    return way


def kill(way):
    os.killpg(way.app.process.pid, signal.SIGKILL)
    way.app.process.wait()


def stored_reason(register, ref):
    return register.json('review', 'show', ref, who=MEMBER)[0]['ratings'][0]['reason']


def test_killed_window_keeps_what_was_saved(desk, folder):
    register, ref = ready_to_rate(folder)
    way = open_review(desk, folder, register, ref)
    way.reason.type('They decided on chapter 2.')
    way.told(SAVED)
    wait(lambda: stored_reason(register, ref) == 'They decided on chapter 2.', 'the words stored')
    desk.x('key', 'ctrl+End', 'type', '--delay', 8, ' And on')
    kill(way)                                   # within the second after the last key
    way = open_review(desk, folder, register, ref)
    kept = wait(way.reason.text, 'the words')
    assert 'They decided on chapter 2. And on'.startswith(kept), kept
    assert kept.startswith('They decided on chapter 2.'), kept
    way.close()
    assert register.run('check') == 'All is well.'


def test_later_of_two_windows_is_told_and_keeps_its_words(desk, folder):
    register, ref = ready_to_rate(folder)
    first = open_review(desk, folder, register, ref)
    second = open_review(desk, folder, register, ref)
    words = 'Words that somebody types for some seconds'
    second.reason.pointer()
    typing = desk.type_slowly(words)
    first.reason.set_text('Words of the first window')
    first.told(SAVED)
    assert typing.poll() is None, 'the first window took too long to save'
    typing.wait()
    second.told('was changed in another window')
    assert second.reason.text() == words, second.reason.text()
    second.press('Keep mine')
    second.told(SAVED)
    second.close()
    assert stored_reason(register, ref) == words
    wait(lambda: first.reason.text() == words, 'the other words in the first window')
    first.close()
    assert register.run('check') == 'All is well.'


if __name__ == '__main__':
    journey.run([test_killed_window_keeps_what_was_saved,
                 test_later_of_two_windows_is_told_and_keeps_its_words])
