# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking the owner by verbs: the panel's questions go out once, without names, and come back."""
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


comarkctl.main([test_a_round, test_what_is_refused, test_no_answer_in_time])
