# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that no compiler knows, each a test. A failure names file, line and rule.
house.py SOURCE BUILD, under Debian's python3; says TAP."""
import json, os, re, shutil, subprocess, sys, tempfile, xml.etree.ElementTree as tree
from pathlib import Path

SOURCE, BUILD = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()


class Skip(Exception):
    pass


def files(*patterns):
    """Paths below the source that match, in order. Build folders are not looked into."""
    return sorted(path for pattern in patterns for path in SOURCE.glob(pattern))


def name(path): return str(path.relative_to(SOURCE))


def lines(path): return list(enumerate(path.read_text(encoding='utf-8').split('\n'), 1))


def find(pattern, paths, allowed=lambda path: False):
    """'file:line: text' wherever the pattern stands, outside the allowed files."""
    wanted = re.compile(pattern)
    return [f'{name(path)}:{number}: {line.strip()}' for path in paths if not allowed(path)
            for number, line in lines(path) if wanted.search(line)]


def none(found, rule): assert not found, '\n'.join([rule, *found])


def tool(*command, cwd=SOURCE):
    """Runs a checker of Debian's; what it says is the failure."""
    if not shutil.which(command[0]): raise Skip(f'{command[0]} is not installed')
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


C_SOURCES = files('src/**/*.[ch]')
C_AND_TESTS = C_SOURCES + files('tests/**/*.[ch]')
UI = files('ui/*.ui')


# ---- the build ----

def test_every_source_is_built():
    built = {Path(one['directory'], one['file']).resolve() for one in json.loads((BUILD / 'compile_commands.json').read_text())}
    # The peers of a bench are built where their library is installed.
    none([name(path) for path in files('src/**/*.c', 'tests/**/*.c') if path not in built and 'bench' not in path.parts],
         'In no meson.build:')


def test_every_header_is_used():
    sources = '\n'.join(path.read_text() for path in C_AND_TESTS)
    none([name(path) for path in files('src/**/*.h', 'tests/**/*.h') if not re.search(rf'#include "([a-z]+/)*{path.name}"', sources)],
         'No source includes it:')


def test_everything_in_a_bundle_is_there():
    for bundle, folders in (('ui/comark.gresource.xml', ['ui', 'icons/hicolor']),
                            ('data/comark-data.gresource.xml', ['data'])):
        listed = [node.text for node in tree.parse(SOURCE / bundle).iter('file')]
        none([path for path in listed if not any((SOURCE / folder / path).exists() for folder in folders)],
             f'Listed in {bundle} but missing:')
        assert len(listed) == len(set(listed)), f'{bundle} lists a file twice'
    listed = (SOURCE / 'ui/comark.gresource.xml').read_text()
    none([name(path) for path in UI if f'>{path.name}<' not in listed], 'Not in ui/comark.gresource.xml:')
    listed = (SOURCE / 'data/comark-data.gresource.xml').read_text()
    none([name(path) for path in files('data/sql/*', 'data/schemas/*', 'data/frameworks/*')
          if path.name not in listed], 'Not in data/comark-data.gresource.xml:')


# ---- the window ----

def templates():
    for path in UI:
        node = tree.parse(path).getroot().find('template')
        if node is not None: yield path, node.get('class')


def test_a_ui_file_is_named_after_its_class():
    none([f'{name(path)}: {cls}' for path, cls in templates()
          if re.sub(r'(?<!^)(?=[A-Z])', '-', cls).lower() != path.stem], 'The stem is not the class:')


def test_a_class_and_its_ui_file_go_together():
    used = {stem for path in files('src/app/*.c')
            for stem in re.findall(r'set_template_from_resource[^;]*?([a-z-]+)\.ui"', path.read_text())}
    none(sorted(used ^ {path.stem for path, _ in templates()}), 'A .ui file without class, or the other way round:')


def test_old_widgets_stay_out():
    none(find(r'\b(Gtk(TreeView|ListStore|ComboBox\w*|IconView|Dialog|MessageDialog|InfoBar|Assistant)|Adw(Leaflet|Flap|Squeezer))\b', UI)
         + find(r'\b(gtk_(tree_view|combo_box|message_dialog|info_bar|assistant)_|adw_(leaflet|flap)_)', C_SOURCES),
         'Deprecated after GTK 4.8 or libadwaita 1.2:')


