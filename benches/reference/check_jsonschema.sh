#!/bin/sh
# check-jsonschema (PyPI) over the records and annexes of a register, against the schemas that klacht itself gives.
#
#   check_jsonschema.sh install                      puts it into target/bench-tools
#   check_jsonschema.sh there                        tells by its exit code whether it is there
#   check_jsonschema.sh prepare KLACHT REGISTER DIR  writes the schemas into DIR
#   check_jsonschema.sh run KLACHT REGISTER DIR      checks
set -eu
tools=$(dirname "$0")/../../target/bench-tools/python
program=$tools/bin/check-jsonschema
if [ ! -x "$program" ]; then program=check-jsonschema; fi

case $1 in
install)
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet check-jsonschema
    ;;
there) "$program" --version ;;
prepare)
    mkdir -p "$4"
    for kind in complaint annex; do "$2" schema "$kind" >"$4/$kind.json"; done
    ;;
run)
    # As many files at a time as a command line holds, for each start costs a tenth of a second and more.
    find "$3" -name complaint.yaml -print0 | xargs -0 -s 1900000 "$program" --schemafile "$4/complaint.json"
    find "$3" -path '*/private/*.yaml' -print0 | xargs -0 -s 1900000 "$program" --schemafile "$4/annex.json"
    ;;
esac
