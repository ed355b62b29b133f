# SPDX-License-Identifier: GPL-3.0-or-later
"""comarkctl agreement reproduces every row of the published tables (tests/data/agreement)."""
import csv, os
import comarkctl
from comarkctl import Register

DATA = os.path.join(os.environ['COMARK_TEST_DATA'], 'agreement')
nowhere = Register('/nonexistent', now=None)


def report(table, scale=None):
    path = os.path.join(DATA, 'tables', table + '.csv')
    return nowhere.json('agreement', path, *(['--scale', scale] if scale else []), register=False)


def check(row, answers):
    name, _, at = row['statistic'].partition('@scale')
    scale = at.replace('-', ':') if at else None
    key = row['table'], scale
    if key not in answers: answers[key] = report(*key)
    found = answers[key]['statistics'][name]
    if row['expected'] == 'undefined':
        assert found['value'] is None and found['why'], (row, found)
    else:
        assert abs(found['value'] - float(row['expected'])) <= float(row['tolerance']), (row, found)


def test_every_published_row(folder):
    answers = {}
    with open(os.path.join(DATA, 'expected.tsv')) as file: rows = list(csv.DictReader(file, delimiter='\t'))
    assert len(rows) > 100 and len({r['table'] for r in rows}) == 29
    for row in rows: check(row, answers)


def test_per_unit(folder):
    table = os.path.join(folder, 'table.csv')
    with open(table, 'w') as out: out.write('doc,a,b,c,d\none,3,3,4,1\ntwo,2,,,\n')
    one, two = nowhere.json('agreement', table, '--scale', '0:4', register=False)['per_unit']
    assert one == {'unit': 'one', 'n': 4, 'counts': {'0': 0, '1': 1, '2': 0, '3': 2, '4': 1}, 'median': 3, 'mean': 2.75, 'sd': one['sd'], 'within1': 3}, one
    assert abs(one['sd'] - 1.2583057392117916) < 1e-12 and two['sd'] is None


def test_bad_tables(folder):
    table = os.path.join(folder, 'table.csv')
    with open(table, 'w') as out: out.write('doc,a,b\none,3,3,4\n')
    nowhere.refuses('agreement', table, code=2, says='2', register=False)
    nowhere.refuses('agreement', os.path.join(folder, 'none.csv'), code=2, register=False)
    nowhere.refuses('agreement', table, '--scale', '4:0', code=2, register=False)


comarkctl.main([test_every_published_row, test_per_unit, test_bad_tables])
