# The front door of Room RTC. `make help` lists what there is.

CARGO ?= cargo
# Passed on to the program, as in: make demo ARGS="--seconds 5 --snapshot picture.png"
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup interop-setup demo run sim test interop lint bench bench-peers load league fuzz

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo 'ARGS are passed on to the program: make demo ARGS="--seconds 5 --size 1280x720"'

setup: ## Install the system packages that a build needs and that are missing
	@CARGO="$(CARGO)" sh scripts/setup.sh

interop-setup: ## Install what the tests against other people's programs need and that is missing
	@sh scripts/interop-setup.sh

demo: setup ## A server and two clients on this machine hold an encrypted video call
	$(CARGO) run --release --bin roomrtc -- demo $(ARGS)

run: setup ## Start the client
	$(CARGO) run --release --bin roomrtc -- $(ARGS)

sim: setup ## Run the simulator: make sim ARGS="run loss --seed 7"
	$(CARGO) run --release --bin roomrtc-sim -- $(ARGS)

test: setup ## Run all tests, the planted bugs among them
	$(CARGO) test $(ARGS)
	$(CARGO) test -p roomrtc-planted-bugs

# What the tests note of other people's programs, for the README's table.
NOTES = $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)/interop/matrix

interop: setup ## Calls with other people's programs, all of them; writes the README's table
	@ROOMRTC_INTEROP=required sh scripts/interop-setup.sh
	rm -rf $(NOTES)
	ROOMRTC_INTEROP=required ROOMRTC_MATRIX=$(NOTES) $(CARGO) test --test interop $(ARGS)
	ROOMRTC_INTEROP=required ROOMRTC_MATRIX=$(NOTES) $(CARGO) test --test it dtls::
	ROOMRTC_INTEROP=required ROOMRTC_MATRIX=$(NOTES) $(CARGO) test -p roomrtc-stacks
	$(CARGO) run --quiet -p roomrtc-test-programs --bin roomrtc-matrix -- $(NOTES) README.md

lint: setup ## Check formatting, clippy and the documentation, warnings denied
	$(CARGO) fmt --all -- --check
	$(CARGO) clippy --all-targets -- -D warnings
	$(CARGO) clippy -p roomrtc-core --no-default-features --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps

bench: setup ## Run our benchmarks
	$(CARGO) bench -p roomrtc $(ARGS)

bench-peers: setup ## Run ours and other stacks side by side (heavy to build)
	$(CARGO) run --release -p roomrtc-bench-peers --bin roomrtc-bench-peers
	$(CARGO) run --release -p roomrtc-bench-peers --bin roomrtc-bench-heap

load: setup ## Run our server, mosquitto and the PeerJS server under the same load, side by side
	$(CARGO) build --release -p roomrtc-server --bin roomrtc-server
	$(CARGO) run --release -p roomrtc-bench-load -- $(ARGS)

league: setup ## Calls between all stacks in the simulator; writes the README's table (heavy to build)
	$(CARGO) run --release -p roomrtc-stacks --bin roomrtc-league -- --write README.md $(ARGS)

fuzz: ## Run every fuzz target briefly (needs cargo-fuzz)
	fuzz/run $(ARGS)
