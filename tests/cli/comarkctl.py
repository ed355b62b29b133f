# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs comarkctl for tests, and says TAP. One register, one folder, one clock a test."""
from datetime import datetime, timedelta
import json, os, subprocess, sys, tempfile, traceback

BUILD = os.path.abspath(sys.argv[1])
PROGRAM = os.path.join(BUILD, 'src', 'cli', 'comarkctl')


def later(now, **step):
    """An ISO time, moved."""
    return (datetime.fromisoformat(now.replace('Z', '+00:00')) + timedelta(**step)).strftime('%Y-%m-%dT%H:%M:%SZ')


class Refused(AssertionError):
    def __init__(self, code, words):
        super().__init__(words)
        self.code, self.words = code, words


def new_database(name):
    """The URI of an empty database on the server that with-postgres started."""
    uri = os.environ['COMARK_TEST_POSTGRES_URI']
    name = name.replace('.', '_') + '_' + os.urandom(4).hex()
    subprocess.run(['psql', '--quiet', uri, '-c', f'CREATE DATABASE {name}'], check=True)
    return uri.replace('/comark?', f'/{name}?')


class Register:
    """A register and the verbs on it: a file, or inside with-postgres a database. now: the
    practice clock, ISO 8601."""

    def __init__(self, folder, name='panel.comark', now='2026-11-02T09:00:00Z'):
        on_server = 'COMARK_TEST_POSTGRES_URI' in os.environ
        self.path, self.now = new_database(name) if on_server else os.path.join(folder, name), now

    def run(self, *words, who=None, as_json=False, register=True):
        if self.now: self.now = later(self.now, minutes=1)     # nobody does two things in one instant
        command = [PROGRAM]
        if register: command += ['--register', self.path]
        if who: command += ['--as', who]
        if self.now and words[0] != 'init': command += ['--now', self.now]
        if as_json: command += ['--json']
        done = subprocess.run([*command, *map(str, words)], capture_output=True, text=True, timeout=120)
        if done.returncode != 0: raise Refused(done.returncode, done.stderr.strip() or done.stdout.strip())
        if 'Sanitizer' in done.stderr: raise AssertionError(done.stderr)
        return done.stdout.strip()

    def json(self, *words, **kw): return json.loads(self.run(*words, as_json=True, **kw))

    def refuses(self, *words, code=1, says='', **kw):
        try: self.run(*words, **kw)
        except Refused as refused:
            assert refused.code == code, f'{words}: exit {refused.code}, expected {code}: {refused.words}'
            assert says in refused.words, f'{words}: expected {says!r} in {refused.words!r}'
            assert refused.words.count('\n') == 0, f'more than one line: {refused.words!r}'
            assert refused.words.startswith('comarkctl: '), refused.words
            return refused.words
        raise AssertionError(f'{words} was not refused')


def main(tests):
    """Runs each function with a folder of its own and prints TAP."""
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix('test_').replace('_', '-')
        with tempfile.TemporaryDirectory(prefix='comark-cli-') as folder:
            try: test(folder)
            except Exception:
                failed += 1
                print(f'not ok {number} {name}')
                for line in traceback.format_exc().splitlines(): print('#', line)
            else: print(f'ok {number} {name}')
        sys.stdout.flush()
    sys.exit(failed != 0)
