# shellcheck shell=sh
# Steps that script/run, test and bench share.

# A sentence in Chinese and in English.
say() {
    printf '%s\n%s\n' "$1" "$2" >&2
}

stop() {
    say "$@"
    exit 1
}

need_swift() {
    command -v swift >/dev/null ||
        stop "没有找到 swift。请先安装 Swift 6.2 或更新的版本: https://www.swift.org/install/linux/debian/" \
            "swift was not found. Please install Swift 6.2 or newer first: https://www.swift.org/install/linux/debian/"
}

# Installs what is missing of what the console is built with, of lrzsz, which carries files between the clerk's computer and
# the server, of locales, which describes the encodings of Chinese terminals, and of the Debian packages named besides.
need_packages() {
    set -- git ca-certificates binutils libc6-dev libstdc++-12-dev libncursesw5-dev libsqlite3-dev libsodium-dev lrzsz locales "$@"
    missing=""
    if ! command -v dpkg-query >/dev/null; then
        say "这不是 Debian, 请自行安装相当于这些软件包的软件: $*" \
            "This is not Debian; please see to the equivalents of these packages yourself: $*"
        return 0
    fi
    for package in "$@"; do
        status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) || status=""
        [ "$status" = "install ok installed" ] || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # a list of words
    install_packages $missing
}

# Finds out how to act as root; fails where that cannot be.
find_root() {
    as_root=""
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null || return 1
    as_root="sudo"
}

# Makes the locale with which the console writes to terminals in GB18030 and GBK. Without it there is UTF-8.
make_locale() {
    if locale -a 2>/dev/null | grep -qix 'zh_CN\.gb18030'; then return 0; fi
    if ! find_root || ! $as_root localedef -i zh_CN -f GB18030 zh_CN.GB18030; then
        say "没有 zh_CN.GB18030 语言环境, 控制台只能用 UTF-8。请让管理员运行: localedef -i zh_CN -f GB18030 zh_CN.GB18030" \
            "There is no locale zh_CN.GB18030, so the console has UTF-8 only. Please have an administrator run: localedef -i zh_CN -f GB18030 zh_CN.GB18030"
        return 1
    fi
}

install_packages() {
    find_root ||
        stop "缺少软件包: $*。请让管理员运行: apt-get install $*" \
            "Packages are missing: $*. Please have an administrator run: apt-get install $*"
    say "正在安装缺少的软件包: $*" "Installing missing packages: $*"
    # A fresh machine has no lists yet; an old one has lists of versions that are gone.
    if ! apt_get install --simulate "$@" >/dev/null 2>&1 || ! apt_get install "$@" >&2; then
        if ! { apt_get update >&2 && apt_get install "$@" >&2; }; then
            stop "软件包没有装上, 请检查网络和软件源, 再运行: ${as_root:+$as_root }apt-get install $*" \
                "The packages could not be installed. Please check network and sources, then run: ${as_root:+$as_root }apt-get install $*"
        fi
    fi
}

apt_get() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends -o Dpkg::Use-Pty=0 "$@"
}

# Builds the program as it is installed: with Swift's library inside, and stripped. Further words go to `swift build`.
build_release() {
    swift build -c release --static-swift-stdlib -Xlinker -s "$@" >&2 ||
        stop "没有编译成功, 原因见上面几行。" "The build failed; the lines above say why."
}
