#!/usr/bin/env bash
# Start-up beside a bare JVM that prints a line: the plain jar, and the jar with a class archive. Medians of 15 runs each, in turn.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
jar="$home/target/launch-ready.jar"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
echo 'public class Bare { public static void main(String[] a) { System.out.println("bare"); } }' > "$work/Bare.java"
javac -d "$work" "$work/Bare.java"
java -XX:ArchiveClassesAtExit="$work/lr.jsa" -jar "$jar" list checks > /dev/null 2>&1
quick=(-XX:SharedArchiveFile="$work/lr.jsa" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
measure() { # NAME COMMAND..
    local name="$1" from
    shift
    from="$(date +%s%N)"
    "$@" > /dev/null
    echo "$(((($(date +%s%N)) - from) / 100000))" >> "$work/$name"
}
for _ in $(seq 15); do
    measure bare java -cp "$work" Bare
    measure plain java -jar "$jar" --version
    measure archive java "${quick[@]}" -jar "$jar" --version
    measure list java "${quick[@]}" -jar "$jar" list checks
done
median() { sort -n "$work/$1" | sed -n 8p; }
bare="$(median bare)"
for name in bare plain archive list; do
    awk -v n="$name" -v v="$(median "$name")" -v b="$bare" 'BEGIN { printf "%-8s %6.1f ms  %.2f x bare\n", n, v / 10, v / b }'
done
