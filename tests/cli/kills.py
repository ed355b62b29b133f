# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL at random moments of a scripted run: nothing acknowledged is lost, drafts return, the
register stays whole. 20 kills, 50 with COMARK_SOAK set."""
import os, random, signal, subprocess, time
import comarkctl
from comarkctl import PROGRAM
from people import MEMBERS, criteria, make_pack, with_people

N_KILLS = 50 if os.environ.get('COMARK_SOAK') else 20
random.seed(int(os.environ.get('COMARK_SEED', '7')))


def start(register, who, *words):
    return subprocess.Popen([PROGRAM, '--register', register.path, '--as', who, '--now', register.now, *words],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def usual_seconds(register, who, ref):
    begun = time.monotonic()
    for _ in range(5): register.run('review', 'rate', ref, 'A1=1', '--because', 'warm', who=who)
    return (time.monotonic() - begun) / 5


def rate_and_kill(register, who, ref, criterion, value, words, within):
    """True if the program said that it is stored before it was killed. within None: let it live."""
    running = start(register, who, 'review', 'rate', ref, f'{criterion}={value}', '--because', words)
    try:
        running.wait(within and random.uniform(0.3, 1.1) * within)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGKILL)
    return running.wait() == 0


def stored(register, who, ref):
    reviews = register.json('review', 'show', ref, who=who)
    return {r['criterion']: (r['value'], r['reason']) for r in reviews[0]['ratings']} if reviews else {}


def test_no_acknowledged_draft_is_lost(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    who = list(MEMBERS)[0]
    register.run('interest', ref, who, 'none', who=who)
    ids = [c['id'] for c in criteria(register)]
    within = usual_seconds(register, who, ref)
    possible = {i: {stored(register, who, ref).get(i)} for i in ids}   # what may stand there
    killed = acknowledged = 0
    for n in range(N_KILLS):
        criterion, value, words = random.choice(ids), random.randrange(5), f'reason {n}'
        done = rate_and_kill(register, who, ref, criterion, value, words, within if n % 4 else None)
        now = (str(value), words)
        possible[criterion] = {now} if done else possible[criterion] | {now}
        acknowledged, killed = acknowledged + done, killed + (not done)
        found = stored(register, who, ref).get(criterion)
        assert found in possible[criterion], (n, criterion, found, possible[criterion])
        possible[criterion] = {found}
    assert register.run('check') == 'All is well.'
    assert killed >= N_KILLS // 5, f'{killed} killed, {acknowledged} acknowledged: the moments miss'
    print(f'# {killed} killed, {acknowledged} acknowledged, 0 lost')


def test_an_import_is_whole_or_not_there(folder):
    register = with_people(folder, 'panel.comark')
    pack = make_pack(folder)
    begun = time.monotonic()
    register.run('pack', 'import', pack)
    within = time.monotonic() - begun
    n_before = 1
    for n in range(N_KILLS // 4):
        running = start(register, 'Priya Nair', 'pack', 'import', pack)
        try: running.wait(random.uniform(0.1, 1.05) * within)
        except subprocess.TimeoutExpired: running.send_signal(signal.SIGKILL)
        done = running.wait() == 0
        rows = register.json('submission', 'list')
        assert len(rows) in ({n_before + 1} if done else {n_before, n_before + 1}), (n, done, len(rows))
        assert all(row['state'] == 'submitted' for row in rows)
        n_before = len(rows)
    assert register.run('check') == 'All is well.'


comarkctl.main([test_no_acknowledged_draft_is_lost, test_an_import_is_whole_or_not_there])
