//! The options of `run`.

use std::path::PathBuf;

use roomrtc_sim::trace::TraceLevel;

use super::Selection;

/// The options of `run`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct RunOptions {
    /// Which scenario.
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// The seed; that of the file if it has one, or else 1.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Write a page with charts to this file.
    #[arg(long, value_name = "FILE.html")]
    pub(crate) report: Option<PathBuf>,
    /// Write figures, samples and verdicts to this file.
    #[arg(long, value_name = "FILE.json")]
    pub(crate) json: Option<PathBuf>,
    /// Write a line for every event to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) trace: Option<PathBuf>,
    /// Write the packets to this file, which Wireshark opens: with the keys, plain media, and what
    /// became of each packet.
    #[arg(long, value_name = "FILE.pcapng")]
    pub(crate) pcap: Option<PathBuf>,
}

impl RunOptions {
    /// Whether any file is to be written.
    pub(crate) fn writes_files(&self) -> bool {
        [&self.report, &self.json, &self.trace, &self.pcap].into_iter().any(Option::is_some)
    }

    /// How much of the trace is needed. The account of a run is told from its events.
    pub(crate) fn level(&self) -> TraceLevel {
        if self.pcap.is_some() { TraceLevel::Packets } else { TraceLevel::Events }
    }
}
