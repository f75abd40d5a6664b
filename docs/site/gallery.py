#!/usr/bin/python3
"""gallery.py HANSA: the list of the library's scenarios and sweeps for docs/reference/gallery.md: of each its title, what
it asks and what came out, both from its first comment, and the command. One whose first comment says nothing is an error;
one without a result, such as a baseline, has none here."""
import re
import subprocess
import sys
from pathlib import Path

LIBRARY = Path(__file__).resolve().parents[2] / "scenarios/library"


def paragraphs(text):
    """The first comment of a file as paragraphs; one begins after an empty line and at Result:."""
    parts = [[]]
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        line = line[1:].strip()
        if line.startswith("yaml-language-server"):
            continue
        if line == "" or line.startswith("Result:"):
            parts.append([])
        if line:
            parts[-1].append(line)
    return [" ".join(part) for part in parts if part]


def first_sentence(text):
    """Up to the first full stop or question mark that ends a word."""
    return re.split(r"(?<=[a-z0-9\])][.?])\s", text, maxsplit=1)[0]


def entry(name, title):
    parts = paragraphs((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"))
    results = [part for part in parts if part.startswith("Result:")]
    if not parts:
        sys.exit(f"{LIBRARY / name}.yaml: its first comment says nothing")
    verb = "sweep" if title.startswith("sweep: ") else "run"
    lines = [f"### {title.removeprefix('sweep: ')}", first_sentence(parts[0]), f"```sh\nhansa {verb} {name}\n```"]
    if results:
        found = first_sentence(results[0].removeprefix("Result:").strip())
        lines.insert(2, f"Result: {found}")
    return "\n\n".join(lines) + "\n"


def main(hansa):
    listed = subprocess.run([hansa, "list"], check=True, text=True, stdout=subprocess.PIPE).stdout
    rows = re.findall(r"^\s*([a-z0-9-]+) {2,}(.+?)\s*$", listed, re.M)
    rows = [(name, title) for name, title in rows if (LIBRARY / f"{name}.yaml").exists()]
    missing = {path.stem for path in LIBRARY.glob("*.yaml")} - {name for name, _ in rows}
    if missing:
        sys.exit(f"hansa list lacks {sorted(missing)}")
    sweeps = [row for row in rows if row[1].startswith("sweep: ")]
    print("## Scenarios\n")
    print("\n".join(entry(*row) for row in rows if row not in sweeps))
    print("## Sweeps\n")
    print("\n".join(entry(*row) for row in sweeps))


main(sys.argv[1])
