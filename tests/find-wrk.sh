#!/bin/sh
# What asks a server many times a second (tests/load.sh): the system's own, or its package.
command -v wrk >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing wrk …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends wrk >/dev/null 2>&1 && exit 0
fi
echo "No wrk found: install it (Debian, Ubuntu: sudo apt install wrk)."
exit 1