def test_short_lived_calls_stay_in_one_file():
    none(find(r'\b(gtk_file_chooser|adw_message_dialog|adw_about_window)_', C_SOURCES,
              allowed=lambda path: path.stem == 'comark-compat'), 'Only comark-compat.c may call these:')


def test_ui_files_are_well_formed(): tool('xmllint', '--noout', *UI, *files('ui/*.xml', 'data/*.xml', 'data/*/*.rng'))


# ---- the rooms ----

def test_sql_stays_in_the_store():
    none(find(r'"[^"]*\b(SELECT|INSERT INTO|UPDATE [a-z]|DELETE FROM)\b', C_SOURCES, allowed=lambda path: path.parent.name == 'store'),
         'SQL outside src/store:')


def in_room(*rooms): return lambda path: path.relative_to(SOURCE / 'src').parts[0] in rooms


def named(start): return lambda path: path.name.startswith(start)


def test_each_library_stays_in_its_room():
    for header, allowed, rule in (
            (r'sqlite3\.h', named('comark-sql-sqlite'), 'sqlite3.h is for src/store/comark-sql-sqlite*.c:'),
            (r'libpq-fe\.h', named('comark-sql-postgres'), 'libpq-fe.h is for src/store/comark-sql-postgres*.c:'),
            (r'(libxml/|archive)', lambda path: in_room('exchange')(path) or path.parent.name == 'reader',
             'libxml2 and libarchive are for src/exchange and the reader process:'),
            (r'(poppler|glib/poppler)', lambda path: path.parent.name == 'reader', 'Poppler is for the reader process:'),
            (r'(gtk/|gdk/|adwaita)', in_room('app', 'main.c'), 'GTK is for src/app:')):
        none(find(rf'#include <{header}', C_SOURCES, allowed), rule)


def test_arrows_point_one_way():
    rank = {'model': 0, 'panel': 1, 'store': 2, 'document': 2, 'certificate': 2, 'exchange': 2, 'desk': 3, 'app': 4, 'cli': 4}
    room = {path.name: in_path(path) for path in files('src/*/**/*.h')}
    found = []
    for path in files('src/*/**/*.[ch]'):
        here = in_path(path)
        for number, line in lines(path):
            include = re.match(r'#include "([^"]+)"', line)
            there = room.get(include.group(1)) if include else None
            if there and there != here and rank[there] >= rank[here]:
                found.append(f'{name(path)}:{number}: {here} includes {there}\'s {include.group(1)}')
    none(found, 'A room uses what stands above or beside it:')


def in_path(path): return path.relative_to(SOURCE / 'src').parts[0]


# ---- every file ----

def test_every_file_says_its_licence():
    paths = files('src/**/*.[ch]', 'tests/**/*.[ch]', 'tests/**/*.py', 'ui/*.*', 'data/*.xml*', 'data/*.in', 'data/*/*.sql', 'data/*/*.rng',
                  'data/comarkctl.*', '**/meson.build', 'meson_options.txt', 'po/update-potfiles', 'tests/store/with-postgres', 'dev')
    none([name(path) for path in paths if 'build' not in path.relative_to(SOURCE).parts[0]
          and not any('SPDX-License-Identifier: GPL-3.0-or-later' in line for _, line in lines(path)[:5])],
         'No SPDX line at the top:')


def test_nothing_is_put_off():
    none(find(r'\b(TODO|FIXME|HACK)\b|\bXXX\b(?!X)|^#if 0', C_AND_TESTS + UI + files('data/*/*.sql', 'ui/*.css')), 'Do it, or make it an issue:')


def test_lines_are_a_hundred_columns():
    none([f'{name(path)}:{number}: {len(line)}' for path in C_AND_TESTS for number, line in lines(path) if len(line) > 100],
         'Wider than 100 columns:')


def test_no_stray_white_space():
    none(find(r'[ \t]$|\t', C_AND_TESTS), 'A tab, or white space at the end of a line:')


