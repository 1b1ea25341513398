#!/bin/sh
# See that the browser tests find a driver, a Chromium and a Chinese font; install what is missing, or say how.
# Usage: install.sh PYTHON
set -u
python=$1

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# What apt and Playwright say is shown only where they fail.
quietly() { said=$("$@" 2>&1) || { echo "$said" | tail -n 3 >&2; return 1; }; }

with_apt() {
    quietly as_root apt-get update -qq &&
        quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

driver() { command -v apt-get >/dev/null 2>&1 && with_apt libatomic1; }

# Ubuntu's own chromium is a snap, which runs neither in a container nor under a test driver.
browser() {
    if grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then
        with_apt chromium-headless-shell 2>/dev/null && return
        with_apt chromium && return
    fi
    if command -v apt-get >/dev/null 2>&1; then quietly as_root "$python" -m playwright install-deps chromium; fi
    quietly "$python" -m playwright install chromium
}

font() { command -v apt-get >/dev/null 2>&1 && with_apt fonts-wqy-microhei; }

for what in driver browser font; do
    case $("$python" -m tests.browser.chromium --words 2>/dev/null) in
        *$what*) echo "浏览器测试：缺 $what，正在安装…"; "$what" ;;
    esac
done
said=$("$python" -m tests.browser.chromium) || { echo "$said" >&2; exit 1; }

# A whole Chromium will do; its shell is told of, never put beside it unasked.
if [ -z "${CHROMIUM:-}" ] && command -v chromium >/dev/null && ! command -v chromium-headless-shell >/dev/null &&
    grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then
    echo "浏览器测试：用的是完整的 Chromium，可以跑；装上 chromium-headless-shell 会快约三分之一：sudo apt install chromium-headless-shell"
fi
