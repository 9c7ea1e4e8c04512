#!/bin/sh
# The nginx that serves the built site in the tests: the system's own, or its package.
PATH="$PATH:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
command -v nginx >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing nginx for the tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends nginx-light >/dev/null 2>&1 ||
    apt-get install -y -qq --no-install-recommends nginx >/dev/null 2>&1
  command -v nginx >/dev/null 2>&1 && exit 0
fi
echo "No nginx found: install it (Debian, Ubuntu: sudo apt install nginx; macOS: brew install nginx)."
exit 1
