//! `roomrtc-sim replay`: a recorded call, done again.
//!
//! Every session of the file is fed to a core and compared step by step with what was recorded. The
//! exit code says what came of it, for scripts: 0 the same, 3 different, 2 a file that cannot be
//! read, or cannot be written. A recording that breaks off, as that of a program that was killed,
//! is compared as far as it goes.

mod exit;
mod run;
mod telling;
mod writing;

pub(crate) use run::run;

use exit::Exit;
