# 政策对读 · two commands do all the set-up: make site, make test.

VENV ?= .venv
# Not empty: nothing of an earlier run is used. Continuous integration says CI.
FRESH ?= $(CI)
RUN = $(VENV)/bin/python
# The Python asked for, else the one that the environment was made with, else the system's.
ifndef PYTHON
PYTHON := $(shell $(RUN) -c 'import sys; print(sys._base_executable)' 2>/dev/null || echo python3)
endif
BASE := $(shell $(PYTHON) -c 'import sys; sys.stdout.write(getattr(sys, "_base_executable", sys.executable))' 2>/dev/null)
OLD = $(shell "$(BASE)" -c 'import sys; sys.stdout.write("" if sys.version_info >= (3, 11) else sys.version.split()[0])')
UNFIT = $(shell "$(BASE)" -c 'import ensurepip, venv' 2>&1)

PINS = requirements-build.txt requirements.txt requirements-test.txt
# Another Python or another pin makes the environment anew: the names of its stamps hold a sum of both.
SUM := $(shell { "$(BASE)" -c 'import sys; print(sys.version, sys.base_prefix)'; cat $(PINS); } 2>/dev/null | cksum | tr ' ' -)
READY = $(VENV)/.ready-$(SUM)
TESTS = $(VENV)/.tests-$(SUM)
PIP = $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
# jieba alone comes as source, and what builds it is pinned as well (requirements-build.in); the rest is never compiled here.
FROM_WHEELS = --only-binary :all: --no-binary jieba --use-pep517 --no-build-isolation
# The tests in as many processes as there are processors; who has less to do takes from who has more.
WORKERS = --numprocesses auto --dist worksteal
# What tests write is thousands of small files that nobody keeps: in memory, where there is room for four gigabytes.
IN_MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 4000000 { print "TMPDIR=/dev/shm" }')
# What make pins proves the pins for.
PYTHONS = 3.11.0 3.11.2 3.12 3.13 3.14
PLATFORMS = x86_64-manylinux_2_28 aarch64-manylinux_2_28 x86_64-apple-darwin aarch64-apple-darwin

.PHONY: site zensical parquet scale test test-tools quick slowest coverage serve check extract fix evaluate bench hostile mutation lint lock pins browser clean help

site: $(READY)  ## read the texts, check the records against them, build the site into site/; writes no data; FRESH=1: from nothing
	@$(RUN) -m build_scripts site $(if $(FRESH),--fresh)

zensical: $(READY)  ## install the other generator, an experiment: then make site ENGINE=zensical
	@$(PIP) -r requirements-zensical.txt

parquet: site  ## the tables as Parquet too, in site/data/parquet/: installs DuckDB, which the site itself does without
	@$(PIP) -r requirements-parquet.txt
	@$(RUN) -m build_scripts parquet

scale: $(TESTS)  ## install dask, and try comparing on a cluster of two workers on this machine: docs/architecture/scale.md
	@$(PIP) -r requirements-scale.txt
	@$(RUN) -m pytest tests/comparing/counterparts/test_on_dask.py

test: browser site  ## every test, the browser's too; aim: five minutes on two idle processors
	@$(IN_MEMORY) $(RUN) -m pytest $(WORKERS)

quick: $(TESTS)  ## every test that needs neither a browser nor a built site; aim: 75 seconds on two idle processors
	@$(IN_MEMORY) $(RUN) -m pytest $(WORKERS) --ignore tests/browser --ignore-glob 'tests/test_site*' -m "not builds"

slowest: $(TESTS)  ## which tests make a run long: make slowest, or make slowest TESTED=tests/browser
	@$(RUN) -m pytest --durations 40 --durations-min 0.3 $(or $(TESTED),tests --ignore tests/browser)

test-tools: $(TESTS) site  ## the examples of the page on using the data, in R, Node, Datasette, LibreOffice: tools that nobody needs for make test
	@$(RUN) -m pytest tests/tools -o python_files='check_*.py'

coverage: $(TESTS) site  ## how much of each room the tests run, without the browser's and the hostile files
	@mkdir -p .cache
	@$(RUN) -m coverage run -m pytest --ignore tests/browser --ignore tests/hostile
	@$(RUN) -m tests.coverage_by_room

serve: $(READY)  ## build, serve on 127.0.0.1:8000; an edit is shown within about a second
	@$(RUN) -m build_scripts check
	@$(RUN) -m build_scripts serve

check: $(READY)  ## check everything under structured/
	@$(RUN) -m build_scripts check

