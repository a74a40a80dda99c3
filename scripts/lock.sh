#!/bin/sh
# Resolves the dependencies anew: `lock.sh .venv/bin`. The locks name no package host and hold the hashes of every
# platform's files. Made with the lowest Python we support, they hold for the later ones.
set -eu
cd "$(dirname "$0")/.."
bin=$1
CUSTOM_COMPILE_COMMAND="make lock"
export CUSTOM_COMPILE_COMMAND

if ! "$bin/python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; then
    echo "Locks are made with Python 3.11: make lock PYTHON=python3.11 VENV=.venv-lock" >&2
    exit 1
fi

compile() {
    "$bin/pip-compile" --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options "$@"
}

compile --output-file requirements-build.txt requirements-build.in
compile --constraint requirements-build.txt --output-file requirements.txt pyproject.toml
compile --constraint requirements-build.txt --constraint requirements.txt --output-file requirements-dev.txt \
    pyproject.toml requirements-dev.in
compile --constraint requirements-build.txt --constraint requirements.txt --output-file bench/train/requirements.txt \
    pyproject.toml bench/train/requirements.in
compile --constraint requirements-build.txt --output-file requirements-audit.txt requirements-audit.in
