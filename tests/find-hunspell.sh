#!/bin/sh
# A speller with word lists for the tests: the system's own, or its packages.
found() { hunspell -D </dev/null 2>&1 | grep -q "/$1\$"; }
ready() { command -v hunspell >/dev/null 2>&1 && found vi_VN && found fr_FR && { found en_GB || found en_US; }; }
packages="hunspell hunspell-vi hunspell-fr-classical hunspell-en-gb"
ready && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing hunspell for the tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq $packages >/dev/null 2>&1
  ready && exit 0
fi
echo "No hunspell with Vietnamese, French and English found: install it (Debian, Ubuntu: sudo apt install $packages)."
exit 1
