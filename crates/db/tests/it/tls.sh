#!/bin/sh
# A PostgreSQL that speaks TLS with a certificate of an authority made on the spot, until standard input ends.
#
# Prints the certificate of the authority, each line after the word "ca", and "ready".
# Arguments: the folder of the server's programs, a free port.
set -u
trap '' INT HUP TERM
bin=$1
port=$2
dir=$(mktemp -d /tmp/tsunagi-tls.XXXXXX) || exit 1
umask 077

finish() {
    "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1
    rm -rf "$dir"
}
trap finish EXIT

fail() {
    cat "$dir/log" >&2
    exit 1
}

"$bin/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || fail
cd "$dir/data" || exit 1
{
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=an authority" \
        -keyout ca.key -out ca.pem &&
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" \
        -keyout server.key -out server.csr &&
    printf 'subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n' >server.ext &&
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext \
        -out server.crt
} >>"$dir/log" 2>&1 || fail
# Only encrypted connections are let in, so that a test cannot pass by an unencrypted one.
echo 'hostssl all all 127.0.0.1/32 trust' >pg_hba.conf
options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c ssl=on -c fsync=off"
"$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -o "$options" -w -t 60 start >/dev/null 2>&1 || fail
sed 's/^/ca /' ca.pem
echo ready
read -r _
exit 0
