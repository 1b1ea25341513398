# 政策对读 · two commands do all the set-up: make site, make test.

PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin/python

.PHONY: site test serve check extract fix evaluate bench lint lock browser clean help

site: $(VENV)/.ready  ## read the texts, check the records, build the site into site/
	@$(RUN) -m build_scripts check
	@$(RUN) -m build_scripts site

test: site browser  ## every test, the browser's too
	@$(RUN) -m pytest

serve: $(VENV)/.ready  ## build, serve on 127.0.0.1:8000, rebuild when a file changes
	@$(RUN) -m build_scripts check
	@$(RUN) -m mkdocs serve --dev-addr 127.0.0.1:8000

check: $(VENV)/.ready  ## check everything under structured/
	@$(RUN) -m build_scripts check

extract: $(VENV)/.ready  ## take over what the machine reads now into extracted/ and records/
	@$(RUN) -m build_scripts extract

fix: $(VENV)/.ready  ## rewrite YAML in its canonical form, refresh the schemas
	@$(RUN) -m build_scripts fix
	@$(RUN) -m build_scripts schema

evaluate: $(VENV)/.ready  ## how often the reading errs, against the golds in tests/
	@$(RUN) -m build_scripts evaluate

bench: $(VENV)/.ready  ## how fast the reading is, as a ratio to a reference of the same run
	@$(RUN) -m build_scripts bench

lint: $(VENV)/.ready  ## ruff: its rules, and its format
	@$(RUN) -m ruff check build_scripts tests
	@$(RUN) -m ruff format --check --quiet build_scripts tests || { echo "有文件的格式不合：$(RUN) -m ruff format build_scripts tests" >&2; exit 1; }

browser: $(VENV)/.ready  ## see that a Chromium is there for the browser tests, or install one
	@sh tests/browser/install.sh $(RUN)

lock: $(VENV)/.ready  ## pin requirements.txt again from requirements.in
	@$(RUN) -m pip install --quiet pip-tools
	@$(VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header -o requirements.txt requirements.in

$(VENV)/.ready: requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "没有找到 $(PYTHON)。Debian/Ubuntu：sudo apt install python3 python3-venv；macOS：brew install python" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新；可用 make PYTHON=python3.12" >&2; exit 1; }
	@echo "环境：建立 $(VENV) 并安装锁定的依赖（首次约一两分钟）…"
	@$(PYTHON) -m venv $(VENV) || { echo "建不了虚拟环境。Debian/Ubuntu：sudo apt install python3-venv" >&2; exit 1; }
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@
	@echo "环境：就绪"

clean:  ## remove what was generated
	rm -rf site .cache

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'