# ---- words ----

SAID = r'"(?:[^"\\]|\\.)*"'
CALL = re.compile(rf'\b(g_set_error|g_set_error_literal|comark_desk_refuse|comark_xml_set_error) \((?:[^;"]|{SAID})*?({SAID}(?:\s*{SAID})*)')


def sentences():
    """Where an error is set with its words beside it, and these words (of a choice, the first)."""
    for path in C_SOURCES:
        text = path.read_text(encoding='utf-8')
        for call in CALL.finditer(text):
            said = ''.join(part[1:-1] for part in re.findall(SAID, call.group(2)))
            yield f'{name(path)}:{text.count(chr(10), 0, call.start()) + 1}', said


def test_errors_are_whole_sentences():
    said = [one for one in sentences() if ' ' in one[1]]
    assert len(said) > 100, f'only {len(said)} sentences found: is the pattern out of date?'
    none([f'{where}: {words}' for where, words in said if not re.search(r'([.?!][”)]?|%s)$', words)],
         'An error is shown to people: a whole sentence with its full stop:')


def test_words_to_translate_are_listed():
    wanted = subprocess.run(['po/update-potfiles'], cwd=SOURCE, capture_output=True, text=True, check=True).stdout
    assert (SOURCE / 'po/POTFILES.in').read_text() == wanted, 'Out of date: po/update-potfiles > po/POTFILES.in'


def limits():
    """The table in code: name to number."""
    for said in re.findall(r'#define COMARK_LIMIT_(\w+) (.+)', (SOURCE / 'src/model/comark-limits.h').read_text()):
        yield said[0], eval(said[1].replace('G_GINT64_CONSTANT', ''), {'__builtins__': {}})


def test_the_manual_gives_the_limits_of_the_code():
    mega = 1024 * 1024
    said = {'FILE_BYTES': ('One file {} MB', mega), 'FILE_WARN_BYTES': ('over {} MB', mega), 'PACK_FILES': ('{} files', 1),
            'PACK_BYTES': ('{} GB unpacked', 1024 * mega), 'PACK_RATIO': ('{} times its packed size', 1), 'XML_BYTES': ('XML {} MB', mega),
            'XML_DEPTH': ('{} elements deep', 1), 'TEXT_CHARACTERS': ('One text {} characters', 1),
            'SEARCH_CHARACTERS': ('first {} characters', 1)}
    manual = ' '.join((SOURCE / 'data/comarkctl.1').read_text().split('.SH LIMITS')[1].split('.SH')[0].split())
    none([f'{limit}: the manual should say “{said[limit][0].format(f"{value // said[limit][1]:,}")}”' for limit, value in limits()
          if said[limit][0].format(f'{value // said[limit][1]:,}') not in manual], 'data/comarkctl.1, LIMITS:')


# ---- data ----

def test_frameworks_follow_their_schema():
    tool('xmllint', '--noout', '--relaxng', 'data/schemas/framework.rng', *files('data/frameworks/*.xml'))


def test_settings_are_valid():
    with tempfile.TemporaryDirectory() as out: tool('glib-compile-schemas', '--strict', '--targetdir', out, 'data')


def test_the_menu_entry_is_valid(): tool('desktop-file-validate', BUILD / 'data/org.comark.Comark.desktop')


def test_the_catalogue_entry_is_valid(): tool('appstreamcli', 'validate', '--no-net', BUILD / 'data/org.comark.Comark.metainfo.xml')


def test_pages_of_the_manual_are_clean():
    tool('man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', *files('data/*.1'))


# ---- TAP ----

def main(tests):
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        words = test.__name__.removeprefix('test_').replace('_', '-')
        try: test()
        except Skip as why: print(f'ok {number} {words} # SKIP {why}')
        except Exception as wrong:
            failed += 1
            print(f'not ok {number} {words}')
            for line in str(wrong).splitlines() or [repr(wrong)]: print('#', line)
        else: print(f'ok {number} {words}')
    sys.exit(failed != 0)


main([thing for word, thing in list(globals().items()) if word.startswith('test_')])
