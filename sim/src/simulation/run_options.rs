//! How a scenario is run.

use std::sync::Arc;
use std::time::Duration;

use crate::engine::{EngineMaker, PeerMaker};
use crate::ledger::Fault;
use crate::topology::AddressPlan;
use crate::trace::TraceLevel;

/// How a scenario is run, beside its seed.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// How much of the trace is kept.
    pub level: TraceLevel,
    /// Which addresses there are.
    pub plan: AddressPlan,
    /// The wall clock when the world begins: time since the Unix epoch.
    pub unix_time: Duration,
    /// Makes the engines of the caller and of the called.
    pub makers: [Arc<dyn EngineMaker>; 2],
    /// Just these faults are committed, instead of those that the models draw.
    pub faults: Option<Vec<Fault>>,
}

impl Default for RunOptions {
    fn default() -> RunOptions {
        RunOptions {
            level: TraceLevel::Hash,
            plan: AddressPlan::default(),
            unix_time: Duration::from_secs(1_700_000_000),
            makers: [Arc::new(PeerMaker), Arc::new(PeerMaker)],
            faults: None,
        }
    }
}
