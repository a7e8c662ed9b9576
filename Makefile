# secgate: `make scan` judges this repository, `make test` proves the program.

SWIFT ?= swift
PREFIX ?= /usr/local
FLAGS ?=
BINARY = .build/release/secgate

# On Linux the program carries the Swift runtime in it: it starts faster and runs where no Swift is.
STATIC = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)

# Tests run optimised, on the very build whose program is tested: a scan with all rules takes
# seconds without optimisation.
TESTED = -c release -Xswiftc -enable-testing --scratch-path .build-test
TESTED_BINARY = .build-test/release/secgate

.PHONY: scan test build tested deps tools lint unit rules fuzz gate install bench bench-hook noise demo clean

scan: build
	$(BINARY) scan --baseline Baselines --report html=secgate-report.html

# Everything CI asks for, in the order that fails fastest.
test: deps tools lint unit rules fuzz gate

build: deps
	$(SWIFT) build $(FLAGS) -c release $(STATIC) --product secgate

tested: deps
	$(SWIFT) build $(FLAGS) $(TESTED) --build-tests

deps:
	@sh .ci/install-libraries

tools:
	@sh .ci/install-test-tools

lint:
	$(SWIFT) format lint --strict -r -p Sources Tests Plugins Package.swift

unit: tested tools
	SECGATE_BINARY="$(CURDIR)/$(TESTED_BINARY)" sh .ci/run-unit-tests \
		$(SWIFT) test $(FLAGS) $(TESTED) --skip-build

rules: tested
	$(TESTED_BINARY) rules lint
	$(TESTED_BINARY) rules test
	$(TESTED_BINARY) rules bench --size 1 Sources

# The pack reader under the toolchain's fuzzer, for a moment only: see CONTRIBUTING for long runs.
fuzz: deps
	Tests/PackFuzzer/fuzz-packs 15

# secgate's own gate on its own repository. The made-up secrets of the tests are decided in
# Baselines/, so a new one fails here; FAIL and INCOMPLETE both stop the build.
gate: tested
	$(TESTED_BINARY) scan --baseline Baselines

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/secgate"

# What the pre-push hook costs in a clone of REPO, beside git status and gitleaks.
bench-hook: build
	SECGATE=$(BINARY) Benchmarks/hook "$(REPO)" $(RUNS)

# What a search of REPO's whole history costs, beside git, gitleaks and kingfisher.
bench: build
	SECGATE=$(BINARY) Benchmarks/bench "$(REPO)" $(RUNS)

# A made-up web service with planted problems, and its launch page.
demo: build
	SECGATE="$(CURDIR)/$(BINARY)" docs/demo/make-demo "$(if $(FOLDER),$(FOLDER),.build/demo)"

# The distinct findings of REPO's whole history, beside those of gitleaks and kingfisher.
noise: build
	SECGATE=$(BINARY) Benchmarks/noise "$(REPO)"

clean:
	rm -rf .build .build-test
