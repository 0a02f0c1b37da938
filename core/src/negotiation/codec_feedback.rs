//! The feedback that a codec uses.

use crate::sdp::RtcpFeedback;

/// The RTCP feedback in use with a codec, RFC 4585 section 4.2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodecFeedback {
    /// Generic NACK, RFC 4585 section 6.2.1: `nack`.
    pub generic_nack: bool,
    /// Picture loss indication, RFC 4585 section 6.3.1: `nack pli`.
    pub picture_loss_indication: bool,
    /// Full intra request, RFC 5104 section 4.3.1: `ccm fir`.
    pub full_intra_request: bool,
}

impl CodecFeedback {
    /// All that is supported.
    pub const SUPPORTED: CodecFeedback = CodecFeedback {
        generic_nack: true,
        picture_loss_indication: true,
        full_intra_request: true,
    };

    /// What of `offered` is supported.
    pub(super) fn supported(offered: &[RtcpFeedback<'_>]) -> CodecFeedback {
        CodecFeedback {
            generic_nack: offered.contains(&RtcpFeedback::NACK),
            picture_loss_indication: offered.contains(&RtcpFeedback::NACK_PLI),
            full_intra_request: offered.contains(&RtcpFeedback::CCM_FIR),
        }
    }

    /// What both have.
    pub(super) const fn and(self, other: CodecFeedback) -> CodecFeedback {
        CodecFeedback {
            generic_nack: self.generic_nack && other.generic_nack,
            picture_loss_indication: self.picture_loss_indication && other.picture_loss_indication,
            full_intra_request: self.full_intra_request && other.full_intra_request,
        }
    }

    /// As attributes are written.
    pub(super) fn attributes(self) -> impl Iterator<Item = RtcpFeedback<'static>> {
        let nack = self.generic_nack.then_some(RtcpFeedback::NACK);
        let pli = self.picture_loss_indication.then_some(RtcpFeedback::NACK_PLI);
        let fir = self.full_intra_request.then_some(RtcpFeedback::CCM_FIR);
        nack.into_iter().chain(pli).chain(fir)
    }
}
