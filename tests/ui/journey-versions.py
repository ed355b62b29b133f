#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was, beside what is, through the window: what changed in a document since a member rated
it, any two of its versions, and the member's own reviews as they were handed in."""
import os
import random
import re
import shutil

import journey
from harness import wait
from journey import BUILD, Journey
from people import ADMIN, make_pack, with_people

MEMBER, OWNER, REF = 'Dafydd Rees', 'Joe Castellano', 'S-2025-0004'


def on_demo(desk, folder, who, tab):
    path = os.path.join(folder, 'demo.comark')
    shutil.copy(os.path.join(BUILD, 'data/demo/demo.comark'), path)
    way = Journey(desk, folder, path)
    way.open('--as', who, '--open', f'{REF}/{tab}')
    return way


def words(way, name):
    return wait(way.app.find('text', name).text, f'words in {name}')


def close_window(way, title):
    way.desk.key('Escape')
    way.app.gone(None, title)


def test_what_changed_since_i_rated(desk, folder):
    way = on_demo(desk, folder, MEMBER, 'review')
    way.told('You gave ratings on version 1 of the document. This is version 2.')
    way.press('What changed since I rated')
    way.told(re.compile('^Change 1 of '))
    said = words(way, 'What changed')
    assert 'Removed: ' in said and 'Added: You can come at any time' in said, said
    assert 'Food that does not need a fridge' not in said, said     # what is the same
    desk.key('alt+Page_Down')
    way.told(re.compile('^Change 2 of '))
    way.press('Next change')
    way.told(re.compile('^Change 3 of '))
    desk.key('alt+Page_Up')
    way.told(re.compile('^Change 2 of '))
    way.press('Whole text')
    wait(lambda: 'Food that does not need a fridge' in words(way, 'What changed'), 'the whole text')
    way.told(re.compile('^Change 2 of '))
    close_window(way, 'Compare versions')
    way.close()


def test_versions_of_my_review(desk, folder):
    way = on_demo(desk, folder, MEMBER, 'review')
    way.press('Versions of my review')
    way.told('3 answers differ.')
    said = words(way, 'The answers, one after the other')
    assert re.search('Rating changed: 2, .* → 3, ', said), said
    assert 'Removed: Nothing Added: Something was sent' in said, said
    assert 'B3' not in said, said
    way.press('All answers')
    wait(lambda: 'B3' in words(way, 'The answers, one after the other'), 'all answers')
    close_window(way, 'Versions of my review')
    way.close()


def test_any_two_versions(desk, folder):
    way = on_demo(desk, folder, OWNER, 'document')
    way.press('Compare versions')
    way.told(re.compile('^Change 1 of '))
    second = way.app.find('combo box', re.compile('^To: ')).name.removeprefix('To: ')
    way.app.choose('From', second)
    way.told(re.compile('one version twice'))
    close_window(way, 'Compare versions')
    way.close()


def write_much(folder, name, seed):
    words = random.Random(seed)
    path = os.path.join(folder, name)
    with open(path, 'w') as out:
        for _ in range(40000):
            out.write(' '.join('%x' % words.randrange(5000) for _ in range(12)) + '.\n\n')
    return path


def test_long_ones_can_be_stopped(desk, folder):
    """Megabytes in which hardly a paragraph is the same: the window goes on answering."""
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    for seed, name in enumerate(('one.txt', 'two.txt')):
        register.run('submission', 'send-back', ref, '--because', 'Once more.')
        register.run('submission', 'document', ref, write_much(folder, name, seed))
        register.run('submission', 'submit', ref)
    way = Journey(desk, folder, register.path)
    way.open('--as', ADMIN, '--open', f'{ref}/document')
    way.press('Compare versions')
    way.press('Stop')
    way.told('Not compared')
    way.press('Try again')
    way.told(re.compile('^Change 1 of '))
    way.press('Whole text')
    way.app.settle(0.5)
    desk.key('alt+Page_Down')
    way.told(re.compile('^Change 2 of '))
    close_window(way, 'Compare versions')
    way.close()


if __name__ == '__main__':
    journey.run([test_what_changed_since_i_rated, test_versions_of_my_review, test_any_two_versions,
                 test_long_ones_can_be_stopped])
