#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Click to first page painted in our running window beside Evince's start to the first pixels of its
window (its page comes later still), on the same files, turn by turn. first_page.py BUILD"""
import gzip, os, shutil, statistics, subprocess, sys, tempfile
from start import environment, first_frame

ROUNDS = 3
# The manuals that Debian packages hold: whichever are installed.
FILES = ('/usr/share/doc/debian-policy/policy.pdf.gz', '/usr/share/doc/octave/octave.pdf', '/usr/share/R/doc/manual/fullrefman.pdf',
         '/usr/share/doc/texlive-doc/latex/pgfplots/pgfplots.pdf', '/usr/share/debian-reference/debian-reference.ja.pdf')


def unpacked(path, folder):
    if not path.endswith('.gz'): return path
    out = os.path.join(folder, os.path.basename(path)[:-3])
    with gzip.open(path) as packed, open(out, 'wb') as plain: shutil.copyfileobj(packed, plain)
    return out


def ours(build, env, path):
    out = subprocess.run(['xvfb-run', '-a', '-s', '-screen 0 1280x900x24 -nolisten tcp', os.path.join(build, 'tests/bench/bench-first-page'), path],
                         env={**env, 'GSETTINGS_SCHEMA_DIR': os.path.join(build, 'data')}, capture_output=True, text=True, check=True).stdout.split()
    return float(out[0]), float(out[1])


def measure(build, env, path):
    clicks, turns, theirs = [], [], []
    for _ in range(ROUNDS):
        click, turn = ours(build, env, path)
        clicks.append(click); turns.append(turn)
        if shutil.which('evince'): theirs.append(first_frame(build, env, ['evince', path]))
    click, turn = statistics.median(clicks), statistics.median(turns)
    beside = f', evince {statistics.median(theirs):.0f} ms, ratio {click / statistics.median(theirs):.2f}' if theirs else ', evince is not installed'
    print(f'{os.path.basename(path)}: click to first page {click:.0f} ms{beside}; a turn to painted {turn:.0f} ms', flush=True)


def main(build):
    build, folder = os.path.abspath(build), tempfile.mkdtemp(prefix='comark-first-page-')
    try:
        env = environment(folder, build)
        found = [path for path in FILES if os.path.exists(path)]
        if not found: sys.exit(77)
        for path in found: measure(build, env, unpacked(path, folder))
    finally: shutil.rmtree(folder)


if __name__ == '__main__': main(*sys.argv[1:])
