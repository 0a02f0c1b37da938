//! What a run leaves behind: the report, the table, the snapshot.

use std::fs;
use std::sync::Arc;

use roomrtc_media::picture::{Picture, write_png};

use super::console::Console;
use super::snapshot::side_by_side;
use super::{Failure, Outcome};
use crate::cli::RunOptions;
use crate::impairment::{Crossing, Impairment};
use crate::measure::client_report;
use crate::report::{ImpairmentReport, Report, table};

/// What was measured in a run, and its last pictures.
#[derive(Debug)]
pub(crate) struct Results {
    /// What was measured of each client that had a call.
    pub(crate) report: Report,
    pictures: Vec<Arc<Picture>>,
    /// What went wrong with the media of a call that is over.
    faults: Vec<String>,
}

impl Results {
    /// Ends the media of all calls and collects what they measured.
    pub(crate) fn collect(names: &[&str], outcome: Outcome) -> Results {
        let mut results = Results { report: Report::default(), pictures: vec![], faults: vec![] };
        let crossings = names.iter().zip(outcome.crossings);
        let impaired = crossings.filter_map(|(name, crossing)| Some(impaired(name, &crossing?)));
        results.report.impairments = impaired.collect();
        let calls = outcome.calls.into_iter().zip(outcome.loops);
        for (name, (call, counted)) in names.iter().zip(calls) {
            let Some(call) = call else {
                continue;
            };
            let (summary, left) = (call.summary.clone(), call.finish());
            results.report.clients.push(client_report(name, &summary, &left, &counted));
            results.pictures.extend(left.last_picture);
            results.faults.extend(left.fault);
        }
        results
    }

    /// Writes the files that the options name.
    ///
    /// # Errors
    /// [`Failure::Run`] with a sentence for the first that cannot be written.
    pub(crate) fn write(&self, options: &RunOptions) -> Result<(), Failure> {
        if let Some(path) = &options.report {
            fs::write(path, self.report.to_json()).map_err(|error| {
                Failure::Run(format!("cannot write the report {}: {error}", path.display()))
            })?;
        }
        if let Some(path) = &options.snapshot {
            if self.pictures.is_empty() {
                return Err(Failure::Run("no picture was decoded, so there is no snapshot".into()));
            }
            let all = side_by_side(&self.pictures).map_err(run)?;
            write_png(&all, path).map_err(run)?;
        }
        match self.faults.first() {
            Some(fault) => Err(Failure::Run(fault.clone())),
            None => Ok(()),
        }
    }

    /// Writes the closing table to standard output.
    pub(crate) fn show(&self) {
        if !self.report.clients.is_empty() {
            Console::new().print(table(&self.report).trim_end());
        }
        for impairment in &self.report.impairments {
            Console::new().print(&impairment.line());
        }
    }
}

fn impaired(name: &str, crossing: &Crossing) -> ImpairmentReport {
    let Crossing { impairment, up, down } = crossing;
    ImpairmentReport {
        client: name.to_owned(),
        up: Impairment::words(&impairment.up),
        down: Impairment::words(&impairment.down),
        sent: up.offered,
        sent_lost: up.lost(),
        received: down.offered,
        received_lost: down.lost(),
    }
}

fn run(error: impl ToString) -> Failure {
    Failure::Run(error.to_string())
}
