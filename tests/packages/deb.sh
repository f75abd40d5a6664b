#!/usr/bin/env bash
# deb.sh PACKAGE.deb: installs the package into a Debian that has nothing else, as root, and runs it there.
set -euo pipefail
package=$(readlink -f "$1")
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT
# shellcheck disable=SC1091
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
debootstrap --variant=minbase "$suite" "$root" >"$root.log" 2>&1 || { tail "$root.log"; exit 1; }
rm -f "$root.log"
mount -t proc proc "$root/proc" # in which a program finds itself
cp "$package" "$root/hansa.deb"
inside() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get install -y --no-install-recommends /hansa.deb >"$root/log" 2>&1 || { tail "$root/log"; exit 1; }
inside sh -ec 'cd /root
  hansa run one-soft-conference --realizations 2 --seed 1 --quiet
  hansa list | grep -q paris-2015
  hansa reproduce results/one-soft-conference
  test -e /usr/share/man/man1/hansa.1 -o -e /usr/share/man/man1/hansa.1.gz
  test -e /usr/share/bash-completion/completions/hansa'
inside dpkg -r hansa >/dev/null
if inside sh -c 'command -v hansa'; then echo "hansa is still there after dpkg -r"; exit 1; fi
echo "the package installs, runs and goes away in a clean $suite"
