//! What a run was.

use roomrtc_io_mio::LoopStatistics;

use crate::client::FinishedCall;
use crate::impairment::Crossing;

/// What is left of a run once every client has been stopped.
#[derive(Debug)]
pub struct Outcome {
    /// Whether the script got to its end, or why not.
    pub result: Result<(), String>,
    /// The first call of each client, if it had one.
    pub calls: Vec<Option<FinishedCall>>,
    /// What each client's event loop has counted.
    pub loops: Vec<LoopStatistics>,
    /// What became of each client's datagrams, where they were impaired on purpose.
    pub crossings: Vec<Option<Crossing>>,
}
