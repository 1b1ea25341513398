import sys

if sys.version_info < (3, 11):  # noqa: UP036  (make asks before; this is for who starts the tests otherwise)
    raise SystemExit(f"测试需要 Python 3.11 或更新，这里是 {sys.version.split()[0]}：运行 make PYTHON=python3.12 test")
