#!/bin/sh
# Installs what a build needs and this machine lacks: on Debian and its relatives with apt-get, as
# root or through sudo. Elsewhere it says what to install. Run it as often as you like.
set -eu

cargo=${CARGO:-cargo}
target=${CARGO_TARGET_DIR:-target}

# shellcheck source=scripts/packages.sh
. "$(dirname "$0")/packages.sh"

has_libclang() {
    [ -n "${LIBCLANG_PATH:-}" ] && return 0
    for library in /usr/lib /usr/lib64 /usr/local/lib /usr/lib/*-linux-gnu* /usr/lib/llvm*/lib \
        /usr/local/llvm*/lib; do
        for file in "$library"/libclang.so* "$library"/libclang-[0-9]*.so*; do
            [ -e "$file" ] && return 0
        done
    done
    return 1
}

# One line for each thing that is missing: its name, then what it is for.
missing() {
    has c++ || has g++ || has clang++ || echo "compiler a C++ compiler, for the video codec"
    has_libclang || echo "libclang libclang, for the camera's bindings"
    [ -e /usr/include/linux/videodev2.h ] || echo "headers the Linux headers, for the camera"
    has nasm || echo "nasm nasm, for the video codec's assembly: without it encoding is slower"
    has openssl || echo "openssl openssl, which the tests run against"
}

# Whether only those are missing that a build can do without.
is_enough() {
    ! missing | grep -q -v -E '^(nasm|openssl) '
}

can_be_installed() {
    ! apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: (none)' &&
        apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate:'
}

# The release's own libclang where it has a name for that, else the oldest by number: the program
# that makes the camera's bindings is older than the newest.
libclang_package() {
    if can_be_installed libclang1; then
        echo libclang1
        return
    fi
    apt-cache search --names-only '^libclang1-[0-9]+$' | cut -d ' ' -f 1 | sort -t - -k 2 -n |
        head -n 1
}

package() {
    case $1 in
    compiler) echo g++ ;;
    libclang) libclang_package ;;
    headers) echo linux-libc-dev ;;
    *) echo "$1" ;;
    esac
}

install_missing() {
    refresh_packages setup
    # The names are words of their own.
    # shellcheck disable=SC2046
    install_packages setup $(missing | while read -r name _; do package "$name"; done)
}

explain() {
    echo "setup: this machine lacks"
    missing | sed 's/^[a-z]* /    /'
    echo "On Debian or Ubuntu: apt-get install g++ libclang1 linux-libc-dev nasm openssl"
    echo "On Fedora: dnf install gcc-c++ clang-libs kernel-headers nasm openssl"
    echo "On Arch: pacman -S gcc clang linux-api-headers nasm openssl"
    echo "Without any of them but the compiler: cargo build --no-default-features"
}

# The codec's crate leaves its assembly out when it is built without nasm, and is not built again
# when nasm comes.
rebuild_codec() {
    has nasm || return 0
    for output in "$target"/debug/build/openh264-sys2-*/output \
        "$target"/release/build/openh264-sys2-*/output; do
        [ -e "$output" ] || continue
        grep -q 'not using any assembly' "$output" || continue
        echo "setup: the video codec was built without nasm, and will be built again"
        "$cargo" clean -q -p openh264-sys2
        "$cargo" clean -q -p openh264-sys2 --release
        return 0
    done
}

if ! has "$cargo"; then
    echo "setup: there is no Rust toolchain: see https://rustup.rs" >&2
    exit 1
fi
if [ -n "$(missing)" ] && can_install; then
    install_missing
fi
if [ -n "$(missing)" ]; then
    explain
fi
rebuild_codec
is_enough
