#!/bin/sh
# The Apache that serves the built site in the tests: the system's own, or its package.
PATH="$PATH:/usr/sbin:/usr/local/sbin"
command -v apache2 >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Apache for the tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends apache2 >/dev/null 2>&1
  command -v apache2 >/dev/null 2>&1 && exit 0
fi
echo "No apache2 found: install it (Debian, Ubuntu: sudo apt install apache2)."
exit 1
