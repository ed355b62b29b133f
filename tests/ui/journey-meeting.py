#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting in the real window: first one member short, and the light says why; rounds without
ratings, a pause that somebody needs, mapping with an absent member's words, the sealed decision.
And a day on which panels meet: planned, put in order, answered."""
import importlib
import re

import journey
from journey import Journey, starts
from people import ADMIN, CHAIRS, MEMBERS, criteria, make_pack, with_people

line = importlib.import_module('journey-line')
TITLE = line.TITLE
ABSENT = 'Noor Haddad'
CHAIR, LATE = CHAIRS[0], 'Dev Patel'
EXPERT = 'Tomasz Zelenski'


def rate_all(register, ref, member):
    for criterion in criteria(register):
        register.run('review', 'rate', ref, f'{criterion["id"]}={line.value_for(criterion["id"])}',
                     '--because', f'{criterion["id"]}, says {member}.', '--strength', 'shown',
                     who=member)
    register.run('review', 'submit', ref, who=member)


def ready_to_meet(folder):
    """In review; one will say on the day, one will be absent."""
    register = with_people(folder, 'panel.comark')
    register.run('person', 'add', '--name', ABSENT, '--kind', 'expert', '--role', 'member')
    register.run('setting', 'support-contact', 'Bex Larsen, in the small room')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS, ABSENT)
    for member in [*MEMBERS, ABSENT]:
        register.run('interest', ref, member, 'none', who=member)
    for member in [*MEMBERS, ABSENT]:
        if member != LATE:
            rate_all(register, ref, member)
    register.run('review', 'on-the-day', ref, who=LATE)
    return register, ref


def see_meeting_as(way, name):
    way.act_as(name)
    way.open_submission(TITLE, 'Meeting')


# ---- the day

def plan_a_day(way, ref):
    way.act_as(ADMIN)
    way.press('Meetings')
    way.told('No meetings yet')
    way.press('Plan a meeting…')
    way.app.find('frame', 'A meeting of panels')
    way.app.find('text', starts('On which day the panels meet')).type('1 December 2036')
    way.app.find('text', starts('At what time')).type('14:00')
    way.app.find('text', 'Place').type('Room 2, ground floor')
    way.press('Save')
    way.told('The meeting is planned.')
    way.press('Put it on the agenda')
    way.told('It is on the agenda.')
    way.told(f'1. {TITLE}')
    way.act_as(LATE)
    way.take_up('Say whether you come to the panel’s meeting on 1 December 2036')
    way.app.choose('Do you come?', 'Online')
    way.told('Thank you. It is noted.')
    way.told(f'{LATE}, Staff: online')
    shown = way.register.json('sitting', 'show', 'M-1')
    assert shown['agenda'][0]['ref'] == ref, shown


# ---- the meeting

def attend(way, name, how):
    way.app.choose(f'{name}: how they are at the meeting', how)


def open_one_short(way):
    see_meeting_as(way, CHAIR)
    way.press('Open the meeting')
    for name in MEMBERS:
        if name != LATE:
            attend(way, name, 'In the room')
    attend(way, ABSENT, 'Absent')
    way.told('Quorum: not yet')
    way.told('3 members can vote; at least 4 are needed.')
    way.told('Parity: yes')
    attend(way, LATE, 'By phone')
    way.told('Quorum: yes')


def see_no_ratings(way):
    words = [node.name for node in way.app.walk() if node.name]
    assert not [w for w in words if re.search('Suggested|median|Agreed:', w)], words
    way.go_to('Decision')
    way.told('The panel is in its rounds')
    way.go_to('Meeting')


def hear_everybody(way):
    way.press('Begin the rounds')
    way.told('Question 1 of 4')
    see_no_ratings(way)
    for name in ('Maryam Okonkwo', 'Aoife Byrne'):
        way.told(f'{name} has the word.')
        way.press(f'{name} has spoken')
    way.told(f'{EXPERT} has the word.')
    way.press(f'{EXPERT} passes')
    way.press(f'{LATE} has spoken')
    way.told('Everybody who is here has had a turn.')
    way.press(f'Take back the turn of {EXPERT}')
    way.told(f'{EXPERT} has the word.')
    way.press(f'{EXPERT} has spoken')
    way.press('Next question')
    way.told('Question 2 of 4')


def take_a_pause(way):
    see_meeting_as(way, EXPERT)
    way.told('Support today: Bex Larsen, in the small room')
    way.press('I would like support')
    way.told('The meeting is paused for support')
    way.told('A co-chair goes on when everybody is ready.')
    see_meeting_as(way, CHAIR)
    way.told('The meeting is paused for support')
    assert not [n for n in way.app.walk() if EXPERT in n.name and 'support' in n.name]
    way.press('Go on with the meeting')
    way.told('Question 2 of 4')


def begin_mapping(way, ref):
    """One member rates only now, and sees nothing before."""
    way.told('1 member who rates today has not given their ratings yet.')
    way.press('Begin the mapping…')
    way.told('Begin the mapping now?')
    way.press('Begin it')
    way.told('The mapping has begun.')
    see_meeting_as(way, LATE)
    way.told('You said that you would rate today.')
    way.button('Give my ratings')
    assert not way.app.find_all('label', starts('Suggested'))
    rate_all(way.register, ref, LATE)
    way.told(starts('Suggested'))


def agree(way, ref):
    for criterion in line.CONFIRMED:
        way.register.run('confirm', ref, criterion, '--by', 'Kwame Mensah', '--how', 'by phone',
                         who=ADMIN)
    see_meeting_as(way, CHAIR)
    way.press('Agree a value for C1')
    way.told(starts(f'Read out, for {ABSENT}, who is not here: 4'))
    way.told(f'“C1, says {ABSENT}.”')
    way.press('Agree a value for C1')
    line.agree_what_nobody_needs_to_talk_about(way)
    for criterion in line.CONFIRMED:
        way.press(f'Agree a value for {criterion}')
        line.level(way, line.value_for(criterion)).pointer()
        way.app.find('check box', starts('Confirmed')).pointer()
        way.press('Record this value')
        way.told(f'{criterion} is agreed.')


def note_action(way):
    way.press('Note an action…')
    way.app.find('frame', 'An action')
    way.app.choose('Who does it?', EXPERT)
    way.app.find('text', 'What is to be done?').type('Thank the readers')
    way.press('Note it')
    way.told('The action is noted.')
    way.app.gone('frame', 'An action')


def finish_action(way, ref):
    """Done elsewhere, by phone to the administrator; the window follows."""
    way.act_as(EXPERT)
    way.take_up('Thank the readers')
    box = way.app.find('check box', starts('Thank the readers'))
    assert 'sensitive' in box.states and 'checked' not in box.states, box.states
    task = way.register.json('action', 'list', ref, who=EXPERT)[0]
    way.register.run('action', 'done', ref, task['id'], who=ADMIN)
    way.told(f'Done, says {ADMIN}')


def test_from_quorum_to_sealed(desk, folder):
    register, ref = ready_to_meet(folder)
    way = Journey(desk, folder, register.path)
    way.open('--as', ADMIN)
    plan_a_day(way, ref)
    open_one_short(way)
    hear_everybody(way)
    take_a_pause(way)
    begin_mapping(way, ref)
    agree(way, ref)
    note_action(way)
    finish_action(way, ref)
    see_meeting_as(way, CHAIR)
    way.press('Go on to the decision')
    line.decide(way, ref)
    line.sign(way)
    line.seal(way, ref)
    way.close()
    assert way.register.run('check', who=ADMIN) == 'All is well.'
    print('# longest beat', way.longest_ms, 'ms')


if __name__ == '__main__':
    journey.run([test_from_quorum_to_sealed])
