//! Where a scenario comes from.

use std::path::Path;

use roomrtc_sim::scenario::format::ScenarioFile;
use roomrtc_sim::scenario::shipped_text;

use crate::failure::Failure;

/// A scenario as it was written.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// What it was asked for by.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
    /// What the text says.
    pub(crate) file: ScenarioFile,
}

impl Source {
    /// The scenario that ships as `name`, or else the file of that path.
    pub(crate) fn open(name: &str) -> Result<Source, Failure> {
        let text = match shipped_text(name) {
            Some(text) => text.to_owned(),
            None => read(name)?,
        };
        match ScenarioFile::parse(&text) {
            Ok(file) => Ok(Source { name: name.to_owned(), text, file }),
            Err(error) => Err(Failure::Parse(name.to_owned(), error)),
        }
    }
}

fn read(name: &str) -> Result<String, Failure> {
    let path = Path::new(name);
    if !path.exists() {
        return Err(Failure::UnknownScenario(name.to_owned()));
    }
    std::fs::read_to_string(path).map_err(|error| Failure::Read(path.to_owned(), error))
}
