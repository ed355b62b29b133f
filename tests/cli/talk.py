# SPDX-License-Identifier: GPL-3.0-or-later
"""Talking by verbs: what one person writes, the right others read."""
import comarkctl
from people import ADMIN, with_people, make_pack

MEMBER, OTHER = 'Tomasz Zelenski', 'Dev Patel'


def in_review(folder):
    register = with_people(folder, 'talk.comark')
    ref = register.run('pack', 'import', make_pack(folder)).split()[0]
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, 'Maryam Okonkwo', MEMBER, 'Aoife Byrne', OTHER)
    for member in (MEMBER, OTHER): register.run('interest', ref, member, 'none', who=member)
    return register, ref


def test_a_conversation(folder):
    register, ref = in_review(folder)
    thread = register.run('talk', 'say', ref, '@Dev Patel, can you come on Monday?', '--to', 'panel', who=MEMBER)
    assert thread in [t['id'] for t in register.json('talk', 'list', ref, who=OTHER)]
    assert 'was written to you' in register.run('todo', who=OTHER)
    register.run('talk', 'say', ref, 'Yes', '--thread', '1', who=OTHER)
    said = register.json('talk', 'read', ref, '1', who=MEMBER)
    assert [m['body'] for m in said['messages']] == ['@Dev Patel, can you come on Monday?', 'Yes'], said
    assert said['audience'] == 'panel' and said['to_me']
    assert register.json('talk', 'list', ref, who=MEMBER)[0]['n_unread'] == 0
    register.run('talk', 'edit', ref, '1.2', 'Yes, at ten', who=OTHER)
    assert [w['body'] for w in register.json('talk', 'wordings', ref, '1.2', who=MEMBER)] == ['Yes', 'Yes, at ten']
    register.run('talk', 'take-back', ref, '1.2', who=OTHER)
    assert '[taken back]' in register.run('talk', 'read', ref, '1', who=MEMBER)
    assert 'at ten' not in register.run('talk', 'read', ref, '1', who=MEMBER)
    assert register.run('check') == 'All is well.'


def test_the_narrowest_audience_is_the_default(folder):
    register, ref = in_review(folder)
    register.run('talk', 'say', ref, 'May I have more time?', who=MEMBER)
    assert register.json('talk', 'list', ref, who=MEMBER)[0]['audience'] == 'administrators'
    assert register.json('talk', 'list', ref, who=OTHER) == []
    assert [r['name'] for r in register.json('talk', 'readers', ref, who=MEMBER)] == [ADMIN]
    assert 'asks the administrators' in register.run('todo')


def test_what_is_refused(folder):
    register, ref = in_review(folder)
    register.run('talk', 'say', ref, 'For administrators', who=MEMBER)
    register.refuses('talk', 'read', ref, '1', who=OTHER, says='no thread')
    register.refuses('talk', 'say', ref, 'I gave it 3', '--to', 'rated', who=MEMBER, says='submitted your own')
    register.refuses('talk', 'say', ref, 'x', '--to', 'everybody', who=MEMBER, code=2)
    register.refuses('talk', 'say', ref, 'x', '--to', 'panel', '--thread', '1', who=MEMBER, code=2)
    register.refuses('talk', 'edit', ref, '1.1', 'y', says='who wrote')
    register.refuses('talk', 'edit', ref, '1.9', 'y', who=MEMBER, says='no message')


def test_quotes_are_looked_for_in_the_document(folder):
    register, ref = in_review(folder)
    words = 'Debian Policy Manual'
    register.refuses('quote', 'add', ref, 'C1', 'no such words at all, ever', who=MEMBER, says='do not stand')
    register.run('quote', 'add', ref, 'C1', words, '--page', '12', '--note', 'who decided?', who=MEMBER)
    found = register.json('quote', 'list', ref, '--find', who=MEMBER)
    assert [q['fate'] for q in found] == ['same'] and found[0]['page'] == 12, found
    assert found[0]['quote']['note'] == 'who decided?', found
    assert register.json('quote', 'list', ref, who=OTHER) == []
    register.refuses('quote', 'remove', ref, '1', who=OTHER, says='no quote')
    register.run('quote', 'remove', ref, '1', who=MEMBER)
    assert register.json('quote', 'list', ref, who=MEMBER) == []


comarkctl.main([test_a_conversation, test_the_narrowest_audience_is_the_default, test_what_is_refused, test_quotes_are_looked_for_in_the_document])
