//! The program `roomrtc-server`: what its command line asks for.
//!
//! It serves, or works on the accounts ([`users`], [`import`], [`backup`], [`check`]), also while a
//! server runs on the same data directory: the database keeps them apart, and a running server is told
//! that there is something new.
//!
//! Left out: settings of the environment; changing settings without a restart.

mod backup;
mod bell;
mod check;
mod command;
mod descriptors;
mod import;
mod import_file;
mod import_line;
mod log_error;
mod log_level;
mod log_settings;
mod logging;
mod options;
mod output;
mod password_input;
mod program_error;
mod run;
mod second_device_setting;
mod serve;
mod settings;
mod settings_error;
mod settings_meaning;
#[cfg(test)]
mod settings_tests;
mod skip_reason;
mod users;
mod users_command;

pub(crate) use options::Options;
pub(crate) use run::run;
