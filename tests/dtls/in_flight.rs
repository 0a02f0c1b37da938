//! A datagram on its way.

use roomrtc_core::base::Time;
use roomrtc_core::dtls::Role;

/// A datagram on its way.
#[derive(Clone, Debug)]
pub(super) struct InFlight {
    pub(super) at: Time,
    pub(super) to: Role,
    pub(super) bytes: Vec<u8>,
}
