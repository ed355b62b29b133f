#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from end to end in the real window: a new register, its people, a pack with a real
PDF of more than 100 pages, four people who rate it alone, the meeting, the decision, the mark."""
from datetime import datetime, timedelta, timezone
import os
import re

import journey
from certificate import check_certificate
from harness import wait
from journey import Journey, starts
from people import ADMIN, CHAIRS, MEMBERS, criteria, make_pack

KINDS = {'expert': 'Expert by experience', 'staff': 'Staff'}
TITLE = 'Safe discharge policy'
CONFIRMED = ('C1', 'F1')  # a high value here needs somebody who took part


# ---- a new register and its people

def make_register(way, path):
    app = way.open(file=False)
    way.press('New register…')
    app.find('text', 'Organisation').type('Broadland Community Trust')
    app.find('text', starts('Your name')).type(ADMIN)
    app.find('check box', starts('Practice')).pointer()
    app.find('text', 'Where to keep it').type(path)
    way.press('Make register')
    way.register.path = path
    app.find('combo box', f'Acting as: {ADMIN}')


def add_person(way, name, roles, kind=None):
    way.press('Add a person…')
    way.app.find('text', 'Name').type(name)
    if kind:
        way.app.choose('On the panel as', KINDS[kind])
    for role in roles:
        way.app.find('check box', starts(role)).pointer()
    way.press('Save')
    way.app.gone('frame', 'New person')
    wait(lambda: [row for row, cells in way.app.rows('People') if name in cells],
         f'{name} in the list')


def add_people(way):
    way.press('People')
    add_person(way, 'Ines Duarte', ['Document owner'])
    for name, kind in MEMBERS.items():
        chair = ['Co-chair'] if name in CHAIRS else []
        add_person(way, name, ['Panel member', *chair], kind)


# ---- the submission

def import_pack(way, pack):
    way.app.act('win.import-pack')
    way.choose_file('Import a submission pack', pack)
    way.told('Import this pack?')
    way.press('Import')
    way.told(TITLE)
    return way.app.find('label', re.compile(r'^S-\d+')).name


def invite_panel(way):
    """By the administrator, on the Overview."""
    way.go_to('Overview')
    way.press('Everything is there…')
    way.press('Yes, all is there')
    way.press('Invite members…')
    way.app.find('frame', 'Invite members')
    for name in MEMBERS:
        way.app.find('check box', starts(name)).pointer()
    way.told('✓ This panel can decide.')
    way.press('Invite')
    way.app.gone('frame', 'Invite members')
    way.app.find('label', 'In review')


# ---- four people, each alone

def answer_interests(way):
    way.take_up(f'Say whether you have an interest in {TITLE}')
    way.press('Answer the invitation')
    way.app.find('check box', starts('No interest')).pointer()
    way.press('Record my answer')
    way.told('Which is nearest to what you see?')


def value_for(criterion):
    return 4 if criterion == 'C1' else 3


def level(way, value):
    return way.app.find('check box', re.compile(f'^{value}\\b'))


def focus_form(way):
    """With Tab alone, from wherever the focus is."""
    for _ in range(60):
        way.desk.key('Tab')
        boxes = way.app.find_all('check box', re.compile('^[0-4?]'))
        if any('focused' in box.states for box in boxes):
            return
    raise AssertionError('Tab never reached the levels')


def rate_by_keyboard(way, ids):
    """Every criterion: the level, how well it is shown, the reason, then the next. Keys wait for
    nothing: they are taken in the order in which they come."""
    focus_form(way)
    way.desk.key('alt+Page_Down', 'alt+Page_Up')
    for criterion in ids:
        way.desk.key(*['Down'] * value_for(criterion), 'Tab', 'Down', 'Down', 'Tab')
        way.desk.x('type', '--delay', 8, f'{criterion}: seen in the ideas log.')
        way.desk.key('alt+Page_Down')
    way.app.find('label', f'{len(ids)} of {len(ids)}')
    way.told(re.compile('^Saved'))


def rate_one_by_pointer(way, criterion):
    level(way, value_for(criterion)).pointer()
    way.app.find('check box', starts('Shown')).pointer()
    way.app.find('text', 'Your reason').type('Seen in the ideas log.')
    way.told(re.compile('^Saved'))


def hand_in(way):
    way.press('Hand in…')
    way.told('Hand in your review?')
    way.press('Hand in')
    way.told(starts('You handed in this review'))


def rate(way, ref, number, member, ids):
    if number == 0:
        rate_by_keyboard(way, ids)
        return
    rate_one_by_pointer(way, ids[0])
    for criterion in ids[1:]:
        way.register.run('review', 'rate', ref, f'{criterion}={value_for(criterion)}',
                         '--because', 'Seen.', '--strength', 'shown', who=member)


def check_review(way, ref, member, ids):
    found = {r['criterion']: r
             for r in way.register.json('review', 'show', ref, who=member)[0]['ratings']}
    assert sorted(found) == sorted(ids), found
    for criterion in ids:
        rating = found[criterion]
        assert rating['value'] == str(value_for(criterion)), rating
        assert rating['strength'] == 'shown' and 'een' in rating['reason'], rating


def review(way, ref, ids):
    for number, member in enumerate(MEMBERS):
        way.act_as(member)
        answer_interests(way)
        rate(way, ref, number, member, ids)
        hand_in(way)
        check_review(way, ref, member, ids)


# ---- the meeting

def open_meeting(way):
    way.act_as(CHAIRS[0])
    way.open_submission(TITLE, 'Decision')
    way.press('Open the meeting')
    for name in MEMBERS:
        way.app.choose(f'{name}: how they are at the meeting', 'In the room')
    way.told('There is a quorum')


def confirm_evidence(way, criterion):
    way.press(f'Record a confirmation of {criterion}')
    way.app.find('frame', f'Confirmation of {criterion}')
    way.app.find('combo box', starts('Who confirms it?: Kwame Mensah'))
    way.app.find('text', starts('How did they say so?')).type('by phone')
    way.press('Record')
    way.told('The confirmation is recorded.')
    way.app.gone('frame', f'Confirmation of {criterion}')


def agree_what_nobody_needs_to_talk_about(way):
    way.press(re.compile(r'^Use all \d+ suggestions'))
    way.press('Agree them')
    way.told('The suggestions are agreed.')


def agree_as_confirmed(way, criterion):
    way.press(f'Agree a value for {criterion}')
    level(way, value_for(criterion)).pointer()
    way.app.find('check box', starts('Confirmed')).pointer()
    way.press('Record this value')
    way.told(f'{criterion} is agreed.')


def decide(way, ref):
    way.told(re.compile('^Awarded'))
    way.press('Write it from the record')
    letter = way.app.find('text', 'The letter to the owner')
    wait(lambda: TITLE in letter.text(), 'the letter')
    way.press('Decide…')
    way.told(re.compile(r'^Decide: Awarded.*\?'))
    way.press('Decide')
    way.told('The days for second thoughts have begun.')
    assert way.state(ref) == 'decided', way.state(ref)


def meet(way, ref):
    open_meeting(way)
    way.act_as(ADMIN)
    way.open_submission(TITLE, 'Decision')
    for criterion in CONFIRMED:
        confirm_evidence(way, criterion)
    way.act_as(CHAIRS[0])
    way.open_submission(TITLE, 'Decision')
    agree_what_nobody_needs_to_talk_about(way)
    for criterion in CONFIRMED:
        agree_as_confirmed(way, criterion)
    decide(way, ref)


# ---- the decision

def sign(way):
    for chair in CHAIRS:
        way.act_as(chair)
        way.open_submission(TITLE, 'Decision')
        way.press('Sign as co-chair')
        way.told('You have signed.')
    way.told('The days for second thoughts are not over')


def seal(way, ref):
    """Another week: the register is a practice one, its clock can be moved."""
    later = datetime.now(timezone.utc) + timedelta(days=7)
    way.close()
    way.now = way.register.now = later.strftime('%Y-%m-%dT09:00:00Z')
    way.open('--as', CHAIRS[0], '--open', f'{ref}/decision', '--now', way.now)
    way.press('Seal…')
    way.told('Seal the decision?')
    way.press('Seal')
    way.told('The decision is sealed.')
    assert way.state(ref) == 'awarded', way.state(ref)


# ---- the mark

def tell_contributors(way):
    way.act_as(ADMIN)
    way.open_submission(TITLE, 'Mark')
    issue = way.button('Issue the mark')
    assert 'sensitive' not in issue.states, 'the mark could be issued before people were told'
    way.go_to('Overview')
    way.press('Contributors were told…')
    way.app.find('text', 'How they were told').type('letter')
    way.app.find('text', 'What they were told').type('The named person is now in chapter 2.')
    way.press('Record it')
    way.told('Recorded.')


def issue_mark(way, ref):
    way.go_to('Mark')
    way.press('Issue the mark')
    way.told('The mark was issued.')
    mark = way.register.json('mark', 'list')[0]
    document = way.register.json('submission', 'show', ref)['documents'][-1]
    assert mark['state'] == 'live' and mark['document_hash'] == document['hash'], mark
    way.app.find('image', re.compile(mark['number']))
    return mark


def save_certificate(way, mark):
    path = os.path.join(way.folder, mark['number'] + '.pdf')
    way.press('Save as PDF…')
    way.choose_file('Save the certificate', path)
    way.told('Saved as')
    check_certificate(path, mark, way.now)
    assert way.register.json('verify', path)['number'] == mark['number']


def finish(way, ref):
    way.go_to('Overview')
    way.press('Close…')
    way.press('Close it')
    way.app.find('label', 'Closed')
    assert way.state(ref) == 'closed', way.state(ref)
    way.close()
    assert way.register.run('check') == 'All is well.'
    assert len(way.register.json('log')) > 100


def test_evidence_to_certificate(desk, folder):
    way = Journey(desk, folder)
    pack = make_pack(folder)
    make_register(way, os.path.join(folder, 'panel.comark'))
    add_people(way)
    ref = import_pack(way, pack)
    invite_panel(way)
    review(way, ref, [c['id'] for c in criteria(way.register)])
    meet(way, ref)
    sign(way)
    seal(way, ref)
    tell_contributors(way)
    mark = issue_mark(way, ref)
    save_certificate(way, mark)
    finish(way, ref)
    print('# longest beat', way.longest_ms, 'ms')


if __name__ == '__main__':
    journey.run([test_evidence_to_certificate])
