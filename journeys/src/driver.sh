# A chromedriver for one test: ended, with its browsers and their folders, when standard input ends.
#
# Whoever starts this holds the other end of standard input. It ends when they close it and also when they are killed,
# so no browser outlives its test. Arguments: a free port, a folder that is theirs alone.
set -u
chromedriver --port="$1" --log-path="$2/driver.log" >/dev/null 2>&1 </dev/null &
driver=$!

finish() {
    kill "$driver" 2>/dev/null
    wait "$driver"
    # A browser that is just ending may still write.
    rm -rf "$2" 2>/dev/null || { sleep 1; rm -rf "$2"; }
}
trap 'finish "$@"' EXIT
trap 'exit 0' INT HUP TERM
read -r _
exit 0
