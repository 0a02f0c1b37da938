//! How lost packets are sent again.

use proptest::prelude::*;
use roomrtc_core::media::{ReceiverParameters, RetransmissionType, SenderParameters};

/// How lost packets are sent again in a [`super::pair::Pair`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RepairMode {
    /// Not at all: nothing is negotiated.
    None,
    /// The same in every byte.
    AsItWas,
    /// In a stream of their own, RFC 4588.
    InItsOwnStream,
}

/// The payload type of that stream.
pub(super) const RETRANSMISSION: u8 = 103;

impl RepairMode {
    /// Any of them.
    pub(super) fn any() -> impl Strategy<Value = RepairMode> {
        let all = [RepairMode::None, RepairMode::AsItWas, RepairMode::InItsOwnStream];
        proptest::sample::select(all.to_vec())
    }

    pub(super) fn sender(self, parameters: SenderParameters) -> SenderParameters {
        let retransmission = (self == RepairMode::InItsOwnStream).then_some(RETRANSMISSION);
        SenderParameters { generic_nack: self != RepairMode::None, retransmission, ..parameters }
    }

    pub(super) fn receiver(self, mut parameters: ReceiverParameters) -> ReceiverParameters {
        let associated = parameters.payload_types[0].number;
        parameters.feedback.generic_nack = self != RepairMode::None;
        if self == RepairMode::InItsOwnStream {
            let number = RETRANSMISSION;
            parameters.retransmissions.push(RetransmissionType { number, associated });
        }
        parameters
    }
}
