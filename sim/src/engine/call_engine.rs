//! The seam.

use std::fmt;

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{
    CommandError, Event, Input, Inspection, KeyLog, ReceivedFrame, Statistics, Transmit,
};

/// One end of one session, as the simulator drives it. The contract is that of
/// [`roomrtc_core::session::Peer`].
pub trait CallEngine: fmt::Debug + Send {
    /// Takes one input at the host's time `now`.
    ///
    /// # Errors
    /// [`CommandError`] if a command does not fit. Datagrams and time never err.
    fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError>;

    /// Appends the next datagrams to be sent to `buffer`.
    fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit>;

    /// The next event, oldest first.
    fn poll_event(&mut self) -> Option<Event>;

    /// Appends the next frame that is due to `buffer`.
    fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame>;

    /// When the engine wants an [`Input::Tick`], and why.
    fn deadline(&self) -> Option<Deadline>;

    /// What is known of the session.
    fn statistics(&self) -> Statistics;

    /// The states of the session's parts; `None` of an engine that does not show them.
    fn inspect(&self) -> Option<Inspection> {
        None
    }

    /// The secrets of the session, while it is connected, where its configuration asks for them.
    fn key_log(&self) -> Option<KeyLog> {
        None
    }

    /// A copy that goes on exactly as this one would; `None` if the engine cannot be copied, and
    /// with it no simulation that holds it.
    fn snapshot(&self) -> Option<Box<dyn CallEngine>>;
}
