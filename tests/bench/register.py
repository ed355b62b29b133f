#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A register of 100,000 submissions and 1,000,000 ratings: ours beside the sqlite3 program running
the same statements on the same file, in one run. register.py BUILD [SUBMISSIONS]"""
import os, re, shutil, statistics, subprocess, sys, tempfile
import big_register

PAGE = """SELECT s.*, p.name, (SELECT count(*) FROM invitation v WHERE v.submission=s.id AND v.reply<>'declined'),
 (SELECT count(*) FROM review r WHERE r.submission=s.id AND r.stage='first' AND r.state='submitted'),
 (SELECT max(m) FROM (SELECT max(a.value) - min(a.value) AS m FROM review r JOIN rating a ON a.review=r.id WHERE r.submission=s.id AND r.state='submitted' GROUP BY a.criterion))
 FROM (SELECT id FROM submission ORDER BY updated_at DESC, id DESC LIMIT 128) top JOIN submission s ON s.id=top.id JOIN person p ON p.id=s.owner;"""
SEARCH = """SELECT DISTINCT d.submission FROM search_fts f JOIN search_doc d ON d.rid=f.rowid WHERE search_fts MATCH '%s' ORDER BY d.rid DESC;"""
STATEMENTS = {
    'first page': 'SELECT id FROM submission ORDER BY updated_at DESC, id DESC;' + PAGE,
    'search, one word': SEARCH % '"dementia"*', 'search, two words': SEARCH % '"carers" "housing"*',
}
TOUCH = "UPDATE submission SET updated_at=updated_at+1 WHERE id=(SELECT submission FROM review WHERE id=x'00'); INSERT INTO op VALUES (randomblob(16), 'rate', 1);"
REVIEW = """DELETE FROM rating WHERE review=x'00'; DELETE FROM review WHERE id=x'00';
 INSERT INTO review (id, submission, person, round, stage, state, created_at, updated_at) SELECT x'00', submission, person, 9, 'first', 'draft', 1, 1 FROM invitation LIMIT 1;"""
STATEMENTS['23 drafts saved'] = REVIEW + ''.join(f"BEGIN IMMEDIATE; INSERT INTO rating (review, criterion, answer, value, reason, updated_at) VALUES (x'00', '{c}', 'level', 3, 'Seen.', 1);{TOUCH}COMMIT;" for c in big_register.CRITERIA)
STATEMENTS['review handed in'] = "BEGIN IMMEDIATE; UPDATE review SET state='submitted', submitted_at=1, rev=rev+1 WHERE id=x'00';" + TOUCH + 'COMMIT;'


def sqlite3(path, statements, runs=9):
    """Median of the program's own timer over whole runs, results thrown away."""
    script = ''.join(f'.once /dev/null\n{one};\n' for one in statements.split(';') if one.strip())
    times = []
    for _ in range(runs):
        out = subprocess.run(['sqlite3', path], input='.timer on\n' + script, capture_output=True, text=True).stdout
        times.append(sum(float(t) for t in re.findall(r'Run Time: real ([0-9.]+)', out)) * 1000)
    return statistics.median(times)


def ours(build, path):
    out = subprocess.run([os.path.join(build, 'tests/bench/bench-register'), path], capture_output=True, text=True, check=True).stdout
    return {name: float(rest.split('\t')[0]) for name, rest in (line.split('\t', 1) for line in out.splitlines())}


def main(build, n=100_000):
    build, folder = os.path.abspath(build), tempfile.mkdtemp(prefix='comark-bench-')
    try:
        path = os.path.join(folder, 'large.comark')
        big_register.main(os.path.join(build, 'src/cli/comarkctl'), path, n)
        theirs = {name: sqlite3(path, text) for name, text in STATEMENTS.items()}
        mine = ours(build, path)
        print(f'{"":28}{"ours ms":>10}{"sqlite3 ms":>12}{"ratio":>8}')
        for name, value in mine.items():
            other = theirs.get(name)
            print(f'{name:28}{value:10.2f}' + (f'{other:12.2f}{value / other:8.2f}' if other else ''))
    finally: shutil.rmtree(folder)


if __name__ == '__main__': main(sys.argv[1], *map(int, sys.argv[2:]))
