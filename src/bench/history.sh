#!/usr/bin/env bash
# Whole-process speed of secrets.git-history on one repository, side by side with what else can be had on this machine:
#   src/bench/history.sh REPOSITORY [JAR]
# Prints wall and processor time and peak memory of each. The floor is git inflating every blob and doing nothing with it. Judge by the
# ratio of processor times (user and sys) where the machine is shared. GITLEAKS and NOSEYPARKER name their programs if they are not on the
# path; what is missing is left out.
set -euo pipefail
repository=$(cd "${1:?a repository}" && pwd)
jar=$(realpath "${2:-$(ls target/launch-ready*.jar | head -1)}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() {
  local name=$1
  shift
  /usr/bin/time -f "$name: %e s wall, %U s user, %S s sys, %M KB" -o "$work/time" "$@" >"$work/out" 2>"$work/err" || true
  grep -v '^Command' "$work/time"
}

git -C "$repository" cat-file --batch-all-objects --batch-check='%(objecttype) %(objectname)' --unordered |
  sed -n 's/^blob //p' >"$work/blobs"
echo "$(wc -l <"$work/blobs") blobs, $(git -C "$repository" rev-list --all --count) commits"
measure "floor: git inflating all blobs" sh -c "git -C '$repository' cat-file --batch --buffer <'$work/blobs'"

printf 'portal: {url: "https://portal.harbor.example"}\nsource: {repository: "%s"}\n' "$repository" >"$work/launch-ready.yml"
measure "launch-ready" java -jar "$jar" scan "$work/launch-ready.yml" --only secrets.git-history --format json --out "$work/report"

if command -v "${GITLEAKS:-gitleaks}" >/dev/null; then
  measure "gitleaks" "${GITLEAKS:-gitleaks}" git "$repository" --no-banner --report-format json --report-path "$work/gitleaks.json"
fi
if command -v "${NOSEYPARKER:-noseyparker}" >/dev/null; then
  measure "noseyparker" "${NOSEYPARKER:-noseyparker}" scan --datastore "$work/np" --git-history full "$repository"
fi
