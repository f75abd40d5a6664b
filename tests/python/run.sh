#!/usr/bin/env bash
# run.sh PYTHON BUILD SCRIPT: a test of the Python package in a build folder.
set -euo pipefail
python=$1 build=$2 script=$3
"$python" -c 'import xarray, pandas, matplotlib' 2>/dev/null || { echo "skipped: no xarray, pandas or matplotlib for $python"; exit 0; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export PYTHONPATH=$build/python PYTHONDONTWRITEBYTECODE=1 HANSA_PROGRAM=$build/hansa MPLBACKEND=Agg MPLCONFIGDIR=$scratch
exec "$python" -W error::RuntimeWarning "$script"
