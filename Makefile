# `make demo` sets up and serves; `make test` sets up and passes the tests. Both can be run again.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

# A key of this machine alone, and plain HTTP: for serving on 127.0.0.1, not for the net.
LOCAL := PLAIN_HTTP=1 SECRET_KEY="$$(cat .secret-key)"

.PHONY: demo editor test test-engine test-app check format screenshots audit clean install

demo: .venv/installed .secret-key
	@$(LOCAL) $(BIN)/python manage.py migrate --verbosity 0
	@$(LOCAL) $(BIN)/python manage.py seed
	@$(LOCAL) $(BIN)/python manage.py prepare
	@$(LOCAL) $(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@echo
	@echo "Read two articles side by side:  http://127.0.0.1:$(PORT)$$($(LOCAL) $(BIN)/python manage.py seed --address)"
	@echo "Bring in articles of your own:   make editor, then http://127.0.0.1:$(PORT)/admin/"
	@echo "Stop with Ctrl-C."
	@$(LOCAL) $(BIN)/gunicorn comparer.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --log-level warning

# An account for the admin of the demo; asks for a name and a password.
editor: .venv/installed .secret-key
	@$(LOCAL) $(BIN)/python manage.py migrate --verbosity 0
	@$(LOCAL) $(BIN)/python manage.py createsuperuser

test: test-engine test-app

test-engine: .venv/installed-dev
	$(BIN)/python -m pytest -q -p no:django tests/engine tests/uploads

test-app: .venv/installed-dev
	@./tests/find_chromium.sh
	$(BIN)/python -m pytest -q --ignore tests/engine --ignore tests/uploads

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	DEBUG=1 $(BIN)/mypy .
	DEBUG=1 $(BIN)/lint-imports
	DEBUG=1 $(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

# Pictures of every page, in screenshots/; `python -m audits.screenshots --readme` takes the README's.
screenshots: .venv/installed-dev
	@./tests/find_chromium.sh
	$(BIN)/python -m audits.screenshots

# Lighthouse, axe, the Nu checker, layout, interaction and cost against their bars; needs npm and Java.
audit: .venv/installed-dev audits/node_modules
	@./tests/find_chromium.sh
	$(BIN)/python -m audits --write docs/performance.md

audits/node_modules: audits/package.json audits/package-lock.json
	npm ci --prefix audits --no-audit --no-fund --ignore-scripts
	@touch $@

install: .venv/installed

.venv/installed: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-dev: requirements.txt requirements-dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch .venv/installed $@

.secret-key:
	@$(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@
	@chmod 600 $@

clean:
	rm -rf .venv staticfiles comparer.sqlite3* .secret-key
