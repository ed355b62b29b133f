# SPDX-License-Identifier: GPL-3.0-or-later
"""What was, beside what is: two versions of a document, and two of a review."""
import os
import subprocess
import comarkctl
from people import CHAIRS, MEMBERS, criteria, make_pack, with_people

FIRST = ['A policy for leaving the ward.', 'We met twice in the library, in March.', 'Everybody who took part was paid within thirty days.',
         'Nobody leaves without shoes, keys and a number to ring.', 'This page is written by the ward manager.']
SECOND = ['A policy for leaving the ward.', 'Nobody leaves without shoes, keys and a number to ring.', 'We met six times in the library, in March and July.',
          'Everybody who took part was paid within thirty days.', 'There is a short version in Easy Read.']


def write(folder, name, paragraphs):
    path = os.path.join(folder, name)
    with open(path, 'w') as out: out.write('\n\n'.join(paragraphs) + '\n')
    return path


def two_versions(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'send-back', ref, '--because', 'The pages are upside down.')
    register.run('submission', 'document', ref, write(folder, 'one.txt', FIRST))
    register.run('submission', 'submit', ref)
    register.run('submission', 'send-back', ref, '--because', 'Easy Read is missing.')
    register.run('submission', 'document', ref, write(folder, 'two.txt', SECOND))
    register.run('submission', 'submit', ref)
    return register, ref


def test_words_of_two_versions(folder):
    register, ref = two_versions(folder)
    said = register.run('submission', 'compare', ref)
    assert '[-twice-]{+six times+}' in said and 'moved' in said and 'Easy Read' in said, said
    found = register.json('submission', 'compare', ref, '--from', '2', '--to', '3')
    assert [c['change'] for c in found['changes']] == ['moved', 'changed', 'removed', 'added'], found
    assert found['from'] == 2 and found['to'] == 3 and found['complete'] and found['fewest'] and not found['same_file']
    changed = found['changes'][1]
    assert ''.join(w.get('same', w.get('removed', '')) for w in changed['words']) == FIRST[1], changed
    assert ''.join(w.get('same', w.get('added', '')) for w in changed['words']) == SECOND[2], changed
    back = register.json('submission', 'compare', ref, '--from', '3', '--to', '2')
    assert back == found                                          # the wrong way round is put right
    register.refuses('submission', 'compare', ref, '--from', '2', '--to', '2', says='twice')
    register.refuses('submission', 'compare', ref, '--to', '9', says='no version 9')
    register.refuses('submission', 'compare', ref, '--since-rated', says='no newer version')


def test_the_same_words_in_another_file(folder):
    register, ref = two_versions(folder)
    register.run('submission', 'send-back', ref, '--because', 'Once more.')
    register.run('submission', 'document', ref, write(folder, 'three.txt', ['  '.join(p.split()) for p in SECOND]))
    register.run('submission', 'submit', ref)
    assert register.run('submission', 'compare', ref) == 'The words are the same; the file differs.'


def test_as_many_changes_as_diff(folder):
    """A peer: paragraphs as lines, GNU diff told to look for the fewest."""
    register, ref = two_versions(folder)
    lines = [write(folder, name, ['\n'.join(texts)]) for name, texts in (('one', FIRST), ('two', SECOND))]
    out = subprocess.run(['diff', '--minimal', *lines], capture_output=True, text=True).stdout
    n_lines = sum(line[:1] in '<>' for line in out.splitlines() if line)
    weight = {'changed': 2, 'moved': 2, 'removed': 1, 'added': 1}
    assert sum(weight[c['change']] for c in register.json('submission', 'compare', ref)['changes']) == n_lines, out


def rate_all(register, ref, member, value):
    for c in criteria(register): register.run('review', 'rate', ref, f'{c["id"]}={value}', '--because', 'Seen in the log.', who=member)


def test_each_review_that_was_handed_in(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    first, second = list(MEMBERS)[2:4]
    for member in (first, second): register.run('interest', ref, member, 'none', who=member)
    assert register.run('review', 'versions', ref, who=second) == 'Nothing has been handed in yet.'
    rate_all(register, ref, second, 2)
    register.run('review', 'submit', ref, who=second)
    register.refuses('review', 'versions', ref, '--member', second, who=first, says='after you have submitted')
    register.run('review', 'reopen', ref, second, '--because', 'A slip.', who=CHAIRS[0])
    register.run('review', 'rate', ref, 'C1=3', '--because', 'Seen in the log, on page two.', who=second)
    register.run('review', 'submit', ref, who=second)
    kept = register.json('review', 'versions', ref, who=second)
    assert [(v['n'], v['counts'], v['reopened_at'] is None) for v in kept] == [(1, False, False), (2, True, True)], kept
    changed = register.json('review', 'versions', ref, '--from', '1', '--to', '2', who=second)
    assert [(r['criterion'], r['before']['value'], r['after']['value']) for r in changed] == [('C1', '2', '3')], changed
    assert 'C1   2   → 3   Seen in the log{+, on page two+}.' in register.run('review', 'versions', ref, '--from', '1', '--to', '2', who=second)
    register.refuses('review', 'versions', ref, '--from', '1', who=second, code=2)
    register.refuses('review', 'versions', ref, '--from', '1', '--to', '3', who=second, code=2)
    assert register.run('check') == 'All is well.'


comarkctl.main([test_words_of_two_versions, test_the_same_words_in_another_file, test_as_many_changes_as_diff, test_each_review_that_was_handed_in])
