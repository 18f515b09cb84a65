#!/bin/sh
# ajv with js-yaml (npm) over the records and annexes of a register, against the schemas that klacht itself gives.
#
#   ajv.sh install                      puts them into target/bench-tools
#   ajv.sh there                        tells by its exit code whether they are there
#   ajv.sh prepare KLACHT REGISTER DIR  writes the schemas into DIR
#   ajv.sh run KLACHT REGISTER DIR      checks
set -eu
here=$(dirname "$0")
tools=$here/../../target/bench-tools/node
export NODE_PATH="$tools/node_modules${NODE_PATH:+:$NODE_PATH}"

case $1 in
install)
    mkdir -p "$tools"
    npm install --silent --prefix "$tools" ajv ajv-formats js-yaml
    ;;
there) node -e 'require("ajv"); require("ajv-formats"); require("js-yaml")' ;;
prepare)
    mkdir -p "$4"
    for kind in complaint annex; do "$2" schema "$kind" >"$4/$kind.json"; done
    ;;
run) exec node "$here/ajv.cjs" "$3" "$4" ;;
esac
