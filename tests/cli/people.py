# SPDX-License-Identifier: GPL-3.0-or-later
"""The people and the pack that the tests of the command line begin with."""
import gzip, os, shutil, subprocess
from comarkctl import Register

POLICY = '/usr/share/doc/debian-policy/policy.pdf.gz'
MEMBERS = {'Maryam Okonkwo': 'expert', 'Tomasz Zelenski': 'expert', 'Aoife Byrne': 'staff', 'Dev Patel': 'staff'}
CHAIRS = ('Maryam Okonkwo', 'Aoife Byrne')
ADMIN = 'Priya Nair'


def a_pdf(folder):
    path = os.path.join(folder, 'policy.pdf')
    if os.path.exists(POLICY):
        with gzip.open(POLICY) as packed, open(path, 'wb') as out: shutil.copyfileobj(packed, out)
    else:  # a machine without Debian's policy: 120 plain pages
        source = os.path.join(folder, 'policy.ps')
        with open(source, 'w') as out: out.write('%!\n' + ''.join(f'/Helvetica 20 selectfont 72 700 moveto (Page {n}) show showpage\n' for n in range(120)))
        subprocess.run(['ps2pdf', source, path], check=True)
    return path


def with_people(folder, name):
    register = Register(folder, name)
    register.run('init', '--organisation', 'Broadland Community Trust', '--purpose', 'practice', '--administrator', ADMIN)
    register.run('person', 'add', '--name', 'Ines Duarte', '--email', 'ines@example.org', '--role', 'owner')
    for member, kind in MEMBERS.items():
        roles = ['--role', 'member'] + (['--role', 'co-chair'] if member in CHAIRS else [])
        register.run('person', 'add', '--name', member, '--kind', kind, *roles)
    return register


def criteria(register): return [c for c in register.json('framework', 'list')['criteria']]


def make_pack(folder):
    """An owner elsewhere fills in the form and saves a pack."""
    away = with_people(folder, 'away.comark')
    ref = away.run('submission', 'add', '--title', 'Safe discharge policy', '--type', 'policy', '--owner', 'Ines Duarte',
                   '--team', 'Discharge Working Group', '--audience', 'People leaving the ward', '--summary', 'How people leave safely.')
    away.run('submission', 'document', ref, a_pdf(folder))
    notes = os.path.join(folder, 'ideas.txt')
    with open(notes, 'w') as out: out.write('Ideas log, 3 March: we asked for a named person at discharge.\n')
    away.run('submission', 'evidence', ref, 'Ideas log', '--file', notes, '--date', '2026-03-03',
             *[w for c in criteria(away) for w in ('--criterion', c['id'])])
    for c in criteria(away): away.run('submission', 'statement', ref, c['id'], f'What we did about {c["id"]}, with dates.')
    away.run('submission', 'contributor', ref, 'Kwame Mensah', '--part', 'wrote chapter 2', '--lived-experience', '--agreed', '--credit')
    pack = os.path.join(folder, 'safe-discharge.copack')
    away.run('pack', 'export', ref, pack)
    return pack
