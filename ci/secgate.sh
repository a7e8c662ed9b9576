#!/bin/sh
# secgate in any CI that runs a shell: the verdict is the exit code, the reports lie in ./secgate.
# BASE is the branch that a change is judged against; unset: the commit alone is judged.
set -eu

if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
  git fetch --quiet --unshallow origin
fi
mkdir -p secgate
set -- scan --report html=secgate/report.html --report json=secgate/report.json \
  --report junit=secgate/junit.xml --report markdown=secgate/summary.md
if [ -n "${BASE:-}" ]; then
  git fetch --quiet origin "$BASE"
  set -- "$@" --base "origin/$BASE"
fi
exec secgate "$@"
