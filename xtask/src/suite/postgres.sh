#!/bin/sh
# A PostgreSQL for one test run: started here, stopped and removed when standard input ends.
#
# Whoever starts this holds the other end of standard input. It ends when they close it and also when they are killed,
# so the server cannot outlive the run. Interrupts are for them, not for this script.
#
# Arguments: the folder of the server's programs, a free port.
set -u
trap '' INT HUP TERM
bin=$1
port=$2
dir=$(mktemp -d /tmp/tsunagi-postgres.XXXXXX) || exit 1

finish() {
    "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1
    rm -rf "$dir"
}
trap finish EXIT

if ! "$bin/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >"$dir/log" 2>&1; then
    cat "$dir/log" >&2
    exit 1
fi
# What is lost when the machine fails matters to nobody here; nothing else is different from a real server.
options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
options="$options -c fsync=off -c full_page_writes=off"
if ! "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -o "$options" -w -t 60 start >/dev/null 2>&1; then
    cat "$dir/log" >&2
    exit 1
fi
echo ready
read -r _
exit 0
