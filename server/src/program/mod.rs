//! The program `roomrtc-server`.

mod log_error;
mod logging;
mod options;
mod program_error;
mod run;

pub(crate) use options::Options;
pub(crate) use run::run;
