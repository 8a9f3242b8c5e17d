#!/usr/bin/env bash
# Profile quick on the demo portal without flaws: the run's wall time beside its longest check, from the scorecard itself.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
java -jar "$home/target/launch-ready.jar" demo --flaws none --profile quick --format json --out "$out" 2> /dev/null || true
python3 - "$out/scorecard.json" <<'PY'
import json, sys
card = json.load(open(sys.argv[1]))
longest = max(card["checks"], key=lambda check: check["elapsedMs"])
print(f"run {card['elapsedMs']} ms; longest check {longest['id']} {longest['elapsedMs']} ms; ratio {card['elapsedMs'] / max(1, longest['elapsedMs']):.2f}")
for stage in card["stages"]:
    print(f"  {stage['stage']}: {stage['elapsedMs']} ms")
PY
