//! The Room RTC client and its headless subcommands.
