//! What the loop drives.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{Datagram, Transmit};

use super::LocalAddress;
use crate::{NameAction, NameEvent, StreamAction, StreamEvent, StreamId};

/// All state and no I/O: what an [`crate::EventLoop`] drives on its thread.
///
/// After anything was handed in, and once before the first wait, the loop asks for actions,
/// transmits and the deadline until there are none. Nothing here may block.
pub trait Driven {
    /// What other threads may ask of it, through a [`crate::CommandSender`].
    type Command: Send;

    /// Something another thread asks for.
    fn handle_command(&mut self, now: Time, command: Self::Command);

    /// A datagram came.
    fn handle_datagram(&mut self, now: Time, datagram: Datagram<'_>);

    /// A deadline may have passed.
    fn handle_timeout(&mut self, now: Time);

    /// A local address came or went.
    fn handle_local_address(&mut self, now: Time, change: LocalAddress);

    /// Something happened to a stream. Unless streams are asked for, nothing does.
    fn handle_stream(&mut self, _now: Time, _stream: StreamId, _event: StreamEvent<'_>) {}

    /// The next thing to do with streams; bytes to send are appended to `output`.
    fn poll_stream(&mut self, _output: &mut Vec<u8>) -> Option<StreamAction> {
        None
    }

    /// Something came of what was asked of multicast DNS. Unless something is asked, nothing does.
    fn handle_name(&mut self, _now: Time, _event: NameEvent) {}

    /// The next thing to ask of multicast DNS.
    fn poll_name_action(&mut self) -> Option<NameAction> {
        None
    }

    /// The next datagrams to send, appended to `output`.
    fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<Transmit>;

    /// When it wants to be called next, and why.
    fn deadline(&self) -> Option<Deadline>;

    /// Whether the loop may end, once what was handed out has been sent.
    fn is_finished(&self) -> bool;
}
