#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack taken home and merged: a member takes a submission home, rates it on another computer
whose program is killed once, and sends the review back; one rating was changed on both sides."""
import glob
import os
import re
import signal

import journey
from harness import wait
from journey import Journey
from comarkctl import Register
from people import ADMIN, MEMBERS, criteria, make_pack, with_people

MEMBER = list(MEMBERS)[0]
OTHERS = [name for name in MEMBERS if name != MEMBER]


def ready_to_rate(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    for name in MEMBERS:
        register.run('interest', ref, name, 'none', who=name)
    return register, ref


def somebody_else_rates(register, ref, ids):
    for criterion in ids:
        register.run('review', 'rate', ref, f'{criterion}=1', '--because', 'Quite another view.',
                     who=OTHERS[0])
    register.run('review', 'submit', ref, who=OTHERS[0])


def answer(register, ref, criterion):
    ratings = register.json('review', 'show', ref, who=MEMBER)[0]['ratings']
    return {r['criterion']: (r['value'], r['reason']) for r in ratings}.get(criterion)


def take_home(desk, folder, register, ref):
    pack = os.path.join(folder, 'to-read.copack')
    way = Journey(desk, folder, register.path)
    way.open('--as', MEMBER, '--open', f'{ref}/overview')
    way.press('Take it home…')
    way.choose_file('Save the reading pack', pack)
    way.told('The reading pack is written')
    way.press('OK')
    way.close()
    return pack


class AtHome(Journey):
    """Another computer: another home, and the pack alone."""

    def __init__(self, desk, folder, pack):
        super().__init__(desk, folder, pack)
        self.home = os.path.join(folder, 'another-home')
        os.makedirs(self.home, exist_ok=True)

    def open_pack(self):
        self.open(env={'HOME': self.home, 'XDG_DATA_HOME': os.path.join(self.home, 'data')})
        self.reason = self.app.find('text', 'Your reason')

    def stored_reason(self, ref, criterion):
        """In the small register that the pack became."""
        register = Register(self.home, now=None)
        register.path = glob.glob(os.path.join(self.home, 'data', 'comark', 'home', '*.comark'))[0]
        ratings = register.json('review', 'show', ref)[0]['ratings']
        return {r['criterion']: r['reason'] for r in ratings}.get(criterion)

    def kill(self):
        os.killpg(self.app.process.pid, signal.SIGKILL)
        self.app.process.wait()

    def send_back(self, path):
        self.press('Send back…')
        self.told('Send back what you have so far?')
        self.press('Save the file…')
        self.choose_file('Send the review back', path)
        self.told('The file is written')
        self.press('OK')


def rate_at_home(desk, folder, pack, ref, ids):
    review = os.path.join(folder, 'back.coreview')
    way = AtHome(desk, folder, pack)
    way.open_pack()
    wait(lambda: way.reason.text() == 'Begun at the office.', 'the draft that came along')
    assert not way.app.find_all('push button', 'To do'), 'at home there is one thing to do'
    assert not way.app.find_all('page tab', 'Discussion'), 'what is said at home reaches nobody'
    way.reason.type('Finished at home.')
    wait(lambda: way.stored_reason(ref, ids[0]) == 'Finished at home.', 'the words stored')
    desk.key('alt+Page_Down')
    way.app.find('check box', re.compile(r'^4\b')).pointer()
    way.app.find('text', 'Your reason').type('Seen at home.')
    wait(lambda: way.stored_reason(ref, ids[1]) == 'Seen at home.', 'the words stored')
    desk.x('key', 'ctrl+End', 'type', '--delay', 8, ' And on')
    way.kill()
    way.open_pack()
    kept = wait(way.reason.text, 'the words after the kill')
    assert 'Seen at home. And on'.startswith(kept) and kept.startswith('Seen at home.'), kept
    way.send_back(review)
    way.close()
    return review


def bring_back(desk, folder, register, ref, review):
    way = Journey(desk, folder, register.path)
    way.open('--as', ADMIN)
    way.app.act('win.import-review')
    way.choose_file('Import a review', review)
    way.told('The review is in the register')
    way.told(f'both wordings are kept, and {MEMBER} chooses in My review')
    way.press('OK')
    way.app.act('win.import-review')
    way.choose_file('Import a review', review)
    way.told('Nothing has changed')
    way.press('OK')
    way.close()


def choose(desk, folder, register, ref, first):
    way = Journey(desk, folder, register.path)
    way.open('--as', MEMBER, '--open', f'{ref}/review')
    way.told(re.compile(f'^Two wordings of yours wait for you to choose one: {first}'))
    way.told(f'Your rating of {first} was changed in two places')
    way.told('In words: “Finished at home.”')
    way.told('In words: “Changed at the office.”')
    assert answer(register, ref, first)[1] == 'Changed at the office.'
    way.press('Use the other')
    way.told('The other wording stands now.')
    wait(lambda: way.app.find('text', 'Your reason').text() == 'Finished at home.', 'the choice')
    assert not way.app.find_all('push button', 'Use the other')
    way.close()


def test_a_pack_taken_home_and_merged(desk, folder):
    register, ref = ready_to_rate(folder)
    ids = [c['id'] for c in criteria(register)]
    somebody_else_rates(register, ref, ids)
    register.run('review', 'rate', ref, f'{ids[0]}=2', '--because', 'Begun at the office.',
                 who=MEMBER)
    pack = take_home(desk, folder, register, ref)
    review = rate_at_home(desk, folder, pack, ref, ids)
    register.run('review', 'rate', ref, f'{ids[0]}=2', '--because', 'Changed at the office.',
                 who=MEMBER)
    bring_back(desk, folder, register, ref, review)
    assert answer(register, ref, ids[1])[0] == '4', answer(register, ref, ids[1])
    choose(desk, folder, register, ref, ids[0])
    assert answer(register, ref, ids[0]) == ('2', 'Finished at home.')
    assert register.run('check') == 'All is well.'


def test_somebody_types_for_a_member(desk, folder):
    register, ref = ready_to_rate(folder)
    recorded = f'Recorded by {ADMIN} on behalf of {MEMBER}'
    way = Journey(desk, folder, register.path)
    way.open('--as', MEMBER, '--open', f'{ref}/overview')
    way.press('Let somebody type for me…')
    way.app.choose('Who types for you?', ADMIN)
    way.press('They type from now on')
    way.told(f'{ADMIN} is typing for you')
    way.app.find('check box', re.compile(r'^3\b')).pointer()
    way.told(f'{recorded}, not confirmed yet.')
    way.press('Confirm: these are my answers')
    way.told(f'{recorded}, confirmed by {MEMBER}.')
    way.close()
    assert f'{recorded}, confirmed by {MEMBER}.' in register.run('review', 'show', ref, who=MEMBER)


if __name__ == '__main__':
    journey.run([test_a_pack_taken_home_and_merged, test_somebody_types_for_a_member])
