#!/bin/sh
# A Chromium for the tests: the one named by CHROMIUM, one on the PATH, or the system's package.
# The headless shell is the same engine without the window's own pages: each test starts in half the time.
for name in "$CHROMIUM" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  for package in chromium-headless-shell chromium; do
    apt-get install -y -qq $package >/dev/null 2>&1 && exit 0
  done
fi
echo "No Chromium found: install one (Debian: sudo apt install chromium-headless-shell), or set CHROMIUM to its path."
exit 1
