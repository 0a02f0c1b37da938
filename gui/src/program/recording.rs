//! Recording, from the options.

use super::{Failure, Runner};
use crate::cli::RecordOptions;
use crate::recording::CallFile;

/// Creates the file that the options name, and says what the user is to know of it.
///
/// # Errors
/// [`Failure::Start`] if it cannot be created.
pub(crate) fn start_recording(options: &RecordOptions, runner: &mut Runner) -> Result<(), Failure> {
    let Some(path) = &options.record else { return Ok(()) };
    let file = CallFile::create(path, options.disclosure()).map_err(|error| {
        Failure::Start(format!("cannot write the recording {}: {error}", path.display()))
    })?;
    if let Some(warning) = options.warning() {
        runner.say(warning);
    }
    runner.record(file);
    Ok(())
}
