#!/usr/bin/env bash
# browser.sh HANSA SCRATCH: makes pages and opens them in Chromium; prints "skipped: why" where a tool is missing.
set -euo pipefail
hansa=$1 scratch=$2
here=$(dirname "$(readlink -f "$0")")
page=$here/../../../analysis/report/page

skip() {
  echo "skipped: $*"
  exit 0
}
command -v node >/dev/null || skip "node is not installed"
chromium=$(command -v chromium) || skip "chromium is not installed"
[[ -e $page/node_modules/playwright-core ]] || skip "npm ci was not called in analysis/report/page"

rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"
"$hansa" run paris-2015 --report --quiet --json --out paris >paris.json
"$hansa" run unfccc-1995-2024 --report --quiet --out large >large.txt
"$hansa" compare paris-2015 --without lobbying --realizations 16 --quiet --out pair >pair.txt
mkdir page
"$hansa" report pair -o page/report.html >page.txt
"$hansa" compare copenhagen-2009 --attribute channels --realizations 8 --report --quiet --out channels >channels.txt
mkdir bargain
"$hansa" bargain ec-car-emission --rule quota-power:0.7 --report bargain/report.html --json >bargain.json 2>bargain.txt
mkdir villain
printf 'actor,power,</script><img src=x>:position 0..10,</script><img src=x>:salience\n"<b onload=x>A</b>",1,0,50\nB,2,10,90\n' >villain.csv
"$hansa" bargain villain.csv --report villain/report.html >villain.txt
"$hansa" run "$here/hostile.yaml" --report --quiet --out hostile >hostile.txt
"$hansa" run network-boom --realizations 1 --networks --report --quiet --out boom >boom.txt
"$hansa" sweep "$here/dials.yaml" --report --quiet --json --out dials >dials.json
"$hansa" analyze dials --curve gridlock.level --json >curve.json
cp -r dials unfinished
rm unfinished/shards/shard-0002.*
"$hansa" report unfinished -o unfinished/report.html --force >unfinished.txt
"$hansa" sweep "$here/drawn.yaml" --report --quiet --out drawn >drawn.txt
library=$here/../../../scenarios/library  # its largest sweeps, with fewer runs: pages grow with what is varied, little with runs
sed 's/^samples: .*/samples: 32/; s/^realizations: .*/realizations: 2/' "$library/known-cases.yaml" >known-cases.yaml
sed 's/^realizations: .*/realizations: 2/' "$library/gridlock.yaml" >gridlock.yaml
for sweep in known-cases gridlock; do
  "$hansa" sweep $sweep.yaml --report --quiet --out $sweep >$sweep.txt
done
export NODE_PATH=$page/node_modules CHROMIUM=$chromium
for tests in page sweep; do node --test-reporter=spec "$here/${tests}_test.cjs" "$scratch"; done
