#!/usr/bin/env bash
# Whole-process speed and noise of the search for secrets over a folder of built bundles, beside gitleaks where it can be had:
#   src/bench/bundles.sh FOLDER [JAR]
# FOLDER is any tree of scripts that others built, such as unpacked packages of a registry. Prints its size, then for each program wall and
# processor time, peak memory and what was found: for launch-ready by tier, above a hint and below. The start of the JVM is in its figures.
# Judge by processor time where the machine is shared. GITLEAKS names that program if it is not on the path.
set -euo pipefail
folder=$(cd "${1:?a folder of bundles}" && pwd)
jar=$(realpath "${2:-$(ls target/launch-ready*.jar | head -1)}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() {
  local name=$1
  shift
  /usr/bin/time -f "$name: %e s wall, %U s user, %S s sys, %M KB" -o "$work/time" "$@" >"$work/out" 2>"$work/err" || true
  grep -v '^Command' "$work/time"
}

files=$(find "$folder" -type f | wc -l)
bytes=$(find "$folder" -type f -printf '%s\n' | awk '{ all += $1 } END { printf "%.1f", all / 1e6 }')
echo "$files files, $bytes MB"

cd "$work"
measure "floor: reading them" sh -c "find '$folder' -type f -print0 | xargs -0 cat >/dev/null"
measure "launch-ready" java -jar "$jar" secrets "$folder" --format json
tiers=$(grep -oE '"(proof|use)" *: *"[A-Za-z_]+"' "$work/out" | sed -E 's/.*: *"(.*)"/\1/' | paste - - | sort | uniq -c | sed 's/^ */  /' || true)
echo "${tiers:-  nothing found}"

if command -v "${GITLEAKS:-gitleaks}" >/dev/null; then
  measure "gitleaks" "${GITLEAKS:-gitleaks}" dir "$folder" --no-banner --report-format json --report-path "$work/gitleaks.json"
  rules=$(grep -oE '"RuleID" *: *"[^"]+"' "$work/gitleaks.json" | sed -E 's/.*"([^"]+)"$/\1/' | sort | uniq -c | sed 's/^ */  /' || true)
  echo "${rules:-  nothing found}"
fi
