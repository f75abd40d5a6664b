#!/usr/bin/env python3
"""Makes each fault of mutants.txt in a copy of the project, builds it and says whether a test fails.

usage: run.py ROOT [FIRST[-LAST] ...]    by number; all without one
       run.py ROOT --check               only whether the text of each stands where it is said, once

The copy is build/mutants, with ccache in a minute or two. Tests are run near the fault first: those of its own folder,
then of the folder above, then golden results, laws and patterns, then all others but [page], [slurm] and [python]. Exit
status 0 if at least 95 of 100 are caught.
"""
import re
import subprocess
import sys
from pathlib import Path

LONGEST = 900  # seconds of one stage; a test that hangs has found the fault
UNUSED = "".join(f'#pragma GCC diagnostic ignored "-Wunused-{what}"\n'
                 for what in ("variable", "parameter", "function", "but-set-variable", "but-set-parameter"))


def read_mutants(text):
    mutants = []
    for block in re.split(r"\n(?=@ )", text):
        found = re.match(r"@ (\S+)\n- (.*?)\n\+ (.*?)\s*\Z", block, re.S)
        if found:
            mutants.append(found.groups())
    return mutants


def apply(source, old, new):
    if source.count(old) != 1:
        raise ValueError(f"stands there {source.count(old)} times")
    return source.replace(old, new)


def tags_of(folder):
    return ",".join(f"[#{file.stem}]" for file in sorted(folder.rglob("*_test.cpp")))


def stages_of(copy, file):
    tests, own = copy / "tests", (copy / "tests" / file).parent
    near = [folder for folder in (own, own.parent) if folder != tests and folder.is_dir()]
    told = [tags_of(folder) for folder in near]
    told.append(",".join(filter(None, (tags_of(tests / name) for name in ("golden", "laws", "patterns")))))
    told.append("~[page]~[slurm]~[python]~[library]")
    return [tags for tags in told if tags]


def fails(copy, tags):
    command = [copy / "build/release/tests/hansa_tests", "-#", "-a", tags]
    try:
        return subprocess.run(command, cwd=copy, capture_output=True, timeout=LONGEST).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def build(copy):
    done = subprocess.run(["ninja", "-C", copy / "build/release", "hansa", "hansa_tests"], capture_output=True, text=True)
    return done.returncode == 0, done.stdout


def check(root, mutants):
    wrong = [f"tests/mutants/mutants.txt: {file} has '{old}' {(root / file).read_text().count(old)} times"
             for file, old, new in mutants if (root / file).read_text().count(old) != 1]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


def main(root, *chosen):
    mutants = read_mutants((root / "tests/mutants/mutants.txt").read_text())
    if chosen == ("--check",):
        return check(root, mutants)
    copy = root / "build/mutants"
    if not copy.exists():
        subprocess.run(["git", "clone", "-q", "--shared", root, copy], check=True)
    subprocess.run(["git", "-C", copy, "fetch", "-q"], check=True)
    subprocess.run(["git", "-C", copy, "reset", "-q", "--hard", "origin/HEAD"], check=True)
    subprocess.run(["cmake", "--preset", "release"], cwd=copy, check=True, capture_output=True)
    whole, told = build(copy)
    if not whole:
        sys.exit("the project itself does not build:\n" + told[-2000:])
    numbers = []
    for one in chosen or (f"1-{len(mutants)}",):
        first, _, last = one.partition("-")
        numbers += range(int(first), int(last or first) + 1)
    survivors, n_caught = [], 0
    for number in numbers:
        file, old, new = mutants[number - 1]
        name = f"{number:3} {file}: {new.splitlines()[0]}"
        path = copy / file
        source = path.read_text()
        try:
            path.write_text(UNUSED + apply(source, old, new))
        except ValueError as error:
            sys.exit(f"{name}: '{old}' {error}")
        try:
            built, told = build(copy)
            stage = next((k for k, tags in enumerate(stages_of(copy, file), 1) if fails(copy, tags)), 0) if built else -1
        finally:
            path.write_text(source)
        if stage < 0:
            print(f"{name}: DOES NOT BUILD", flush=True)
        elif stage:
            n_caught += 1
            print(f"{name}: caught in stage {stage}", flush=True)
        else:
            survivors.append(name)
            print(f"{name}: SURVIVES", flush=True)
    n = n_caught + len(survivors)
    print(f"{n_caught} of {n} caught")
    return 0 if n and n_caught >= 0.95 * n else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), *sys.argv[2:]))
