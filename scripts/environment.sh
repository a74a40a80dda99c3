#!/bin/sh
# Finds a Python that can make our virtual environment (PYTHON where set, else the first that fits) and hands over to
# environment.py. Where none fits: one line that says what to install.
set -eu

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
makes_environments() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }
version() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || :; }
give_up() { printf '%s\n' "$1" >&2; exit 1; }

here=$(dirname "$0")
VENV=${VENV:-.venv}
export VENV

# The common case, quickly: the environment itself says that it is ready.
if [ -z "${PYTHON:-}" ] && "$VENV/bin/python" -I "$here/environment.py" "$1" --ready 2>/dev/null; then
    exit 0
fi

old=
lacking=
if [ -n "${PYTHON:-}" ]; then
    set -- "$1" "$PYTHON"
else
    set -- "$1" python3.13 python3.12 python3.11 python3 python
fi
level=$1
shift
for python in "$@"; do
    if ! fits "$python"; then
        old=${old:-$(version "$python")}
    elif ! makes_environments "$python"; then
        lacking=${lacking:-$python}
    else
        exec "$python" -I "$here/environment.py" "$level"
    fi
done

if [ -n "$lacking" ]; then
    give_up "$lacking has no venv module: install it (Debian, Ubuntu: sudo apt install python$(version "$lacking")-venv) and run make again."
fi
how="install Python 3.11 or later (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python; others: python.org)"
if [ -n "$old" ]; then
    give_up "Python $old is too old: $how and run make again."
fi
if [ -n "${PYTHON:-}" ]; then
    give_up "PYTHON=$PYTHON does not run: $how and run make again."
fi
give_up "No Python found: $how and run make again."
