#!/bin/sh
# Puts the release beside this file on this machine for nginx, whole or not at all:
#   sh publish.sh /srv/handbook          sh publish.sh /srv/handbook back     (the one before again)
# RELOAD: how nginx reads its files again. KEEP: how many releases stay. DAYS: how long old scripts stay.
set -eu; umask 022
[ $# -ge 1 ] || { sed -n '2,4s/^# //p' "$0" && exit 2; }
dist=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/releases" "$1/older/assets"
root=$(cd "$1" && pwd); part=$root/releases/.part
now=$(readlink "$root/current" || true)
mkdir "$root/.lock" || { echo "Another run is at work there; if not: rmdir $root/.lock" && exit 1; }
trap 'rm -rf "$part" "$root/.lock"' EXIT; trap 'exit 1' HUP INT TERM

copy() { # to $part, compared with its checksums
  rm -rf "$part" && mkdir "$part"
  cp -R "$dist/site" "$dist/nginx" "$dist/VERSION" "$dist/SHA256SUMS" "$part/"
  # What has not changed keeps its date, so that a phone that has it is answered in a few bytes.
  [ -z "$now" ] || sort "$root/$now/SHA256SUMS" "$part/SHA256SUMS" | uniq -d |
    sed -n 's|^[0-9a-f]*  \(site/.*\)|\1|p' | tar -cf - -C "$root/$now" -T - | tar -xf - -C "$part"
  (cd "$part" && grep '  site/' SHA256SUMS >sums && sha256sum -c --quiet sums &&
    [ "$(find site -type f | wc -l)" -eq "$(wc -l <sums)" ]) || { echo "Broken copy: nothing was changed." && exit 1; }
  find "$part/site" -type f -size +1 \( -name '*.html' -o -name '*.js' -o -name '*.css' -o -name '*.json' -o \
    -name '*.svg' -o -name '*.xml' -o -name '*.webmanifest' \) -exec gzip -9 -k -n {} +
  base=$(sed -n 's|^path: \(.*\)/$|\1|p' "$part/VERSION")
  mkdir -p "$part/www$base" && rmdir "$part/www$base" && ln -s "$root/$new/site" "$part/www$base"
}

keep_old_scripts() { # a page that a phone opened before still finds what it asks for
  [ -z "$now" ] || (cd "$root/$now" && sed -n 's|^[0-9a-f]*  site/\(assets/.*\)|\1|p' SHA256SUMS |
    tar -cf - -C site -T -) | tar -xmf - -C "$root/older"
  find "$root/older" -type f -mtime "+${DAYS:-30}" -exec rm {} +
  (cd "$root/older" && find assets -type f) | while read -r file; do
    [ -e "$root/$new/site/$file" ] || { mkdir -p "$root/$new/site/${file%/*}" && ln "$root/older/$file" "$root/$new/site/$file"; }
  done
}

tell_nginx() { # the policy admits the inline script of every release that is kept, each page only its own
  hashes=$(cat "$root"/releases/*/nginx/headers.conf | grep -o "'sha256-[^']*'" | sort -u | tr '\n' ' ')
  rm -rf "$root/nginx.new" && cp -R "$root/$new/nginx" "$root/nginx.new"
  sed -i "s|@ROOT@|$root|g; s|'sha256-[^']*'\( 'sha256-[^']*'\)*|${hashes% }|" "$root"/nginx.new/*.conf
  if diff -r "$root/nginx" "$root/nginx.new" >/dev/null 2>&1; then return; fi
  rm -rf "$root/nginx.old" && { [ ! -d "$root/nginx" ] || mv "$root/nginx" "$root/nginx.old"; }
  mv "$root/nginx.new" "$root/nginx"
  [ -z "$now" ] || { ${RELOAD:-nginx -s reload} && sleep 1; } || {
    rm -r "$root/nginx" && mv "$root/nginx.old" "$root/nginx" && echo "nginx refused: nothing was changed." && exit 1; }
}

if [ "${2-}" = back ]; then new=$(cat "$root/before"); else
  new=releases/$(sed -n 's/^version: //p' "$dist/VERSION")-$(sha256sum <"$dist/SHA256SUMS" | cut -c1-8)
  [ "$new" != "$now" ] || { echo "$new is there already." && exit 0; }
  copy
  rm -rf "${root:?}/$new" && mv "$part" "$root/$new"
fi
keep_old_scripts
tell_nginx
ln -s "$new" "$root/.next" && mv -T "$root/.next" "$root/current"
[ -z "$now" ] || echo "$now" >"$root/before"
(cd "$root" && ls -1dt releases/* | grep -vxF -e "$new" -e "${now:-$new}" | tail -n "+$((${KEEP:-5} - 1))" | xargs -r rm -rf)
echo "$root/current -> $new"
