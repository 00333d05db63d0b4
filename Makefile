# Everything from a fresh clone: Python 3.11 or 3.12, make and a C compiler are enough.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
DATA := $(or $(MAHDAR_DATA),$(CURDIR)/data)

export MAHDAR_DATA := $(DATA)
export AIRFLOW_HOME := $(DATA)/airflow
export AIRFLOW__CORE__DAGS_FOLDER := $(CURDIR)/dags
export AIRFLOW__CORE__PLUGINS_FOLDER := $(CURDIR)/plugins
export AIRFLOW__CORE__LOAD_EXAMPLES := False
export AIRFLOW__CORE__EXECUTOR := LocalExecutor
export AIRFLOW__CORE__AUTH_MANAGER := airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager
export AIRFLOW__LOGGING__LOGGING_LEVEL := WARNING
export AIRFLOW__API__HOST := 127.0.0.1
export GX_ANALYTICS_ENABLED := False
export DBT_SEND_ANONYMOUS_USAGE_STATS := False
export DO_NOT_TRACK := 1
export SCARF_ANALYTICS := false
export PYTHONWARNINGS := ignore

.PHONY: env compile run test lint ui sql bench growth clean airflow secrets up down logs test-compose test-faults test-lake test-ui

env: $(VENV)/.dev $(VENV)/.compiled

compile: $(VENV)/.compiled

$(VENV)/.base: requirements.txt pyproject.toml
	@echo "→ environment (about a minute the first time)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.base
	@echo "→ tools for tests"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.compiled: $(VENV)/.base tools/compile.py $(shell find extract/arabic extract/events -name '*.py')
	@echo "→ language modules as machine code (two to six minutes where they changed)"
	@$(BIN)/python tools/compile.py >$(VENV)/compile.log 2>&1 || echo "  not compiled, they run as Python, which is slower: see $(VENV)/compile.log"
	@touch $@

airflow: $(VENV)/.base $(VENV)/.compiled
	@mkdir -p "$(AIRFLOW_HOME)"
	@test -f "$(AIRFLOW_HOME)/.ready" || echo "→ Airflow metadata (SQLite)"
	@test -f "$(AIRFLOW_HOME)/.ready" || ($(BIN)/airflow db migrate >"$(AIRFLOW_HOME)/setup.log" 2>&1 \
	  && $(BIN)/airflow pools set warehouse 1 "one writer of the warehouse" >>"$(AIRFLOW_HOME)/setup.log" 2>&1 \
	  && touch "$(AIRFLOW_HOME)/.ready") || (tail -20 "$(AIRFLOW_HOME)/setup.log"; exit 1)

run: airflow
	@echo "→ the nightly run through Airflow, on $(or $(MAHDAR_SOURCES),sources.yml)"
	@$(BIN)/python tools/airflow_run.py nightly "$(DATA)/airflow/last-run.log"
	@$(BIN)/mahdar summary

test: env
	@echo "→ ruff"
	@$(BIN)/ruff check .
	@echo "→ tests"
	@$(BIN)/python -m pytest

lint: env
	@$(BIN)/ruff check .
	@$(BIN)/mypy extract expectations
	@$(BIN)/sqlfluff lint dbt
	@$(BIN)/yamllint --strict .
	@$(BIN)/hadolint Dockerfile
	@$(BIN)/python tools/data_dictionary.py --check

ui: airflow
	@$(BIN)/python tools/airflow_ui.py

sql: $(VENV)/.base
	@$(BIN)/mahdar sql

secrets:
	@$(PYTHON) tools/make_env.py .env

up: secrets
	docker compose up -d --build --wait --wait-timeout 600
	@echo "Airflow is at http://$${BIND:-127.0.0.1}:$${PORT:-8080}; user admin, password: ADMIN_PASSWORD of .env"

down:
	docker compose down

logs:
	docker compose logs -f --tail 100

test-compose: env
	@$(BIN)/python -m pytest tests/compose -m compose -rs

test-faults: env
	@$(BIN)/python -m pytest tests/faults -m slow -rs

test-lake: env
	@echo "→ the whole suite on a DuckLake"
	@MAHDAR_WAREHOUSE=ducklake: $(BIN)/python -m pytest -rs
	@echo "→ what a lake and an object store publish against a file and a folder"
	@$(BIN)/python -m pytest tests/test_lake.py tests/test_store.py -m slow -rs

test-ui: env
	@$(BIN)/python -m pytest tests/ui -m "browser or slow" -rs

bench: env
	@$(BIN)/python benchmarks/run.py

growth: env
	@$(BIN)/python benchmarks/run.py nights warehouse --json "$(DATA)/growth.json"
	@$(BIN)/python benchmarks/plot.py "$(DATA)/growth.json"

clean:
	rm -rf $(VENV) extract/.compiled data *.egg-info .pytest_cache .ruff_cache .hypothesis dbt/target dbt/logs
