//! By what a packet is known again.

use roomrtc_sim::trace::Place;

use crate::ladder::Crossing;
use crate::reading::Reading;

/// By what the same message is known again when it is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// A packet of a media stream: who sent it, its stream and its number.
    Stream(Place, u32, u16),
    /// A retransmission: who sent it, and the number of the original.
    Original(Place, u16),
    /// A transaction of STUN.
    Transaction([u8; 12]),
    /// A handshake message: who sent it, its type and its number.
    Handshake(Place, u8, u16),
}

impl Cue {
    /// By what a packet is known again, if by anything.
    pub(super) fn of(crossing: &Crossing) -> Option<Cue> {
        match &crossing.reading {
            Reading::Stun(stun) => Some(Cue::Transaction(stun.transaction)),
            Reading::Dtls(dtls) => {
                dtls.message.map(|(kind, number)| Cue::Handshake(crossing.from, kind, number))
            }
            Reading::Rtp(rtp) => match rtp.original {
                Some(original) => Some(Cue::Original(crossing.from, original)),
                None if rtp.is_retransmission => None,
                None => Some(Cue::Stream(crossing.from, rtp.ssrc, rtp.sequence)),
            },
            Reading::Rtcp(_) | Reading::Other => None,
        }
    }
}
