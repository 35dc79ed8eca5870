# Sourced by the scripts beside it: finds a Python, then makes .venv/ ready with environment.py.
# POSIX sh, so that a machine with nothing but Python can run it.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
venv_python=$root/.venv/bin/python
PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_DISABLE_PIP_VERSION_CHECK
unset PYTHONDONTWRITEBYTECODE  # byte code is made at first use: without it every start takes three seconds more

new_enough() {  # new_enough COMMAND: true where it is a Python that baogao runs on
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {  # print the first Python >= 3.11; $PYTHON, where set, is the only candidate
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    for candidate; do
        if new_enough "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    found=$("$1" --version 2>&1) || found="none"
    hint="Install one, or name it: PYTHON=/path/to/python3 $0"
    echo "baogao needs Python 3.11 or newer (${PYTHON:-python3}: $found). $hint" >&2
    return 1
}

prepare() {  # prepare LIST...: make .venv/ hold what locks/LIST.txt names; quick where it does already
    python=$(find_python) || exit 1
    "$python" -E -s "$here/environment.py" "$@" || exit
}
