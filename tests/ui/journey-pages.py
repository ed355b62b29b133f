#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A member reads a long document by keyboard: its chapters, its small pages, words found and walked
through, pages one at a time and under one another, a second file beside it."""
import os
import re
import shutil

import journey
from harness import wait
from journey import BUILD, Journey, starts

MEMBER, DOCUMENT = 'Parveen Akhtar', 'S-2026-0011/document'


def page_of(app):
    """The page that is read, as a screen reader hears it."""
    images = app.find_all('image', re.compile(r'^Page \d+ of \d+$'))
    return int(images[0].name.split()[1]) if images else 0


def test_a_document_is_read_by_keys(desk, folder):
    register = os.path.join(folder, 'demo.comark')
    shutil.copy(os.path.join(BUILD, 'data/demo/demo.comark'), register)
    way = Journey(desk, folder, register)
    app = way.open('--as', MEMBER, '--open', DOCUMENT)
    wait(lambda: page_of(app) == 1, 'the first page')
    app.find('image', starts('Page 1 of')).pointer()
    # By screenfuls, into the next page and back.
    for _ in range(6): desk.key('Page_Down')
    wait(lambda: page_of(app) > 1, 'a later page')
    desk.key('ctrl+Home')
    wait(lambda: page_of(app) == 1, 'the first page again')
    # Chapters: the panel has the focus, and the keys turn the pages.
    desk.key('F9')
    app.find('list item', re.compile(r', page \d+$'))
    desk.key('Tab', 'Tab', 'Tab', 'Down', 'Down', 'Down')
    wait(lambda: page_of(app) > 1, 'the page of a chapter')
    desk.key('F9')
    # Words: Ctrl+F is the document's, and the first match is one from here on.
    desk.key('ctrl+f')
    desk.x('type', '--delay', 30, 'medicine')
    found = app.find('status bar', re.compile(r'^\d+ of \d+$'))
    at, n = (int(number) for number in found.name.split(' of '))
    assert n > 2, found.name
    desk.key('Return')
    wait(lambda: app.find_all('status bar', f'{at % n + 1} of {n}'), 'the next match')
    desk.key('shift+Return')
    wait(lambda: app.find_all('status bar', f'{at} of {n}'), 'the match before')
    page = page_of(app)
    desk.key('Escape')
    # The place stays when pages are laid out otherwise.
    desk.key('ctrl+8')
    app.settle()
    assert page_of(app) == page, (page_of(app), page)
    desk.key('ctrl+9')
    app.settle()
    assert page_of(app) == page
    # A second file, and back to one.
    app.find('push button', 'Two at once').click()
    app.find('push button', 'Close this one').click()
    app.gone('push button', 'Close this one')
    way.close()
    print('# longest beat', way.longest_ms, 'ms')


if __name__ == '__main__':
    journey.run([test_a_document_is_read_by_keys])
