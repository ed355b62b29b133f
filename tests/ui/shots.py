#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page on the demo register, for people to look at: shots.py BUILD DIR
1280x800, 900x700, text twice as large, dark, high contrast."""
import os, shutil, subprocess, sys, tempfile

VARIANTS = {'1280x800': {}, '900x700': {'size': (900, 700)}, 'text-x2': {'text_scale': 2.0}, 'dark': {'dark': True}, 'high-contrast': {'high_contrast': True}}
ADMINISTRATOR, CO_CHAIR, MEMBER, OWNER = 'Anil Thakkar', 'Miriam Okonjo-Blake', 'Parveen Akhtar', 'Hannah Lindqvist'
PAGES = {  # name: who looks, and at what
    'start': (None,),
    'to-do': (ADMINISTRATOR, '--page', 'todo'), 'submissions': (ADMINISTRATOR, '--page', 'submissions'),
    'marks': (ADMINISTRATOR, '--page', 'marks'), 'people': (ADMINISTRATOR, '--page', 'people'),
    'meetings': (ADMINISTRATOR, '--page', 'meetings'),
    'reports': (ADMINISTRATOR, '--page', 'reports'),
    'questions': (CO_CHAIR, '--open', 'S-2026-0011/questions'), 'practice': (MEMBER, '--page', 'todo'),
    'overview': (ADMINISTRATOR, '--open', 'S-2026-0011/overview'), 'document': (MEMBER, '--open', 'S-2026-0011/document'),
    'my-review': (MEMBER, '--open', 'S-2026-0011/review'), 'decision-meeting': (CO_CHAIR, '--open', 'S-2026-0010/decision'),
    'meeting': (CO_CHAIR, '--open', 'S-2026-0010/meeting'),
    'decision-sealed': (ADMINISTRATOR, '--open', 'S-2026-0008/decision'), 'prepare': (ADMINISTRATOR, '--open', 'S-2026-0015/form'),
    'mark': (ADMINISTRATOR, '--open', 'S-2026-0001/mark'), 'history': (ADMINISTRATOR, '--open', 'S-2026-0001/history'),
}
PRESSED = {  # a page that a button opens
    'compare-versions': ('Dafydd Rees', 'S-2025-0004/review', 'What changed since I rated…'),
    'my-review-list': (MEMBER, 'S-2026-0011/review', 'Whole list'),
    'my-versions': ('Dafydd Rees', 'S-2025-0004/review', 'Versions of my review…'),
}

ACTS = {'practice': 'win.practise'}  # what is done there before the picture


def take(build, folder, variant):
    """All pages in one variant; libatspi connects once a process, so each has its own."""
    from harness import Desk
    settings = {'size': (1280, 800), **VARIANTS[variant]}
    with tempfile.TemporaryDirectory() as scratch, Desk(build, **settings) as desk:
        pages = PAGES | {page: (who, '--open', where) for page, (who, where, _) in PRESSED.items()}
        for page, (who, *where) in pages.items():
            register = os.path.join(scratch, page + '.comark')
            shutil.copy(os.path.join(build, 'data/demo/demo.comark'), register)
            app = desk.launch(register, '--as', who, *where) if who else desk.launch()
            app.act('window.toggle-maximized')
            if page in ACTS: app.act(ACTS[page])
            app.settle(0.6)
            if page in PRESSED:
                app.find('push button', PRESSED[page][2], shown=False).click()
                app.settle(1)
            desk.shot(os.path.join(folder, f'{page}-{variant}.png'))
            app.close()
            print(f'{page}-{variant}.png', flush=True)


if __name__ == '__main__':
    build, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if len(sys.argv) > 3: take(build, folder, sys.argv[3])
    else:
        os.makedirs(folder, exist_ok=True)
        for variant in VARIANTS: subprocess.run([sys.executable, __file__, build, folder, variant], check=True)
