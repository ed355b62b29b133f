# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench's certificate made with WeasyPrint: CONTENT RUNS -> milliseconds for one."""
import html
import sys
import time

from weasyprint import HTML

FACES = [
    "font-family:Lato",
    "font-family:Lato;font-weight:bold",
    "font-family:'EB Garamond 12'",
    "font-family:'EB Garamond 12';font-style:italic",
]


def curves():
    """As many as the frame and the rosette have."""
    out = []
    for strand in range(59):
        x, y = 40, 40 + 8.7 * strand
        out.append(f"M{x},{y:.1f}")
        for i in range(33):
            side = 4.2 if i % 2 else -4.2
            out.append(f"C{x + 8.4:.1f},{y + side:.1f} {x + 14.6:.1f},{y - side:.1f} "
                       f"{x + 23},{y - side:.1f}")
            x += 23
    return "".join(out)


def page(lines):
    code, text = [], []
    for part in lines:
        if part[0] == "R":
            code.append(f"M{80 + 2.5 * int(part[1])},{395 + 2.5 * int(part[2])}h2.5v2.5h-2.5z")
        elif part[0] == "T":
            size, x, y = float(part[2]), float(part[3]), float(part[4])
            text.append(f'<p style="left:{x}pt;top:{y - size}pt;font-size:{size}pt;'
                        f'{FACES[int(part[1])]}">{html.escape(part[5])}</p>')
    return ('<html lang="en-GB"><title>Made in co-production</title><style>'
            "@page{size:297mm 210mm;margin:0}svg,p{position:absolute;margin:0}"
            "p{line-height:1;white-space:pre}svg{left:0;top:0}</style>"
            '<svg xmlns="http://www.w3.org/2000/svg" width="841.89pt" height="595.28pt" '
            f'viewBox="0 0 841.89 595.28"><path fill="none" stroke="#076" stroke-width=".4" '
            f'd="{curves()}"/><path d="{"".join(code)}"/></svg>{"".join(text)}</html>')


def main():
    with open(sys.argv[1], encoding="utf-8") as content:
        lines = [line.rstrip("\n").split("\t", 5) for line in content]
    best = float("inf")
    for _ in range(int(sys.argv[2]) + 1):
        start = time.process_time()
        HTML(string=page(lines)).write_pdf()
        best = min(best, time.process_time() - start)
    print(f"{best * 1000:.3f}")


main()
