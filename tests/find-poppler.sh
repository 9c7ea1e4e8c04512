#!/bin/sh
# What reads the PDFs back for the tests: pdftotext, pdffonts and pdftoppm.
ready() { command -v pdftotext >/dev/null 2>&1 && command -v pdffonts >/dev/null 2>&1 && command -v pdftoppm >/dev/null 2>&1; }
ready && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing poppler-utils for the tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends poppler-utils >/dev/null 2>&1
  ready && exit 0
fi
echo "No pdftotext found: install it (Debian, Ubuntu: sudo apt install poppler-utils)."
exit 1
