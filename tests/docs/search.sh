#!/usr/bin/env bash
# search.sh SITE: searches the site, opened as files in Chromium; prints "skipped: why" where something is missing.
set -euo pipefail
site=$1
here=$(dirname "$(readlink -f "$0")")
export NODE_PATH=$here/../../analysis/report/page/node_modules

skip() {
  echo "skipped: $*"
  exit 0
}
[[ -e $site/search/search_index.js ]] || skip "the site is not built; ./dev docs builds it"
command -v node >/dev/null || skip "node is not installed"
CHROMIUM=$(command -v chromium) || skip "chromium is not installed"
[[ -e $NODE_PATH/playwright-core ]] || skip "npm ci was not called in analysis/report/page"
export CHROMIUM
node --test-reporter=spec "$here/search_test.cjs" "$site"
