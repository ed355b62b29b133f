# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: exit codes, one-line errors, the manual and the completion know every verb."""
import os, re, subprocess
import comarkctl
from comarkctl import PROGRAM, Register

SOURCE = os.environ['COMARK_SOURCE']


def verbs():
    text = subprocess.run([PROGRAM, '--help'], capture_output=True, text=True, check=True).stdout
    return re.findall(r'^  ([a-z]+)(?: ([a-z][a-z-]+))?(?= |$)', text, re.M)


def test_help_lists_the_verbs(folder):
    found = {v for v, _ in verbs()}
    assert {'init', 'framework', 'person', 'submission', 'pack', 'panel', 'interest', 'review', 'meeting', 'confirm', 'decide',
            'sign', 'seal', 'told', 'close', 'mark', 'verify', 'agreement', 'check', 'backup', 'log'} <= found, found


def test_the_manual_knows_every_verb(folder):
    with open(os.path.join(SOURCE, 'data', 'comarkctl.1')) as file: manual = file.read().replace('\\-', '-')
    for verb, action in verbs():
        words = f'{verb} {action}' if action else verb
        assert words in manual, words
    subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', os.path.join(SOURCE, 'data', 'comarkctl.1')],
                   stdout=subprocess.DEVNULL, check=True)


def complete(*words):
    script = f'''source /usr/share/bash-completion/bash_completion; source {SOURCE}/data/comarkctl.bash
COMP_WORDS=({' '.join(repr(w) for w in words)}); COMP_CWORD={len(words) - 1}; COMP_LINE="{' '.join(words)}"; COMP_POINT=${{#COMP_LINE}}
_comarkctl; printf '%s\\n' "${{COMPREPLY[@]}}"'''
    env = {**os.environ, 'PATH': os.path.dirname(PROGRAM) + ':' + os.environ['PATH']}
    return subprocess.run(['bash', '-c', script], capture_output=True, text=True, env=env).stdout.split()


def test_completion_offers_verbs_and_actions(folder):
    assert {'submission', 'mark'} <= set(complete('comarkctl', '')), complete('comarkctl', '')
    assert complete('comarkctl', 'mark', 'is') == ['issue']
    assert 'pack' in complete('comarkctl', '--register', 'x.comark', 'pa')


def test_wrong_usage_is_two(folder):
    nowhere = Register(folder, 'none.comark', now=None)
    for words in (['dance'], ['submission'], ['submission', 'dance'], ['decide'], ['interest', 'S-1', 'Ines', 'dancing'],
                  ['person', 'add', '--kind', 'cat'], ['check', 'more']):
        nowhere.refuses(*words, code=2)
    nowhere.refuses('check', code=2, says='does not exist')


def test_a_register_that_is_none(folder):
    register = Register(folder, 'letter.comark', now=None)
    with open(register.path, 'w') as out: out.write('Dear panel, ' * 200)
    register.refuses('check', code=2, says='is not a Comark register')
    with open(register.path) as file: assert file.read().startswith('Dear panel')


def test_a_file_is_looked_at_before_it_is_read(folder):
    register = Register(folder)
    big, pipe = os.path.join(folder, 'film.mkv'), os.path.join(folder, 'pipe')
    with open(big, 'wb') as out: out.truncate(100 * 1024 * 1024 + 1)
    os.mkfifo(pipe)
    register.refuses('agreement', big, code=2, says='larger than 100 MB')
    register.refuses('agreement', pipe, code=2, says='is not a file')
    register.refuses('agreement', folder, code=2, says='is not a file')
    register.refuses('agreement', os.path.join(folder, 'none'), code=2, says='cannot be read')


def test_the_clock_moves_in_practice_only(folder):
    register = Register(folder, now=None)
    register.run('init', '--organisation', 'Trust', '--administrator', 'Priya')
    register.now = '2030-01-01T00:00:00Z'
    register.refuses('check', says='practice')


def test_the_register_is_never_overwritten(folder):
    register = Register(folder)
    register.run('init', '--organisation', 'Trust', '--administrator', 'Priya')
    register.refuses('init', '--organisation', 'Other', '--administrator', 'Else', code=2)


comarkctl.main([test_help_lists_the_verbs, test_the_manual_knows_every_verb, test_completion_offers_verbs_and_actions,
                test_wrong_usage_is_two, test_a_register_that_is_none, test_a_file_is_looked_at_before_it_is_read,
                test_the_clock_moves_in_practice_only, test_the_register_is_never_overwritten])
