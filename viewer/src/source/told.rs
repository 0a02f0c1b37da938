//! What a listener hears.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{Names, TraceEvent};

use super::HostState;

/// What a listener hears.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// What places are called: first of all.
    Names(&'a Names),
    /// Something happened.
    Event {
        /// What, where and when.
        event: &'a TraceEvent,
        /// Of a packet that was sent with media: its bytes without protection, if the keys are known.
        plain: Option<&'a [u8]>,
    },
    /// A host is in this state now: it was in another before.
    State {
        /// When, in the world's time.
        time: Time,
        /// The index of the host.
        host: usize,
        /// The state.
        state: &'a HostState,
    },
    /// Nothing else happens up to this time.
    Until(Time),
    /// Something is to be said of the whole, at its end.
    Note(&'a str),
}
