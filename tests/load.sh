#!/bin/sh
# How much one nginx serves: publishes a release for itself and asks for it on the loopback, 5 seconds a file.
#   sh tests/load.sh [dist]
# It asks no other machine, and ends what it began. Not a part of the tests: the figures are the machine's.
set -eu
dist=$(cd "${1:-dist}" && pwd)
sh "$(dirname "$0")/find-nginx.sh" && sh "$(dirname "$0")/find-wrk.sh"
PATH="$PATH:/usr/sbin:/usr/local/sbin"
here=$(mktemp -d) && chmod 755 "$here"
trap 'nginx -p "$here" -e "$here/error.log" -c "$here/nginx.conf" -s stop 2>/dev/null; rm -rf "$here"' EXIT
trap 'exit 1' HUP INT TERM
sh "$dist/publish.sh" "$here/root" >/dev/null
port=${PORT:-8765}
cat >"$here/nginx.conf" <<CONF
worker_processes 1; pid $here/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on;
  include $here/root/nginx/headers.conf;
  server { listen 127.0.0.1:$port; include $here/root/nginx/site.conf; }
}
CONF
nginx -p "$here" -e "$here/error.log" -c "$here/nginx.conf"
base=$(sed -n 's/^path: //p' "$dist/VERSION")
cd "$dist/site"
lesson=$(find . -path './fr/*/*' -name index.html -size +8 | sort | sed -n '3s|^[.]/||p')
for file in index.html "$lesson" $(ls -S assets/*/css/handbook.css assets/search/vi/*.js | head -2); do
  sent=$(gzip -9 <"$file" | wc -c)
  wrk -t1 -c32 -d5s --latency -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port$base${file%index.html}" |
    awk -v file="$file" -v sent="$sent" '/50%/ {p50 = $2} /99%/ {p99 = $2} /Requests\/sec/ {rate = $2}
      /Non-2xx/ {bad = "  " $0} END {printf "%-52s %6d bytes %8.0f req/s  p50 %s  p99 %s%s\n", file, sent, rate, p50, p99, bad}'
done
