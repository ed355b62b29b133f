#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a register of 100,000 submissions and 1,000,000 ratings at FILE, by writing rows: a bench
needs a large one, not an honest one. big_register.py COMARKCTL FILE [SUBMISSIONS]"""
import os, random, sqlite3, subprocess, sys, time

WORDS = ('safe discharge policy ward leaflet carers medicines crisis line peer support training course recovery '
         'college strategy complaints welcome care planning young people families housing work benefits talking '
         'therapy autism learning disability dementia memory clinic night staff voice choice dignity respect').split()
STATES = ['preparing', 'submitted', 'ready', 'in-review', 'closed', 'closed', 'closed', 'awarded', 'not-yet', 'withdrawn']
REVIEWED = {'in-review', 'closed', 'awarded', 'not-yet'}
CRITERIA = [f'{s}{n}' for s, last in zip('ABCDEF', (4, 4, 4, 4, 3, 4)) for n in range(1, last + 1)]
DAY = 86_400_000
random.seed(1)


def key(ms):
    """A UUIDv7: rows come in the order of their time, as real ones do."""
    tail = bytearray(random.randbytes(10)); tail[0] = 0x70 | tail[0] & 0x0f; tail[2] = 0x80 | tail[2] & 0x3f
    return ms.to_bytes(6, 'big') + bytes(tail)


def people(db, now):
    rows = [(key(now + i), f'Member {i:02}', 'expert' if i % 2 else 'staff') for i in range(60)]
    db.executemany("INSERT INTO person (id, name, name_fold, email, email_fold, kind) VALUES (?, ?, lower(?2), '', '', ?)", rows)
    db.executemany("INSERT INTO person_role VALUES (?, 'member')", [(r[0],) for r in rows])
    db.executemany("INSERT INTO person_role VALUES (?, 'co-chair')", [(r[0],) for r in rows[1:3]])   # one of each kind
    db.execute("INSERT INTO person_role VALUES (?, 'owner')", (rows[0][0],))
    return [r[0] for r in rows]


def submission(db, n, framework, members, now):
    at = now - (100_000 - n) * 600_000
    title = ' '.join(random.sample(WORDS, 4)).capitalize()
    body = ' '.join(random.choices(WORDS, k=40))
    ident, state = key(at), random.choice(STATES)
    db.execute("INSERT INTO submission (id, ref, ref_order, title, title_fold, type, route, summary, framework, owner, state, created_at, updated_at, submitted_at)"
               " VALUES (?, ?, ?, ?, ?, 'policy', 'full', ?, ?, ?, ?, ?, ?, ?)",
               (ident, f'S-2026-{n:06}', 202_600_000_000 + n, title, title.lower(), body, framework, members[0], state, at, at, at))
    fold = (' '.join(sorted(set(title.lower().split()))), ' '.join(sorted(set(body.split()))))
    row = db.execute("INSERT INTO search_doc (submission, kind, entity, audience, title, body, title_fold, body_fold) VALUES (?, 'submission', ?, 'all', ?, ?, ?, ?)",
                     (ident, ident, title, body, *fold)).lastrowid
    db.execute('INSERT INTO search_fts (rowid, title_fold, body_fold) VALUES (?, ?, ?)', (row, *fold))
    return ident, state, at


def reviews(db, ident, at, members):
    for member in random.sample(members, 4):
        review = key(at + DAY)
        db.execute("INSERT INTO invitation (submission, person, reply, invited_by, invited_at) VALUES (?, ?, 'accepted', ?, ?)", (ident, member, members[0], at))
        db.execute("INSERT INTO interest VALUES (?, ?, 1, 'none', 'open', '', 1, 0, ?, ?)", (ident, member, member, at))
        db.execute("INSERT INTO review (id, submission, person, round, stage, state, created_at, updated_at, submitted_at) VALUES (?, ?, ?, 1, 'first', 'submitted', ?, ?, ?)",
                   (review, ident, member, at, at, at))
        db.executemany("INSERT INTO rating (review, criterion, answer, value, reason, updated_at) VALUES (?, ?, 'level', ?, 'Seen.', ?)",
                       [(review, c, random.randrange(5), at) for c in CRITERIA])


def main(comarkctl, path, n_submissions=100_000):
    begun = time.monotonic()
    for old in (path, path + '-wal', path + '-shm'):
        if os.path.exists(old): os.unlink(old)
    subprocess.run([comarkctl, '--register', path, 'init', '--organisation', 'A large trust', '--purpose', 'practice', '--administrator', 'Priya Nair'],
                   check=True, stdout=subprocess.DEVNULL)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute('PRAGMA synchronous=OFF'); db.execute('BEGIN')
    now = int(time.time() * 1000)
    framework = db.execute('SELECT id FROM framework').fetchone()[0]
    members = people(db, now)
    n_ratings = 0
    for n in range(n_submissions):
        ident, state, at = submission(db, n, framework, members, now)
        if state in REVIEWED and n_ratings < 10 * n:          # ten ratings a submission on the whole
            reviews(db, ident, at, members); n_ratings += 4 * len(CRITERIA)
    db.execute('COMMIT'); db.execute('ANALYZE'); db.execute('PRAGMA wal_checkpoint(TRUNCATE)'); db.close()
    print(f'{path}: {n_submissions:,} submissions, {n_ratings:,} ratings, {os.path.getsize(path) / 1e6:.0f} MB, {time.monotonic() - begun:.0f} s')


if __name__ == '__main__': main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
