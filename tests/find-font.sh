#!/bin/sh
# The font of the phones that the pages are made for: Noto Sans is as wide as Android's Roboto. What fits on
# a screen or a sheet of paper is measured with it; Debian's own first choice is a sixth wider.
case "$(fc-match system-ui family 2>/dev/null)" in
  *Noto\ Sans* | *Roboto*) exit 0 ;;
esac
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing a font for the tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends fontconfig fonts-noto-core >/dev/null 2>&1 && exit 0
fi
echo "No Noto Sans or Roboto for pages: install one (Debian: sudo apt install fontconfig fonts-noto-core)."
exit 1
