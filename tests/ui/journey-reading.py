#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as words, in the real window: as large as it goes with nothing cut off, by keyboard,
as a screen reader hears it, looked through, read aloud; and the way to read follows the person."""
import os
import re
import shutil
import subprocess
import time

import journey
from audit import Picture
from gi.repository import GLib
from harness import wait
from journey import Journey
from people import ADMIN, MEMBERS, with_people

TEXT = "The document's words"
# Pixels at each side of a line in which nothing may stand but, on the right, the scroll bar.
MARGIN, BAR = 20, 10
LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
LINES = (['Going home', 'Leaving a ward is no event.', '• Ask early', '• Ask who is at home', LONG,
          'Day | Who', 'Monday | Ada’s café']
         + [f'Paragraph {n} says how people leave the ward: with their tablets in their hand, a '
            f'name to ring, and somebody who knows that they are coming.' for n in range(1, 41)]
         + ['The very last words.'])


def document(folder):
    path = os.path.join(folder, 'leaving.html')
    body = [f'<h1>{LINES[0]}</h1><p>{LINES[1]}</p><ul><li>Ask early</li><li>Ask who is at home</li>'
            f'</ul><p>{LONG}</p><table><tr><th>Day</th><th>Who</th></tr>'
            '<tr><td>Monday</td><td>Ada’s café</td></tr></table>']
    body += [f'<p>{line}</p>' for line in LINES[7:]]
    with open(path, 'w') as file:
        file.write(f'<html><body>{"".join(body)}</body></html>')
    return path


def submission(folder):
    register = with_people(folder, 'reading.comark')
    ref = register.run('submission', 'add', '--title', 'Leaving a ward', '--type', 'leaflet',
                       '--owner', 'Ines Duarte', '--team', 'Ward', '--audience', 'All',
                       '--summary', 'How people leave.')
    register.run('submission', 'document', ref, document(folder))
    return register, ref


def open_words(desk, folder, register, ref, env=None, who=ADMIN):
    way = Journey(desk, folder, register.path)
    desk.env.update(env or {})
    way.open('--as', who, '--open', f'{ref}/document')
    pages = way.app.find_all('push button', 'Pages')
    if pages:  # a narrow window has one of the two in sight
        pages[0].click()
    way.text = way.app.find('text', TEXT)
    wait(lambda: LINES[-1] in way.text.text(), 'the words')
    return way


def focused(way):
    return [node.name for node in way.app.walk() if 'focused' in node.states and node.name]


def tab_to(desk, way, name):
    for _ in range(20):
        if name in focused(way):
            return
        desk.key('Tab')
        way.app.settle(0.1)
    raise AssertionError(f'{name!r} cannot be reached with Tab')


def resize(desk, way, width, height):
    window = desk.x('search', '--onlyvisible', '--pid', way.app.process.pid).split()[-1]
    desk.x('windowsize', '--sync', window, width, height)
    way.app.settle()


# ---- as large as it goes

def pane_of(way):
    return next(node for node in way.text.ancestors() if node.role == 'scroll pane')


def down_bar(way):
    bar = next(node for node in pane_of(way).children()
               if node.role == 'scroll bar' and 'vertical' in node.states)
    return bar.children()[0]


def limits(node):
    return [node._get('org.a11y.atspi.Value', name) for name in ('MinimumValue', 'MaximumValue')]


def columns(picture, left, right, top, bottom):
    """Whether each of these columns of the screen is of one colour."""
    for x in range(left, right):
        at = [(y * picture.width + x) * 3 for y in range(top, bottom)]
        seen = {picture.pixels[n:n + 3] for n in at}
        assert len(seen) == 1, f'something stands in column {x}: {len(seen)} colours'


def check_margins(desk, way):
    x, y, width, height = way.text.extents()
    px, py, pwidth, pheight = pane_of(way).extents()
    assert x >= px and x + width <= px + pwidth, 'the text is wider than its pane'
    left, top = way.text._origin()
    picture = Picture(desk)
    top, bottom = top + py + 4, min(top + py + pheight - 4, picture.height - 4)
    columns(picture, left + x + 2, left + x + MARGIN, top, bottom)
    columns(picture, left + x + width - MARGIN, left + x + width - BAR, top, bottom)


def read_down(desk, way):
    """From the first line to the last, a screenful at a time."""
    bar, seen = down_bar(way), 0
    _, most = limits(bar)
    _, _, _, page = pane_of(way).extents()
    for n in range(12):  # of many: evenly, the first and the last among them
        bar.value = min(n * (most - page) / 11, most)
        way.app.settle(0.1)
        check_margins(desk, way)
        seen += 1
    assert most > 5 * page, (most, page)
    return seen


def at_400(desk, way, size):
    resize(desk, way, *size)
    if not way.app.find_all('text', TEXT):
        way.app.find('push button', 'Pages').click()
    way.text = way.app.find('text', TEXT)
    way.app.find('label', '400 %')
    n = read_down(desk, way)
    desk.shot(os.path.join(journey.BUILD, 'meson-logs', f'reading-400-{size[0]}.png'))
    print(f'# {size}: {n} screens at 400 %')


def test_nothing_is_cut_off_at_400_percent(desk, folder):
    register, ref = submission(folder)
    way = open_words(desk, folder, register, ref)
    way.text.pointer()
    for _ in range(11):
        desk.key('ctrl+plus')
    at_400(desk, way, (1280, 800))
    at_400(desk, way, (900, 700))
    # The caret goes to the last character, and the last line is in sight.
    way.text.pointer()
    desk.key('ctrl+End')
    way.app.settle()
    assert caret(way) == len(way.text.text())
    bar = down_bar(way)
    assert bar.value > 0
    way.close()


def caret(way):
    return way.text._get('org.a11y.atspi.Text', 'CaretOffset')


# ---- heard

def style_at(way, offset):
    attributes, start, end = way.text._ask('org.a11y.atspi.Text', 'GetAttributeRun',
                                           GLib.Variant('(ib)', (offset, True)))
    return attributes, start, end


def test_a_screen_reader_has_all_of_it_in_order(desk, folder):
    register, ref = submission(folder)
    way = open_words(desk, folder, register, ref)
    assert way.text.text() == '\n'.join(LINES), way.text.text()[:300]
    heading, _, end = style_at(way, 0)
    plain, _, _ = style_at(way, len(LINES[0]) + 2)
    print('# a heading is told as', heading, 'to', end, 'and words as', plain)
    assert heading.get('weight') == '700' and plain.get('weight', '400') == '400', (heading, plain)
    # Line by line, as it is read down with the arrow keys.
    way.text.pointer()
    desk.key('ctrl+Home')
    wait(lambda: caret(way) == 0, 'the caret at the beginning')
    desk.key('ctrl+Down')
    wait(lambda: caret(way) == len(LINES[0]) + 1, 'the caret at the next paragraph')
    desk.key('ctrl+Up')
    wait(lambda: caret(way) == 0, 'the caret at the first again')
    way.close()


def test_by_keyboard_in_and_out(desk, folder):
    register, ref = submission(folder)
    way = open_words(desk, folder, register, ref)
    way.text.pointer()
    seen = []
    for _ in range(12):
        desk.key('Tab')
        seen += [name for name in focused(way) if name not in seen]
    for name in ('Smaller', 'Larger', 'How it looks', 'Find', 'Read aloud'):
        assert name in seen, (name, seen)
    way.press('How it looks')
    way.app.find('spin button', 'Size of letters, in %')
    seen = []
    for _ in range(14):
        desk.key('Tab')
        seen += [name for name in focused(way) if name not in seen]
    for name in ('A ruler under the line that I read', 'One paragraph at a time'):
        assert name in seen, (name, seen)
    desk.key('Escape')
    way.app.gone('spin button', 'Size of letters, in %')
    wait(lambda: 'How it looks' in focused(way), 'the focus on the button again')
    way.close()


# ---- the person's own

def test_way_to_read_follows_the_person(desk, folder):
    register, ref = submission(folder)
    way = open_words(desk, folder, register, ref)
    way.press('How it looks')
    way.app.find('spin button', 'Size of letters, in %')
    desk.key('Up')                                      # it has the focus
    way.app.find('label', '150 %')                      # and is seen at once
    for _ in range(4):                                  # past line, letter and column
        desk.key('Tab')
    desk.key('Down', 'Down', 'space', 'Tab', 'Down', 'Down', 'space')
    tab_to(desk, way, 'One paragraph at a time')
    chosen = [node.name for node in way.app.walk(shown=False) if 'checked' in node.states]
    assert len(chosen) == 2 and 'As in the window' not in chosen, chosen
    desk.key('space')
    way.told('Paragraph 1 of 48')
    desk.key('Escape')
    way.press('Next paragraph')
    way.told('Paragraph 2 of 48')
    way.app.settle(0.6)
    way.close()
    way = open_words(desk, folder, register, ref)
    way.told('150 %')
    way.told('Paragraph 1 of 48')
    way.close()
    member = 'Ines Duarte'                              # who owns it
    way = open_words(desk, folder, register, ref, who=member)
    way.told('125 %')
    assert not way.app.find_all(name=re.compile('^Paragraph'))
    way.close()


def test_find(desk, folder):
    register, ref = submission(folder)
    way = open_words(desk, folder, register, ref)
    way.text.pointer()
    desk.key('ctrl+Home', 'ctrl+f')
    way.app.find(None, 'Words to find in this document')
    desk.x('type', '--delay', 15, '--', 'cafe')
    way.told('1 of 1')
    assert way.text.text()[caret(way):].startswith('café')
    desk.x('key', 'ctrl+a', 'type', '--delay', 15, '--', 'tablets')
    way.told('1 of 40')
    desk.key('Return')
    way.told('2 of 40')
    desk.key('F3', 'F3')
    way.told('4 of 40')
    desk.key('shift+F3')
    way.told('3 of 40')
    desk.key('Escape')
    way.app.gone(None, 'Words to find in this document')
    desk.key('Right')                                   # the text has the focus again
    place = caret(way)
    assert way.text.text()[place:].startswith('ablets'), place
    way.close()


# ---- read aloud

def start_speech(folder):
    """The real service, without sound."""
    place = os.path.join(folder, 'speech')
    os.makedirs(os.path.join(place, 'modules'))
    open(os.path.join(place, 'modules', 'espeak-ng.conf'), 'w').close()
    with open(os.path.join(place, '.libao'), 'w') as file:
        file.write('default_driver=null\n')
    with open(os.path.join(place, 'speechd.conf'), 'w') as file:
        file.write(f'LogLevel 0\nLogDir "{place}"\nAudioOutputMethod "libao"\n'
                   'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\n'
                   'DefaultModule espeak-ng\n')
    socket = os.path.join(place, 'sock')
    service = subprocess.Popen(['speech-dispatcher', '--run-single', '-c', 'unix_socket', '-S',
                                socket, '-C', place, '-P', os.path.join(place, 'pid'), '-t', '0'],
                               env={**os.environ, 'HOME': place}, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    wait(lambda: os.path.exists(socket), 'the speech service')
    return service, f'unix_socket:{socket}'


def test_read_aloud_from_the_first_to_the_last_word(desk, folder):
    if not (shutil.which('speech-dispatcher')
            and os.path.exists('/usr/lib/speech-dispatcher-modules/sd_espeak-ng')):
        print('# no speech-dispatcher-espeak-ng here')
        return
    service, address = start_speech(folder)
    register, ref = submission(folder)
    try:
        way = open_words(desk, folder, register, ref, env={'SPEECHD_ADDRESS': address})
        way.text.pointer()
        desk.key('ctrl+Home', 'F8')
        begun = time.time()
        way.button('Pause')
        desk.key('F8')
        way.button('Go on reading aloud')
        spoken = way.text.text()[caret(way):].split()[0]
        assert spoken in '\n'.join(LINES), spoken
        desk.key('F8')
        wait(lambda: down_bar(way).value > 0, 'the text to move with the voice')
        way.button('Read aloud')                        # the end; without sound it is soon there
        print(f'# {len(" ".join(LINES).split())} words in {time.time() - begun:.1f} s')
        # It ends in the middle of a text: a sentence, and the window goes on.
        desk.key('ctrl+Home', 'F8')
        service.kill()
        way.told(re.compile('The program that speaks has stopped|has no program that speaks'))
        way.close()
    finally:
        service.kill()
        service.wait()
    print('# longest beat', way.longest_ms, 'ms')


def test_no_voice_costs_a_sentence(desk, folder):
    programs = os.path.join(folder, 'bin')
    os.makedirs(programs)
    fake = os.path.join(programs, 'speech-dispatcher')
    with open(fake, 'w') as file:
        file.write('#!/bin/sh\nexit 1\n')
    os.chmod(fake, 0o755)
    register, ref = submission(folder)
    way = open_words(desk, folder, register, ref,
                     env={'PATH': programs + ':' + os.environ['PATH'],
                          'SPEECHD_ADDRESS': f'unix_socket:{folder}/nowhere'})
    way.press('Read aloud')
    way.told('This computer has no program that speaks')
    way.button('Read aloud')
    way.close()


if __name__ == '__main__':
    journey.run([test_nothing_is_cut_off_at_400_percent,
                 test_a_screen_reader_has_all_of_it_in_order,
                 test_by_keyboard_in_and_out,
                 test_way_to_read_follows_the_person,
                 test_find,
                 test_read_aloud_from_the_first_to_the_last_word,
                 test_no_voice_costs_a_sentence], size=(1280, 800))
