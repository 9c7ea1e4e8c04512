#!/bin/sh
# Pango shapes the letters on paper: the system's own, or its packages (6 MB).
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
ready() {
  for python in .venv/bin/python python3; do
    "$python" -c "
from ctypes import CDLL
from ctypes.util import find_library
names = ['pango-1.0', 'pangoft2-1.0', 'harfbuzz-subset']
[CDLL(find_library(name) or f'lib{name}.so.0') for name in names]" 2>/dev/null && return 0
  done
  return 1
}
ready && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Pango for the typesetter …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $packages >/dev/null 2>&1
  ready && exit 0
fi
echo "No Pango found: install it (Debian, Ubuntu: sudo apt install $packages; macOS: brew install pango)."
exit 1
