//! One session that is done again for a trace.

use roomrtc_core::base::Time;
use roomrtc_core::session::Inspection;

use super::{Replay, ReplayedStep};

/// One session that is done again for a trace.
#[derive(Debug)]
pub(super) struct RetracedRun<'a> {
    pub(super) replay: Replay<'a>,
    /// The step that was done last, and is not in the trace yet.
    pub(super) step: Option<ReplayedStep>,
    /// The states of the session after the last step that is in the trace.
    pub(super) inspection: Option<Inspection>,
    pub(super) samples_at: Time,
    pub(super) frames_sent: u64,
    pub(super) frames_received: u64,
    /// Whether the recording holds the keys of the session.
    pub(super) holds_keys: bool,
    pub(super) gave_keys: bool,
}
