#!/usr/bin/env bash
# wheel.sh PYTHON BUILD SOURCES: makes the wheel of a build folder, installs it into a fresh virtual environment, and runs
# it there with nothing of the build folder in sight.
set -euo pipefail
python=$1 build=$2 sources=$3
for tool in patchelf strip; do
  command -v $tool >/dev/null || { echo "skipped: no $tool"; exit 0; }
done
"$python" -c 'import xarray, pandas, venv, ensurepip' 2>/dev/null || { echo "skipped: no xarray, pandas or venv for $python"; exit 0; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
HANSA_BUILD=$build "$python" "$sources/python/build_package.py" "$scratch" >"$scratch/name" 2>"$scratch/log" ||
  { cat "$scratch/log"; exit 1; }
wheel=$scratch/$(tail -n 1 "$scratch/name")
"$python" -m venv --system-site-packages "$scratch/venv" # for numpy, pandas and xarray
"$scratch/venv/bin/pip" install --quiet --no-index --no-deps "$wheel"
mkdir "$scratch/elsewhere"
cd "$scratch/elsewhere"
env -i HOME="$scratch" PATH=/usr/bin:/bin "$scratch/venv/bin/python" - "$scratch/venv" <<'TEXT'
import sys
from pathlib import Path
import hansa

assert hansa.load("one-soft-conference").run(realizations=2, seed=1)["adopted"].shape == (2, 1)
used = {line.split()[-1] for line in open("/proc/self/maps") if ".so" in line}
for library in ("libfmt", "libyaml-cpp", "libsleef", "libtbb", "libcrypto"):
    found = [path for path in used if Path(path).name.startswith(library)]
    assert any(path.startswith(sys.argv[1]) for path in found), f"{library} is not the wheel's: {found}"
TEXT
[[ $(stat -c %s "$wheel") -lt 8000000 ]] || { echo "the wheel has $(stat -c %s "$wheel") bytes"; exit 1; }
echo "$(stat -c %s "$wheel") bytes"
