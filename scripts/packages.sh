# shellcheck shell=sh
# Functions that the setup scripts share: what is there, and how Debian's packages come. Each says
# for which script, the first argument, it speaks.

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Whether this is Debian or a relative, and packages may be installed.
can_install() {
    has apt-get && { [ "$(id -u)" = 0 ] || has sudo; }
}

refresh_packages() {
    as_root apt-get update -q || echo "$1: the package lists could not be refreshed" >&2
}

install_packages() {
    script=$1
    shift
    echo "$script: installing $*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" ||
        echo "$script: the packages could not be installed" >&2
}
