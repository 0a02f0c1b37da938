//! A run that crashed.

use roomrtc_core::base::Time;
use roomrtc_sim::ledger::Ledger;

/// A run that crashed.
#[derive(Clone, Debug)]
pub(crate) struct Crash {
    /// What the panic said, and where.
    pub(crate) message: String,
    /// When, in the world's time.
    pub(crate) at: Time,
    /// The faults that were committed until then.
    pub(crate) ledger: Ledger,
}