extract: $(READY)  ## take over what the machine reads now into extracted/ and records/
	@$(RUN) -m build_scripts extract

fix: $(READY)  ## rewrite YAML in its canonical form, refresh the schemas
	@$(RUN) -m build_scripts fix
	@$(RUN) -m build_scripts schema

evaluate: $(READY)  ## how often the reading errs, against the golds in tests/
	@$(RUN) -m build_scripts evaluate

bench: browser site  ## how fast each stage is and how it grows, and the site in a browser, as ratios to a reference of the same run
	@$(RUN) -m build_scripts bench
	@$(RUN) -m tests.browser.speed

hostile: $(TESTS)  ## broken files, hostile sources, mishaps with edits: many more than make test tries
	@HOSTILE_VARIANTS=400 HOSTILE_PIECES=20000 EDIT_SEQUENCES=5000 HOSTILE_EDITS=60 $(RUN) -m pytest \
		tests/hostile tests/extracting/test_edits_are_safe.py tests/publishing/building/kept/test_kept_site.py

mutation: $(TESTS)  ## which small wrong changes to the code the tests do not notice (an hour or two): docs/architecture/mutation.md
	@$(PIP) -r requirements-mutation.txt
	@$(RUN) -m tests.mutation $(if $(ANEW),--anew) $(PACKAGES)
	@$(RUN) -m tests.mutation.table

lint: $(TESTS)  ## ruff: its rules, and its format; mypy: the types of build_scripts
	@$(RUN) -m ruff check build_scripts tests
	@$(RUN) -m ruff format --check --quiet build_scripts tests || { echo "有文件的格式不合：$(RUN) -m ruff format build_scripts tests" >&2; exit 1; }
	@$(RUN) -m mypy

browser: $(TESTS)  ## see that the browser tests find a Chromium and a Chinese font, or install them
	@sh tests/browser/install.sh $(RUN)

lock: $(TESTS)  ## pin requirements*.txt again from requirements*.in, for every Python from 3.11 on
	@for what in -build "" -test -zensical -parquet -mutation -scale; do \
		$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
			--no-header -o requirements$$what.txt requirements$$what.in || exit 1; \
	done

pins: $(TESTS)  ## prove that the pins can be installed by every Python and system in PYTHONS and PLATFORMS
	@for python in $(PYTHONS); do for platform in $(PLATFORMS); do \
		$(RUN) -m uv pip compile --quiet --python-version $$python --python-platform $$platform \
			--only-binary :all: --no-binary jieba $(PINS) -o $(VENV)/proven.txt >/dev/null \
			|| { echo "依赖：锁定的版本在 Python $$python、$$platform 上装不全，原因见上；改 requirements*.in 后 make lock" >&2; exit 1; }; \
	done; done
	@echo "依赖：锁定的版本在 Python $(PYTHONS)（$(PLATFORMS)）上都装得全"

$(READY):
	$(if $(BASE),,$(error 没有找到 $(PYTHON)。Debian、Ubuntu：sudo apt install python3 python3-venv；macOS：brew install python))
	$(if $(OLD),$(error 需要 Python 3.11 或更新，$(PYTHON) 是 $(OLD)。另有较新的，就写 make PYTHON=python3.12 site))
	$(if $(UNFIT),$(error $(PYTHON) 没有 venv。Debian、Ubuntu：sudo apt install python3-venv（或与 $(notdir $(BASE)) 同版本的 python3.x-venv）))
	$(if $(wildcard $(VENV)),$(if $(wildcard $(VENV)/pyvenv.cfg),,$(error $(VENV) 不是虚拟环境，没有动它；换一个地方：make VENV=… site)))
	@echo "环境：建立 $(VENV) 并安装生成站点所需的锁定依赖（首次约一两分钟）…"
	@"$(BASE)" -m venv --clear $(VENV)
	@{ $(PIP) -r requirements-build.txt && $(PIP) $(FROM_WHEELS) -r requirements.txt; } \
		|| { echo "环境：依赖没有装上，原因见上；多半是连不上软件源，连上后再运行同一条命令" >&2; exit 1; }
	@touch $@
	@echo "环境：就绪"

$(TESTS): $(READY)
	@echo "环境：添上测试所需的锁定依赖…"
	@$(PIP) $(FROM_WHEELS) -r requirements-test.txt \
		|| { echo "环境：测试所需的依赖没有装上，原因见上；多半是连不上软件源，连上后再运行同一条命令" >&2; exit 1; }
	@touch $@

clean:  ## remove what was generated
	rm -rf site .cache

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/'
