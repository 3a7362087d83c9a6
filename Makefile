# Two commands a newcomer needs: `make demo` and `make test`. Both set everything up by themselves.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export YIXIAN_HOME ?= $(CURDIR)/var
export DJANGO_SETTINGS_MODULE ?= yixian.config.settings.dev
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup setup-dev demo test check format bench generated models lock wheel clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 14

# What the office runs. The stamp is younger than the lock when nothing is to be done.
$(VENV)/.run: requirements/run.txt
	@tools/need-python $(PYTHON)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "正在安装运行所需的程序包（首次约一分钟）…"
	@$(BIN)/python -m pip install -qq --no-deps --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

# What its engineers need besides: tests, linters, model training, and the import linter.
$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@echo "正在安装测试与检查所需的程序包…"
	@$(BIN)/python -m pip install -qq --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

setup: $(VENV)/.run $(VENV)/.dev ## Prepare .venv (yixian, lint-imports, everything the other commands need)

demo: $(VENV)/.run ## Start the fictitious township 青禾镇 on this machine (make demo PORT=8010)
	@$(BIN)/yixian demo $(if $(PORT),--port $(PORT))

test: setup ## Unit, story and browser tests on SQLite, the houses and stories again on PostgreSQL
	@tools/need-browser
	@tools/test

check: setup ## Format, lint, types, import contracts, house tests, generated pages
	@tools/check

format: setup ## Put the code into its form
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix .

generated: setup ## Write docs/generated anew
	@$(BIN)/python tools/generate.py

bench: setup ## Measure, and write bench/results.json
	@$(BIN)/python -m bench

models: setup ## Build the language models from ../shared/data
	@$(BIN)/python -m training.reading && $(BIN)/python -m training.likeness

lock: setup ## Resolve the locked dependencies anew (needs uv)
	uv pip compile -q --generate-hashes --no-header --no-annotate --python-version 3.11 --extra dev --extra build pyproject.toml -o requirements/dev.txt
	uv pip compile -q --generate-hashes --no-header --no-annotate --python-version 3.11 --extra build -c requirements/dev.txt pyproject.toml -o requirements/run.txt

wheel: setup ## Build dist/*.whl
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null && ls dist/*.whl

clean: ## Remove the environment and the demonstration's records
	rm -rf $(VENV) var build dist
