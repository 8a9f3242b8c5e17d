#!/usr/bin/env bash
# A sound portal of so many routes (default 1,000), 2 tenants and 3 roles on loopback: requests planned and sent, wall time beside
# what the allowed rate takes (2,000 a second on loopback), peak heap. JAVA_OPTS adds flags of the JVM, such as those of docs/ci.md.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
routes="${1:-1000}"
work="$(mktemp -d)"
out="$home/target/bench"
mkdir -p "$out"
javac -nowarn -proc:none -d "$out" "$home/src/bench/java/dev/launchready/bench/AccessBench.java"
java -cp "$out" dev.launchready.bench.AccessBench "$work" "$routes" > "$work/server.log" &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT
until [ -s "$work/server.log" ]; do sleep 0.1; done
export LR_BENCH_ALICE=token-of-alice LR_BENCH_BOB=token-of-bob LR_BENCH_MIA=token-of-mia LR_BENCH_ROOT=token-of-root
cd "$work"
java -Xmx512m -jar "$home/target/launch-ready.jar" scan --plan > plan.txt
java ${JAVA_OPTS:-} -Xmx512m -Xlog:gc:file=gc.log -jar "$home/target/launch-ready.jar" scan --format json --out report > /dev/null 2>&1 || true
python3 - <<'PY'
import json, re
planned = int(re.search(r"In all about (\d+)", open("plan.txt").read()).group(1))
card = json.load(open("report/scorecard.json"))
sent = card["traffic"]["requests"]
peak = max((int(mb) for mb in re.findall(r"(\d+)M->", open("gc.log").read())), default=0)
wall = card["elapsedMs"] / 1000
print(f"{card['decision']}; planned {planned}, sent {sent} ({planned / sent:.3f}); "
      f"{wall:.1f} s, {wall / (sent / 2000):.2f} x what the allowed rate takes; heap at most {peak} MB of 512")
PY
