#!/usr/bin/env bash
# Whole-process speed of the search for secrets in one history, side by side with what else is on the path:
#   src/bench/history.sh REPOSITORY [JAR]
# A line each: wall time, processor time (user and sys), how many times the processor time of git inflating every blob once and doing
# nothing with it (the floor), how many times that of launch-ready, peak memory, and how many finds the program told of. Judge by the ratios
# of processor time where the machine is shared. LAUNCH_READY names another way to run the program than java -jar.
set -euo pipefail
repository=$(cd "${1:?a repository}" && pwd)
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: "${LAUNCH_READY:=java -jar $(realpath "${2:-$top/target/launch-ready.jar}")}"
floor=0
ours=0

# name, then a command that prints how many finds there were from what it left behind, then the program
measure() {
  local name=$1 count=$2
  shift 2
  /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" >"$work/out" 2>"$work/err" || true
  read -r wall user sys memory < <(tail -1 "$work/time")
  cpu=$(awk "BEGIN { print $user + $sys }")
  case $name in
    "git cat-file") floor=$cpu ;;
    launch-ready) ours=$cpu ;;
  esac
  awk -v name="$name" -v wall="$wall" -v cpu="$cpu" -v floor="$floor" -v ours="$ours" -v memory="$memory" -v finds="$(eval "$count")" '
    function times(of) { return of > 0 ? sprintf("%.2f", cpu / of) : "-" }
    BEGIN { printf "%-24s %9.2f %9.2f %9s %9s %9.0f %8s\n", name, wall, cpu, times(floor), times(ours), memory / 1024, finds }'
}

present() { command -v "$1" >/dev/null; }

lines() { if [ -s "$1" ]; then wc -l <"$1"; else echo -; fi; }

objects=$(git -C "$repository" cat-file --batch-all-objects --batch-check='%(objecttype) %(objectname) %(objectsize)' --unordered)
sed -n 's/^blob \([0-9a-f]*\) .*/\1/p' <<<"$objects" >"$work/blobs"
awk '/^blob/ { count++; bytes += $3 } END { printf "%d blobs of %.2f GB", count, bytes / 1e9 }' <<<"$objects"
echo ", $(git -C "$repository" rev-list --all --count) commits, $(nproc) processors"
printf '%-24s %9s %9s %9s %9s %9s %8s\n' "" "wall s" "cpu s" "x floor" "x ours" "peak MB" finds

measure "git cat-file" "echo -" sh -c "git -C '$repository' cat-file --batch --buffer <'$work/blobs' >/dev/null"
listed='grep -c "\"fingerprint\"" "$work/out" || true'
measure launch-ready "$listed" $LAUNCH_READY secrets "$repository" --format json

if present gitleaks; then
  measure gitleaks 'grep -c "\"RuleID\"" "$work/gitleaks.json" || true' \
    gitleaks git "$repository" --no-banner --report-format json --report-path "$work/gitleaks.json"
fi
if present betterleaks; then
  measure betterleaks 'grep -c "\"RuleID\"" "$work/betterleaks.json" || true' \
    betterleaks git "$repository" --no-banner --report-format json --report-path "$work/betterleaks.json"
fi
if present trufflehog; then
  measure trufflehog 'lines "$work/out"' \
    trufflehog git "file://$repository" --no-verification --no-update --json --bare
fi
if present kingfisher; then
  measure kingfisher 'lines "$work/out"' \
    kingfisher scan "$repository" --git-history full --no-validate --no-update-check --format jsonl
fi
if present noseyparker; then
  measure noseyparker "echo -" noseyparker scan --datastore "$work/np" --git-history full "$repository"
fi

# What a build pays that keeps its notes: ten commits came since.
git clone -q --bare --shared "$repository" "$work/grown.git"
grown() { git -C "$work/grown.git" -c user.name=bench -c user.email=bench@harbor.example "$@"; }
$LAUNCH_READY secrets "$work/grown.git" --kept "$work/kept" >/dev/null 2>&1 || true
if [ -d "$work/kept" ]; then
  export GIT_INDEX_FILE="$work/index"
  grown read-tree HEAD
  for number in $(seq 10); do
    blob=$(echo "line $number" | grown hash-object -w --stdin)
    grown update-index --add --cacheinfo "100644,$blob,bench/$number.txt"
    commit=$(grown commit-tree "$(grown write-tree)" -p HEAD -m "Change $number")
    grown update-ref HEAD "$commit"
  done
  measure "after ten commits" "$listed" $LAUNCH_READY secrets "$work/grown.git" --kept "$work/kept" --format json
else
  echo "after ten commits: no notes were kept, as something of the repository lies not here"
fi
