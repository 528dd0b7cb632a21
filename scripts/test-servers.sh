#!/usr/bin/env bash
# Makes the real programs that tests talk to available: PostgreSQL, MariaDB and Chromium, from Debian's packages.
# Where they can not be installed, the tests that need them say so by name.
set -uo pipefail
have_postgres() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; }
have_mariadb() { command -v mariadbd >/dev/null || [ -x /usr/sbin/mariadbd ]; }
wanted=()
have_postgres || wanted+=(postgresql)
have_mariadb || wanted+=(mariadb-server)
command -v chromium >/dev/null || wanted+=(chromium)
[ ${#wanted[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "test: installing ${wanted[*]} for the tests that need them" >&2
  apt-get update -qq >/dev/null 2>&1
  # Keep Debian from starting the servers: the tests start their own, on loopback, in folders of their own.
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d.clientele && chmod +x /usr/sbin/policy-rc.d.clientele
  [ -e /usr/sbin/policy-rc.d ] || { ln -s policy-rc.d.clientele /usr/sbin/policy-rc.d && mine=1; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null 2>&1 || echo "test: could not install ${wanted[*]}" >&2
  [ "${mine:-}" = 1 ] && rm -f /usr/sbin/policy-rc.d
  rm -f /usr/sbin/policy-rc.d.clientele
fi
exit 0
