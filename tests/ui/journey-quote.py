#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quote, close, reopen, the quote is there: selected with the keyboard in the words of a document
of some hundred pages, noted on, taken off and put back; and nobody else sees a trace of it."""
import os
import re
import shutil

import journey
from harness import wait
from journey import Journey
from people import MEMBERS, make_pack, with_people

MEMBER, OTHER = list(MEMBERS)[:2]
WORDS = re.compile('^“')


def ready_to_rate(folder):
    register = with_people(folder, 'panel.comark')
    ref = register.run('pack', 'import', make_pack(folder))
    register.run('submission', 'complete', ref)
    register.run('panel', 'invite', ref, *MEMBERS)
    for member in MEMBERS:
        register.run('interest', ref, member, 'none', who=member)
    return register, ref


def quotes(register, ref, who=MEMBER):
    return [item['quote'] for item in register.json('quote', 'list', ref, who=who)]


def open_words(desk, folder, register, ref, who=MEMBER):
    way = Journey(desk, folder, register.path)
    way.open('--as', who, '--open', f'{ref}/review')
    way.button('As text')
    if not way.app.find_all('text', "The document's words"):
        way.press('As text')
    way.words = way.app.find('text', "The document's words")
    wait(lambda: len(way.words.text()) > 1000, 'the words of the document')
    way.app.settle()
    return way


def select_by_key(way, characters):
    """Lines down from the top, then so many characters."""
    way.words.pointer()
    way.desk.key('ctrl+Home', 'Down', 'Down', 'Home')
    way.desk.key(*['shift+Right'] * characters)


def test_quote_close_reopen_quote_is_there(desk, folder):
    register, ref = ready_to_rate(folder)
    way = open_words(desk, folder, register, ref)
    select_by_key(way, 30)
    way.button('Quote this')                    # it comes with the selection
    desk.key('ctrl+shift+q')
    way.told(re.compile('^Quoted for '))
    stored = wait(lambda: quotes(register, ref), 'the quote stored')[0]
    shown = way.told(WORDS).name.strip('“”')
    assert ' '.join(stored['exact'].split()) == shown, (stored, shown)
    assert ' '.join(stored['exact'].split()) in ' '.join(way.words.text().split()), stored
    way.press('Note on')
    way.app.settle()
    desk.x('type', '--delay', 12, '--', 'Who says so?')
    wait(lambda: quotes(register, ref)[0]['note'] == 'Who says so?', 'the note stored')
    way.close()

    way = open_words(desk, folder, register, ref)
    way.told(WORDS)
    way.told('Note: Who says so?')
    way.press('Show “')
    way.app.settle()
    way.press('Remove “')
    way.told(re.compile('^Removed: “'))
    assert not quotes(register, ref)
    way.press('Put back “')
    wait(lambda: len(quotes(register, ref)) == 1, 'the quote to be back')
    way.told(WORDS)
    way.close()

    way = open_words(desk, folder, register, ref, OTHER)
    assert not way.app.find_all(name=WORDS)
    assert not quotes(register, ref, OTHER)
    way.close()
    assert register.run('check') == 'All is well.'


def drag(way, node, begin, end):
    """Over a node, from and to fractions of its size."""
    x, y, width, height = node.extents()
    left, top = node._origin()
    ways = [(left + x + int(width * a), top + y + int(height * b))
            for a, b in (begin, begin, end, end)]
    words = ['mousemove', '--sync', *ways[0], 'mousedown', 1]
    for step, place in enumerate(ways[1:]):
        words += ['mousemove', '--sync', place[0] + step, place[1] + step, 'sleep', 0.1]
    way.desk.x(*words, 'mouseup', 1)
    way.app.settle()


def select_a_word(way, node):
    """With two clicks, from line to line: beside words they select nothing."""
    x, y, width, height = node.extents()
    left, top = node._origin()
    for step in range(5, 9 * 5):
        way.desk.x('mousemove', '--sync', left + x + width // 2, top + y + height * step // 50,
                   'click', '--repeat', 2, '--delay', 60, 1, 'sleep', 0.5)
        way.app.settle(0.2)
        if way.app.find_all('push button', 'Copy'):
            return
    raise AssertionError('two clicks never selected a word')


def test_quote_with_the_pointer_on_the_page(desk, folder):
    path = os.path.join(folder, 'demo.comark')
    shutil.copy(os.path.join(journey.BUILD, 'data', 'demo', 'demo.comark'), path)
    way = Journey(desk, folder, path)
    way.open('--as', 'Parveen Akhtar', '--open', 'S-2026-0011/review')
    register = way.register

    def stored():
        return quotes(register, 'S-2026-0011', 'Parveen Akhtar')

    page = way.app.find('image', re.compile('^Page 1 of'))
    way.app.settle()
    assert not way.app.find_all('push button', 'Quote this')
    drag(way, page, (0.3, 0.25), (0.8, 0.42))
    way.press('Quote this')
    way.told(re.compile('^Quoted for '))
    quote = wait(stored, 'the quote stored')[0]
    assert quote['page'] == 1 and len(quote['exact']) > 20, quote
    assert quote['suffix'], quote
    select_a_word(way, page)
    desk.key('ctrl+shift+q')
    word = wait(lambda: [q for q in stored() if q['exact'] != quote['exact']], 'the word stored')[0]
    assert len(word['exact'].split()) == 1, word
    way.press('As text')                          # the same places, in the other view
    way.press('Show “' + ' '.join(quote['exact'].split())[:20])
    way.words = way.app.find('text', "The document's words")
    wait(lambda: way.words._ask('org.a11y.atspi.Text', 'GetNSelections')[0] == 1, 'its words selected')
    way.close()
    assert register.run('check', who='Anil Thakkar') == 'All is well.'


if __name__ == '__main__':
    journey.run([test_quote_close_reopen_quote_is_there,
                 test_quote_with_the_pointer_on_the_page])
