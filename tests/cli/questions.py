# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking the owner by verbs: the panel's questions go out once, without names, and come back. And
what comes before: practising, and saying no."""
import os
import comarkctl
from people import with_people, make_pack

MEMBER, OTHER = 'Tomasz Zelenski', 'Dev Patel'
CHAIR = 'Maryam Okonkwo'


def in_review(folder):
    register = with_people(folder, 'questions.comark')
    ref = register.run('pack', 'import', make_pack(folder)).split()[0]
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, CHAIR, MEMBER, 'Aoife Byrne', OTHER)
    for member in (CHAIR, MEMBER, 'Aoife Byrne', OTHER): register.run('interest', ref, member, 'none', who=member)
    return register, ref


def test_a_round(folder):
    register, ref = in_review(folder)
    register.run('question', 'ask', ref, 'C1', 'Who was there?', who=MEMBER)
    register.run('question', 'ask', ref, 'F1', 'What did it cost?', who=OTHER)
    assert 'Who was there?' not in register.run('question', 'list', ref, who=OTHER)
    seen = register.json('question', 'list', ref, who=CHAIR)['questions']
    assert [q['words'] for q in seen] == ['Who was there?', 'What did it cost?'], seen
    assert MEMBER not in register.run('question', 'list', ref, who=CHAIR, as_json=True)
    register.run('question', 'word', ref, '1', 'Who took part in the meetings?', who=CHAIR)
    register.run('question', 'leave-out', ref, '2', '--because', 'That is in the minutes.', who=CHAIR)
    assert 'in the minutes' in register.run('question', 'list', ref, who=OTHER)
    assert 'was not sent on' in register.run('todo', who=OTHER)
    register.run('question', 'send', ref, who=CHAIR)
    assert register.json('submission', 'show', ref)['submission']['state'] == 'clarifying'
    owner = register.json('submission', 'show', ref)['submission']['owner_name']
    told = register.json('question', 'list', ref, who=owner)
    assert [q['wording'] for q in told['questions']] == ['Who took part in the meetings?'], told
    assert told['questions'][0]['words'] == '' and not told['questions'][0]['own']
    register.refuses('question', 'send-answers', ref, who=owner, says='Each question needs some words')
    register.run('question', 'answer', ref, '1', 'Six of us.', who=owner)
    register.run('question', 'send-answers', ref, who=owner)
    assert register.json('submission', 'show', ref)['submission']['state'] == 'in-review'
    assert 'answer: Six of us.' in register.run('question', 'list', ref, who=OTHER)
    register.refuses('question', 'ask', ref, 'C1', 'And why?', who=MEMBER, says='asked once already')
    assert register.run('check') == 'All is well.'


def test_what_is_refused(folder):
    register, ref = in_review(folder)
    register.refuses('question', 'send', ref, who=MEMBER, says='co-chair')
    register.refuses('question', 'send', ref, who=CHAIR, says='no question to send')
    register.refuses('question', 'ask', ref, 'C99', 'What?', who=MEMBER, says='criterion')
    register.refuses('question', 'word', ref, '1', 'What?', who=CHAIR, says='no question')
    register.refuses('question', 'ask', ref, 'C1', who=MEMBER, code=2)
    register.run('question', 'ask', ref, 'C1', 'What?', who=MEMBER)
    register.refuses('question', 'leave-out', ref, '1', who=CHAIR, says='reason')
    register.run('question', 'take-back', ref, 'C1', who=MEMBER)
    register.refuses('question', 'send', ref, who=CHAIR, says='no question to send')


def test_no_answer_in_time(folder):
    register, ref = in_review(folder)
    register.run('question', 'ask', ref, 'C1', 'Who was there?', who=MEMBER)
    register.run('question', 'send', ref, who=CHAIR)
    due = register.json('question', 'list', ref, who=MEMBER)['round']['due_day']
    register.now = due + 'T12:00:00Z'
    assert register.json('submission', 'show', ref)['submission']['state'] == 'clarifying'
    register.now = comarkctl.later(register.now, days=1)
    assert register.json('submission', 'show', ref)['submission']['state'] == 'in-review'
    assert 'no answer came in time' in register.run('question', 'list', ref, who=MEMBER)


def test_practice_comes_first_in_a_live_register(folder):
    register = comarkctl.Register(folder, 'live.comark', now=None)
    register.run('init', '--organisation', 'Broadland Community Trust', '--administrator', 'Priya Nair')
    assert register.run('setting', 'practice-first') == 'yes'
    register.run('person', 'add', '--name', MEMBER, '--kind', 'expert', '--role', 'member')
    assert 'practice submission' in register.run('todo', who=MEMBER)
    assert 'quiet room' in register.run('practice', 'show', who=MEMBER)
    register.refuses('practice', 'finish', who=MEMBER, says='Still without an answer')
    register.refuses('practice', 'rate', 'Z1=3', who=MEMBER, says='not rated on')
    for answer in ('A1=4', 'C1=2', 'D2=?', 'E1=0', 'F1=3'): register.run('practice', 'rate', answer, '--because', 'I saw it.', who=MEMBER)
    said = register.run('practice', 'compare', who=MEMBER)
    assert 'You see it as the model answer does.' in said and 'fine here' in said and 'in another way' in said, said
    register.run('practice', 'finish', who=MEMBER)
    assert 'practice submission' not in register.run('todo', who=MEMBER)
    register.refuses('practice', 'show', says='experts by experience')
    source = os.path.join(os.environ.get('COMARK_SOURCE', '.'), 'data/practice/quiet-room.xml')
    assert '5 criteria' in register.run('practice', 'check', source)
    assert register.run('check') == 'All is well.'


def test_no_and_content_notes(folder):
    register, ref = in_review(folder)
    register.run('submission', 'content-note', ref, 'losing somebody')
    assert register.run('submission', 'content-note', ref, who=MEMBER) == 'losing somebody'
    register.run('panel', 'reply', ref, 'decline', who=MEMBER)
    register.refuses('submission', 'show', ref, who=MEMBER, says='no such submission')
    assert 'you cannot take part' in register.run('todo', who=MEMBER)
    register.run('panel', 'reply', ref, 'accept', who=MEMBER)
    assert ref in register.run('submission', 'show', ref, who=MEMBER)


comarkctl.main([test_a_round, test_what_is_refused, test_no_answer_in_time,
                test_practice_comes_first_in_a_live_register, test_no_and_content_notes])
