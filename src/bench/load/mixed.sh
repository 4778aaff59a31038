#!/usr/bin/env bash
# Mixed traffic by wrk against a running service: mixed.sh <url> <admin key of the installation> <workspaces> <seconds> [requests a second]
# Makes the workspaces, and tells the service's memory and connections as a table, before, once a minute, and after.
set -euo pipefail
url=$1 admin=$2 workspaces=$3 seconds=$4
export RATE=${5:-} KEYS=$(mktemp)
[ -n "$RATE" ] || unset RATE
trap 'rm -f "$KEYS"' EXIT
for number in $(seq "$workspaces"); do
    made=$(curl -sf "$url/api/v1/workspaces" -H "Authorization: Bearer $admin" -H 'Content-Type: application/json' \
        -d "{\"name\": \"Load $number\"}")
    echo "$made" | sed 's/.*"adminKey":"\([^"]*\)".*/\1/'
done > "$KEYS"

metric() { curl -sf "$url/q/metrics" | awk -v name="$1" 'index($0, name) == 1 { sum += $NF } END { printf "%d", sum }'; }
mebibytes() { echo $(($(metric "$1") >> 20)); }
watch() {
    echo "| $(date -u +%H:%M:%S) | $(mebibytes 'jvm_memory_used_bytes{area="heap"') | $(mebibytes 'jvm_memory_used_bytes{area="heap",id="G1 Old Gen"')" \
        "| $(metric agroal_active_count) | $(metric agroal_available_count) | $(metric jvm_threads_live_threads) | $(metric process_files_open_files) |"
}
echo "| Time | Heap, MiB | of it old, MiB | Connections in use | idle | Threads | Open files |"
echo "|---|---|---|---|---|---|---|"
watch
wrk --threads 1 --connections 16 --timeout 30s --duration "${seconds}s" --script "$(dirname "$0")/mixed.lua" "$url" &
load=$!
while kill -0 $load 2>/dev/null; do
    for _ in $(seq 60); do kill -0 $load 2>/dev/null && sleep 1; done
    watch
done
wait $load
