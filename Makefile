# secgate: `make scan` judges this repository, `make test` proves the program.

SWIFT ?= swift
PREFIX ?= /usr/local
FLAGS ?=
BINARY = .build/release/secgate

.PHONY: scan test build deps tools lint unit rules gate install bench noise clean

scan: build
	$(BINARY) scan --baseline Baselines --report html=secgate-report.html

# Everything CI asks for, in the order that fails fastest.
test: deps tools lint build unit rules gate

build: deps
	$(SWIFT) build $(FLAGS) -c release --product secgate

deps:
	@sh .ci/install-libraries

tools:
	@sh .ci/install-test-tools

lint:
	$(SWIFT) format lint --strict -r -p Sources Tests Plugins Package.swift

# The commands' tests run the release build: it starts in a hundredth of a debug build's time.
unit: deps tools build
	SECGATE_BINARY="$(CURDIR)/$(BINARY)" $(SWIFT) test $(FLAGS)

rules: build
	$(BINARY) rules lint
	$(BINARY) rules test

# secgate's own gate on its own repository. The made-up secrets of the tests are decided in
# Baselines/, so a new one fails here; FAIL and INCOMPLETE both stop the build.
gate: build
	$(BINARY) scan --baseline Baselines

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/secgate"

# What a search of REPO's whole history costs, beside git, gitleaks and kingfisher.
bench: build
	SECGATE=$(BINARY) Benchmarks/bench "$(REPO)" $(RUNS)

clean:
	rm -rf .build
