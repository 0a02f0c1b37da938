#!/bin/sh
# Installs what only the tests against other people's programs need and this machine lacks: a
# browser, GnuTLS's tools, `ip`, a display without a monitor and what our window opens on it, and aiortc
# in a Python environment of its own in the target folder.
# Packages come with apt-get, as root or through sudo, on Debian and its relatives; elsewhere it says
# what to install. Run it as often as you like. Without any of it those tests are skipped, and say
# so; what is missing here is an error only with ROOMRTC_INTEROP=required.
set -eu

target=${CARGO_TARGET_DIR:-target}
environment=$target/interop/venv
requirements=tests/interop/requirements.txt

# shellcheck source=scripts/packages.sh
. "$(dirname "$0")/packages.sh"

# Whether there is a Python that aiortc runs on, and that can make environments.
has_python() {
    has python3 &&
        python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Whether there is a shared library of this name. Mesa's, which draws in software where there is no
# graphics card, comes with libgl1.
has_library() {
    PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null | grep -q -F "$1 "
}

# One line for each program that is missing: the package, then what it is for.
missing() {
    has chromium || echo "chromium the browser"
    has gnutls-cli && has gnutls-serv || echo "gnutls-bin gnutls-cli and gnutls-serv"
    has ip || echo "iproute2 ip, which makes network namespaces"
    has Xvfb || echo "xvfb Xvfb, a display without a monitor"
    has_library libGL.so.1 || echo "libgl1 OpenGL, for the window"
    has_library libX11-xcb.so.1 || echo "libx11-xcb1 libX11-xcb, for the window"
    has_library libXcursor.so.1 || echo "libxcursor1 libXcursor, for the window"
    has_library libXi.so.6 || echo "libxi6 libXi, for the window"
    has_library libxkbcommon-x11.so.0 || echo "libxkbcommon-x11-0 libxkbcommon-x11, for the window"
    has_python || echo "python3-venv Python 3.11 or newer with its module venv"
}

install_missing() {
    refresh_packages interop-setup
    # The names are words of their own.
    # shellcheck disable=SC2046
    install_packages interop-setup $(missing | cut -d ' ' -f 1)
}

explain() {
    echo "interop-setup: this machine lacks"
    missing | sed 's/^[a-z0-9-]* /    /'
    echo "On Debian: apt-get install chromium gnutls-bin iproute2 python3-venv xvfb libgl1 libx11-xcb1" \
        "libxcursor1 libxi6 libxkbcommon-x11-0"
    echo "On Fedora: dnf install chromium gnutls-utils iproute python3 xorg-x11-server-Xvfb" \
        "mesa-dri-drivers mesa-libGL libX11-xcb libXcursor libXi libxkbcommon-x11"
    echo "On Arch: pacman -S chromium gnutls iproute2 python xorg-server-xvfb mesa libglvnd libxcursor" \
        "libxi libxkbcommon-x11"
}

# The list of what it holds is put into an environment last: it is whole if that is there.
is_current() {
    cmp -s "$requirements" "$environment/requirements.txt" && "$environment/bin/python" -c ''
}

make_environment() {
    echo "interop-setup: making $environment"
    rm -rf "$environment"
    mkdir -p "$(dirname "$environment")"
    python3 -m venv "$environment" &&
        "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
            --only-binary :all: --requirement "$requirements" &&
        "$environment/bin/python" -c 'import aiortc' &&
        cp "$requirements" "$environment/requirements.txt"
}

lacking=no
if [ -n "$(missing)" ] && can_install; then
    install_missing
fi
if [ -n "$(missing)" ]; then
    explain >&2
    lacking=yes
fi
if has_python && ! is_current && ! make_environment; then
    echo "interop-setup: aiortc could not be installed: see $requirements" >&2
    lacking=yes
fi
[ "$lacking" = no ] || [ "${ROOMRTC_INTEROP:-}" != required ]
