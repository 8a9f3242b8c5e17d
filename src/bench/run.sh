#!/usr/bin/env bash
# Runs one of the benchmarks in src/bench/java against the built jar: run.sh CLASS [JVM OPTION.. --] [ARG..]
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
class="$1"
shift
options=()
case " $* " in
    *" -- "*)
        while [ "$1" != "--" ]; do
            options+=("$1")
            shift
        done
        shift
        ;;
esac
out="$home/target/bench"
mkdir -p "$out"
javac -nowarn -proc:none -d "$out" -cp "$home/target/launch-ready.jar" "$home/src/bench/java/dev/launchready/bench/$class.java"
exec java ${options[@]+"${options[@]}"} -cp "$out:$home/target/launch-ready.jar" "dev.launchready.bench.$class" "$@"
