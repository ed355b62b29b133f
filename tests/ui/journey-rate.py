#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All criteria rated by keyboard alone on one page; what was typed undone and done again over
criteria and saves; evidence items answered."""
import re

import journey
from harness import wait
from journey import Journey
from people import MEMBERS, criteria, make_pack, with_people

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
    way.app.find('text', 'Your reason')
    return way


def focused(way):
    return [node for node in way.app.walk() if 'focused' in node.states]


def tab_to(way, name, key='Tab'):
    """With the keyboard alone, from wherever the focus is."""
    for _ in range(80):
        if any(re.search(name, node.seen.name or '') for node in focused(way)):
            return
        way.desk.key(key)
    raise AssertionError(f'{key} never reached {name}')


def stored(register, ref):
    review = register.json('review', 'show', ref, who=MEMBER)[0]
    return review, {rating['criterion']: rating for rating in review['ratings']}


def value_for(criterion):
    return 4 if criterion == 'C1' else 3


def show_list(way):
    tab_to(way, '^Whole list$')
    way.desk.key('space')
    reasons = len(criteria(way.register))
    wait(lambda: len(way.app.find_all('text', 'Your reason', shown=False)) > reasons - 1,
         'all forms')
    way.app.settle()


def test_whole_list_by_keyboard(desk, folder):
    register, ref = ready_to_rate(folder)
    ids = [c['id'] for c in criteria(register)]
    way = open_review(desk, folder, register, ref)
    show_list(way)
    way.desk.key('alt+Page_Down', 'alt+Page_Up')
    for criterion in ids:
        way.desk.key(*['Down'] * value_for(criterion), 'Tab', 'Down', 'Down', 'Tab')
        way.desk.x('type', '--delay', 8, f'{criterion}: seen in the ideas log.')
        way.desk.key('alt+Page_Down')
    way.app.find('label', f'{len(ids)} of {len(ids)}')
    wait(lambda: sorted(stored(register, ref)[1]) == sorted(ids), 'all ratings stored')
    wait(lambda: all('ideas log.' in r['reason'] for r in stored(register, ref)[1].values()),
         'all reasons stored')
    for criterion, rating in stored(register, ref)[1].items():
        assert rating['value'] == str(value_for(criterion)), rating
        assert rating['strength'] == 'shown', rating
        assert rating['reason'] == f'{criterion}: seen in the ideas log.', rating
    way.close()
    print('# longest beat', way.longest_ms, 'ms')
    assert register.run('check') == 'All is well.'


def test_undo_over_criteria_and_saves(desk, folder):
    register, ref = ready_to_rate(folder)
    first, second = [c['id'] for c in criteria(register)][:2]
    way = open_review(desk, folder, register, ref)
    reason = way.app.find('text', 'Your reason')
    reason.type('Said before. And after.')
    way.told(SAVED)
    way.desk.key('alt+Page_Down', 'Down', 'Down')
    wait(lambda: second in stored(register, ref)[1], 'the second one stored')
    way.desk.key('ctrl+z', 'ctrl+z')
    wait(lambda: stored(register, ref)[1][second]['value'] == '', 'nothing chosen at the second')
    way.desk.key('ctrl+z')
    wait(lambda: stored(register, ref)[1][first]['reason'] == 'Said before. ', 'a sentence undone')
    assert reason.text() == 'Said before. ', reason.text()
    way.desk.key('ctrl+shift+z')
    wait(lambda: stored(register, ref)[1][first]['reason'] == 'Said before. And after.', 'redone')
    way.press('Undo')
    wait(lambda: reason.text() == 'Said before. ', 'undone by the button')
    way.close()


def test_evidence_by_keyboard(desk, folder):
    register, ref = ready_to_rate(folder)
    rows = register.json('review', 'coverage', ref, who=MEMBER)
    row = next(row for row in rows if row['items'])
    title = row['items'][0]['evidence']
    way = open_review(desk, folder, register, ref)
    for _ in range(rows.index(row)):
        way.desk.key('alt+Page_Down')
    tab_to(way, f'^{re.escape(title)}: I have not said', 'shift+Tab')
    way.desk.key('Right', 'Right', 'Right')
    wait(lambda: [c['cover'] for c in stored(register, ref)[0]['covers']] == ['gap'], 'a gap')
    way.close()
    way = open_review(desk, folder, register, ref)
    gap = way.app.find('check box', f'{title}: Gap')
    assert 'checked' in gap.states, gap.states
    way.close()


def test_same_page_again(desk, folder):
    register, ref = ready_to_rate(folder)
    way = open_review(desk, folder, register, ref)
    page = way.app.find('text', 'Page number')
    wait(lambda: page.text() == '1', 'the first page')
    way.app.find('label', re.compile('^of [0-9]+'))
    for _ in range(3):
        way.press('Next page')
    wait(lambda: page.text() == '4', 'the fourth page')
    way.close()
    way = open_review(desk, folder, register, ref)
    wait(lambda: way.app.find('text', 'Page number').text() == '4', 'the fourth page again')
    way.close()


if __name__ == '__main__':
    journey.run([test_whole_list_by_keyboard, test_undo_over_criteria_and_saves,
                 test_evidence_by_keyboard, test_same_page_again])
