#!/usr/bin/env bash
# build_example.sh BUILD EXAMPLE COMPILER: installs a build, moves it elsewhere, builds the example against it and
# compares what it prints with `hansa run`.
set -euo pipefail
build=$1 example=$2 compiler=$3
unset HANSA_DATA_DIR
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cmake --install "$build" --prefix "$scratch/first" >"$scratch/install.log"
mv "$scratch/first" "$scratch/installed" # a package works wherever it is put
cmake -S "$example" -B "$scratch/build" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_PREFIX_PATH="$scratch/installed" >"$scratch/configure.log"
grep -q "^hansa_DIR:PATH=$scratch/installed/" "$scratch/build/CMakeCache.txt"
cmake --build "$scratch/build"
"$scratch/build/adoption" >"$scratch/printed"

"$scratch/installed/bin/hansa" run paris-2015 --realizations 8 --seed 42 --quiet --json --out "$scratch/run" |
  sed -nE 's/^ *"name": "(COP.*)",$/\1/p; s/^ *"(adopted|rounds)": ([0-9.]+),$/\2/p' |
  sed 's/\.0$//' | paste -d ' ' - - - >"$scratch/expected"
cat "$scratch/expected"
grep -q '\.' "$scratch/expected" # or equal zeros would prove nothing
diff "$scratch/expected" "$scratch/printed"
