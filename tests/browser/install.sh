#!/bin/sh
# See that the browser tests find a Chromium: the system's, or the one Playwright brings; install one where none is.
# Usage: install.sh PYTHON
set -u
python=$1

found() { "$python" -m tests.browser.chromium >/dev/null 2>&1; }

found && exit 0
echo "浏览器：没有找到 Chromium，正在安装…"
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then sudo=""; else sudo="sudo -n"; fi
    { $sudo apt-get update -qq && $sudo apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
fi
found || "$python" -m playwright install chromium || true
found && { echo "浏览器：就绪"; exit 0; }
cat >&2 <<'END'
浏览器测试需要 Chromium，没有找到，也没有装上。请任选其一再运行 make test：
  Debian：        sudo apt install chromium
  Ubuntu、macOS： .venv/bin/python -m playwright install chromium
  已有 Chromium： export CHROMIUM=/path/to/chromium
END
exit 1
