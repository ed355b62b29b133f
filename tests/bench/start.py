#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first frame: our window on a register of 100,000 submissions beside gnome-text-editor
on an empty file, turn by turn in one run. start.py BUILD [REGISTER]"""
import os, shutil, statistics, subprocess, sys, tempfile
import big_register

ROUNDS = 5


def environment(folder, build):
    env = dict(os.environ, GSK_RENDERER='cairo', GDK_BACKEND='x11', GTK_A11Y='none', GSETTINGS_BACKEND='memory', NO_AT_BRIDGE='1',
               ADW_DISABLE_PORTAL='1', GTK_USE_PORTAL='0', COMARK_NON_UNIQUE='1')
    env.pop('G_DEBUG', None)  # gnome-text-editor does not live with fatal-criticals
    for name in ('HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'XDG_RUNTIME_DIR'):
        env[name] = os.path.join(folder, name.lower()); os.makedirs(env[name], 0o700, exist_ok=True)
    return env


def first_frame(build, env, command, schemas=None):
    out = subprocess.run(['xvfb-run', '-a', '-s', '-screen 0 1280x900x24 -nolisten tcp', 'dbus-run-session', '--',
                          os.path.join(build, 'tests/bench/first-frame'), '3', *command],
                         env={**env, **({'GSETTINGS_SCHEMA_DIR': schemas} if schemas else {})}, capture_output=True, text=True)
    if out.returncode: raise SystemExit(out.stderr)
    return float(out.stdout)


def main(build, register=None):
    build, folder = os.path.abspath(build), tempfile.mkdtemp(prefix='comark-start-')
    try:
        if register is None:
            register = os.path.join(folder, 'large.comark')
            big_register.main(os.path.join(build, 'src/cli/comarkctl'), register)
        empty = os.path.join(folder, 'empty.txt'); open(empty, 'w').close()
        env, ours, theirs = environment(folder, build), [], []
        for _ in range(ROUNDS):
            ours.append(first_frame(build, env, [os.path.join(build, 'src/comark'), register, '--page', 'submissions'], os.path.join(build, 'data')))
            theirs.append(first_frame(build, env, ['gnome-text-editor', '--standalone', empty]))
        a, b = statistics.median(ours), statistics.median(theirs)
        print(f'start to first frame: ours {a:.0f} ms, gnome-text-editor {b:.0f} ms, ratio {a / b:.2f}')
    finally: shutil.rmtree(folder)


if __name__ == '__main__': main(*sys.argv[1:])
