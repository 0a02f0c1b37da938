//! The options of `replay`.

use std::path::PathBuf;

/// The options of `replay`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ReplayOptions {
    /// What `roomrtc call|demo|peer --record FILE.call` has written.
    #[arg(value_name = "FILE.call")]
    pub(crate) file: PathBuf,
    /// Only do the sessions of this client again; all of them otherwise.
    #[arg(long, value_name = "NAME")]
    pub(crate) session: Option<String>,
    /// Write a page with charts to this file.
    #[arg(long, value_name = "FILE.html")]
    pub(crate) report: Option<PathBuf>,
    /// Write what was measured to this file.
    #[arg(long, value_name = "FILE.json")]
    pub(crate) json: Option<PathBuf>,
    /// Write a line for every event to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) trace: Option<PathBuf>,
    /// Write the packets to this file, which Wireshark opens. What was received is encrypted, and
    /// without its cipher text, unless keys were recorded.
    #[arg(long, value_name = "FILE.pcapng")]
    pub(crate) pcap: Option<PathBuf>,
}

impl ReplayOptions {
    /// How much of a trace the files need.
    pub(crate) fn level(&self) -> roomrtc_sim::trace::TraceLevel {
        use roomrtc_sim::trace::TraceLevel;
        let has_events = self.report.is_some() || self.json.is_some() || self.trace.is_some();
        match (self.pcap.is_some(), has_events) {
            (true, _) => TraceLevel::Packets,
            (false, true) => TraceLevel::Events,
            (false, false) => TraceLevel::Hash,
        }
    }
}
