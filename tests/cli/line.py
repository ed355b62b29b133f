# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from end to end with comarkctl alone: a pack with a real PDF of 100 and more pages
comes in, four people rate it alone, the panel agrees, the rules decide, the mark is printed."""
import os
import comarkctl
from certificate import check_certificate
from people import ADMIN, CHAIRS, MEMBERS, criteria, make_pack, with_people

def rate_all(register, ref, member, value):
    for c in criteria(register):
        register.run('review', 'rate', ref, f'{c["id"]}={4 if c["id"] == "C1" else value}', '--because', 'Seen in the ideas log.',
                     '--strength', 'shown', who=member)


def reach_meeting(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    assert register.json('submission', 'show', ref)['submission']['state'] == 'submitted'
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    assert register.json('submission', 'show', ref)['submission']['state'] == 'in-review'
    for member in MEMBERS:
        register.run('interest', ref, member, 'none', who=member)
        rate_all(register, ref, member, 3)
        register.run('review', 'submit', ref, who=member)
    register.run('meeting', 'open', ref, who=CHAIRS[0])
    register.run('meeting', 'attend', ref, *MEMBERS)
    return register, ref


def test_evidence_to_certificate(folder):
    register, ref = reach_meeting(folder)
    for c in ('C1', 'F1'): register.run('confirm', ref, c, '--by', 'Kwame Mensah', '--how', 'by phone', '--on', '2026-11-01')
    agreed = [w for c in criteria(register) for w in ('--agreed', f'{c["id"]}={4 if c["id"] == "C1" else 3}/{"confirmed" if c["id"] in ("C1", "F1") else "shown"}')]
    rules = register.json('decide', ref, *agreed, who=CHAIRS[0])
    assert rules['outcome'] == 'awarded' and rules['score'] == '77.3' and rules['rung'] == 7, rules
    for chair in CHAIRS: register.run('sign', ref, who=chair)
    register.refuses('seal', ref, who=CHAIRS[0])                 # second thoughts: two working days
    register.run('reconsider', ref, '--because', 'We want to look at A2 again.', who=CHAIRS[1])
    register.run('decide', ref, who=CHAIRS[0])
    for chair in CHAIRS: register.run('sign', ref, who=chair)
    register.now = '2026-11-05T09:00:00Z'
    assert register.json('report', 'agreement')['documents'] == 0       # nothing of what is under way
    register.run('seal', ref, who=CHAIRS[0])
    check_report(register)
    register.refuses('mark', 'issue', ref)                       # contributors first
    register.run('told', ref, '--how', 'letter', '--on', '2026-11-05', '--text', 'The named person is now in chapter 2.')
    mark = register.json('mark', 'issue', ref)
    assert mark['number'].startswith('CP-2026-0001-') and mark['state'] == 'live', mark
    assert mark['document_hash'] == register.json('submission', 'show', ref)['documents'][-1]['hash']
    out = os.path.join(folder, 'out')
    for form in ('pdf', 'png'): register.run('mark', 'export', mark['number'], '--format', form, '--output', out)
    check_certificate(os.path.join(out, mark['number'] + '.pdf'), mark, register.now)
    verify(register, folder, out, mark)
    register.run('close', ref)
    assert register.json('submission', 'show', ref)['submission']['state'] == 'closed'
    assert register.run('check') == 'All is well.'
    assert len(register.json('log')) > 100


def check_report(register):
    report = register.json('report', 'agreement', '--from', '2026-11-05', '--to', '2026-11-05')
    first = {row['criterion']: row for row in report['criteria']}['C1']
    assert report['documents'] == 1 and len(report['criteria']) == 23, report
    assert first['ratings'] == 4 and first['pairs'] == 6 and first['alpha'] is None, first
    assert 'too few to judge' in first['words'], first
    assert register.json('report', 'agreement', '--to', '2026-11-04')['documents'] == 0
    assert register.run('report', 'agreement', '--csv').startswith('criterion,title,documents')
    register.refuses('report', 'agreement', who=CHAIRS[0], says='dministrator')
    register.refuses('report', 'agreement', '--from', '2026-13-01', says='2026-11-22')
    register.refuses('report', 'agreement', '--from', '2026-11-05', '--to', '2026-11-01', says='period')


def verify(register, folder, out, mark):
    assert register.json('verify', '--number', mark['number'])['verdict'] == 'genuine'
    assert register.json('verify', '--number', mark['number'], os.path.join(folder, 'policy.pdf'))['verdict'] == 'genuine'
    other = os.path.join(folder, 'other.pdf')
    with open(os.path.join(folder, 'policy.pdf'), 'rb') as a, open(other, 'wb') as b: b.write(a.read() + b'\n')
    try: register.run('verify', '--number', mark['number'], other)
    except comarkctl.Refused as refused: assert refused.code == 1 and 'altered' in refused.words, refused.words
    else: raise AssertionError('a changed document passed')
    assert register.json('verify', os.path.join(out, mark['number'] + '.pdf'))['number'] == mark['number']


def test_ratings_are_given_alone(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    first, second = list(MEMBERS)[:2]
    register.refuses('review', 'rate', ref, 'A1=3', who=first)   # interests come first
    for member in (first, second): register.run('interest', ref, member, 'none', who=member)
    rate_all(register, ref, first, 2)
    register.run('review', 'submit', ref, who=first)
    assert 'A1' not in register.run('review', 'show', ref, who=second)
    assert register.json('review', 'show', ref, who=ADMIN) == []
    register.refuses('review', 'rate', ref, 'A1=4', who=first)   # a submitted review never changes
    rate_all(register, ref, second, 3)
    register.run('review', 'submit', ref, who=second)
    assert first not in register.run('review', 'show', ref, who=second)      # looking is an act of its own
    assert first in register.run('review', 'show', ref, '--others', who=second)
    assert register.run('check') == 'All is well.'


def test_review_comes_back_as_a_file(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    member = list(MEMBERS)[2]
    register.run('interest', ref, member, 'none', who=member)
    register.run('review', 'rate', ref, 'A1=3', '--because', 'mine', who=member)
    path = os.path.join(folder, 'review.coreview')
    register.run('review', 'export', ref, path, who=member)
    with open(path) as file: xml = file.read()
    with open(path, 'w') as file: file.write(xml.replace('>mine<', '>theirs<').replace('</review>', '<rating criterion="B1" value="2">new</rating></review>'))
    register.run('review', 'import', path, who=member)
    ratings = {r['criterion']: r for r in register.json('review', 'show', ref, who=member)[0]['ratings']}
    assert ratings['B1']['value'] == '2'
    assert ratings['A1']['reason'] == 'mine', ratings['A1']
    assert 'theirs' in register.run('review', 'choose', ref, who=member)     # both wait for the member
    register.run('review', 'choose', ref, 'A1', 'other', who=member)
    assert 'theirs' in register.run('review', 'show', ref, who=member)
    register.refuses('review', 'import', path, who=list(MEMBERS)[3])


def test_bad_packs_change_nothing(folder):
    register = with_people(folder, 'panel.comark')
    before = register.json('log')
    bad = os.path.join(folder, 'bad.copack')
    with open(bad, 'w') as out: out.write('no zip')
    register.refuses('pack', 'import', bad, says='no zip')
    register.refuses('pack', 'check', bad, says='no zip')
    with open(make_pack(folder), 'rb') as whole, open(bad, 'wb') as out: out.write(whole.read()[:5000])
    register.refuses('pack', 'import', bad, says='cut short')
    assert register.json('log') == before and register.json('submission', 'list') == []
    assert register.run('check') == 'All is well.'


comarkctl.main([test_evidence_to_certificate, test_ratings_are_given_alone, test_review_comes_back_as_a_file, test_bad_packs_change_nothing])
