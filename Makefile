# Two commands from nothing but Python 3.11 or newer: `make demo` and `make test`.

# The first Python that is new enough; name another with `make PYTHON=…`.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done)
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo test check format templates samples catalogue wheel clean

demo: $(READY)
	$(BIN)/legalgen generate inputs/tot-kpps.xlsx
	$(BIN)/legalgen generate inputs/pelantikan-kpps

test: $(READY)
	$(BIN)/pytest -n auto --dist loadgroup

check: $(READY)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

templates: $(READY)
	$(BIN)/python -m scripts.build_templates

samples: $(READY)
	$(BIN)/python -m scripts.make_samples

catalogue: $(READY)
	$(BIN)/python -m scripts.update_catalogue

wheel: $(READY)
	$(BIN)/python -m build --wheel

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Bytecode too, as of any package that pip installs: without it every command starts slowly where
# Python is told not to write any.
$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q legalgen
	touch $@
