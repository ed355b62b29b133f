# SPDX-License-Identifier: GPL-3.0-or-later
"""What a certificate on disk must say, in words, as a picture, and in its code."""
from datetime import datetime
import shutil, subprocess
from people import CHAIRS

DPI, A4_MM = 150, (297, 210)


def said(*command): return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def check_certificate(pdf, mark, day):
    """day: when it was sealed or later, ISO."""
    when = datetime.fromisoformat(day[:10])
    text = ' '.join(said('pdftotext', '-layout', pdf, '-').split())
    for words in ('Safe discharge policy', 'Broadland Community Trust', mark['number'], f'{when.day} {when:%B %Y}', *CHAIRS): assert words in text, (words, text)
    picture = pdf.removesuffix('.pdf')
    said('pdftoppm', '-r', str(DPI), '-singlefile', '-png', pdf, picture)
    check_picture(picture + '.png')
    if not shutil.which('zbarimg'): return
    code = said('zbarimg', '--quiet', '--raw', picture + '.png')
    assert mark['number'] in code and mark['document_hash'].upper() in code, code


def check_picture(png):
    """A whole page, with ink on it."""
    width, height, n_colours, mean = (float(n) for n in said('identify', '-format', '%w %h %k %[fx:mean]', png).split())
    for pixels, mm in zip((width, height), A4_MM): assert abs(pixels - mm / 25.4 * DPI) <= 1, (width, height)
    assert n_colours > 50 and 0.5 < mean < 0.99, (n_colours, mean)
