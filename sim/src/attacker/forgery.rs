//! Kinds of forged packets.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

/// A kind of forged packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Forgery {
    /// One of all the others, drawn anew for every packet.
    Any,
    /// One of those of STUN.
    AnyStun,
    /// One of those of DTLS.
    AnyDtls,
    /// One of those of RTP and RTCP.
    AnyMedia,
    /// A Binding request without credentials, as for a STUN server.
    StunRequestBare,
    /// A check for a user that is not there, with integrity by a password made up.
    StunRequestUnknownUser,
    /// A check with the right user name that nominates, with integrity by a password made up.
    StunRequestWrongPassword,
    /// A check with the right user name that nominates, without integrity.
    StunRequestNoIntegrity,
    /// A success response to no request, with integrity by a password made up.
    StunSuccess,
    /// A success response to no request, without integrity.
    StunSuccessNoIntegrity,
    /// The error 401 to no request.
    StunErrorUnauthenticated,
    /// The error 487, role conflict, to no request, without integrity.
    StunErrorRoleConflict,
    /// A Binding indication.
    StunIndication,
    /// A request of another method.
    StunUnknownMethod,
    /// A header of STUN and random attributes.
    StunGarbage,
    /// A whole and sensible ClientHello.
    DtlsClientHello,
    /// A fragment of a handshake message, which claims to be of any size.
    DtlsFragment,
    /// A HelloVerifyRequest with a cookie.
    DtlsHelloVerifyRequest,
    /// A ServerHello that nobody asked for.
    DtlsServerHello,
    /// A record of any content type and any epoch.
    DtlsRecord,
    /// A fatal alert in the clear.
    DtlsAlert,
    /// The alert close_notify in the clear.
    DtlsCloseNotify,
    /// A ChangeCipherSpec.
    DtlsChangeCipherSpec,
    /// Application data of the first epoch that has keys, of random bytes.
    DtlsApplicationData,
    /// A first byte of DTLS and random bytes.
    DtlsGarbage,
    /// An RTP packet of a known source, if one is known, with a random payload.
    Rtp,
    /// A first byte of RTP and random bytes, few of them.
    RtpGarbage,
    /// A BYE of a known source.
    RtcpBye,
    /// A picture loss indication for a known source.
    RtcpPictureLoss,
    /// A full intra request for a known source.
    RtcpFullIntraRequest,
    /// Negative acknowledgements of many packets of a known source.
    RtcpNack,
    /// A receiver report with heavy loss of a known source.
    RtcpReceiverReport,
    /// A first byte of RTCP and random bytes.
    RtcpGarbage,
    /// Random bytes, or none at all.
    Noise,
}

impl Forgery {
    /// Those of STUN.
    pub const STUN: [Forgery; 11] = [
        Forgery::StunRequestBare,
        Forgery::StunRequestUnknownUser,
        Forgery::StunRequestWrongPassword,
        Forgery::StunRequestNoIntegrity,
        Forgery::StunSuccess,
        Forgery::StunSuccessNoIntegrity,
        Forgery::StunErrorUnauthenticated,
        Forgery::StunErrorRoleConflict,
        Forgery::StunIndication,
        Forgery::StunUnknownMethod,
        Forgery::StunGarbage,
    ];

    /// Those of DTLS.
    pub const DTLS: [Forgery; 10] = [
        Forgery::DtlsClientHello,
        Forgery::DtlsFragment,
        Forgery::DtlsHelloVerifyRequest,
        Forgery::DtlsServerHello,
        Forgery::DtlsRecord,
        Forgery::DtlsAlert,
        Forgery::DtlsCloseNotify,
        Forgery::DtlsChangeCipherSpec,
        Forgery::DtlsApplicationData,
        Forgery::DtlsGarbage,
    ];

    /// Those of RTP and RTCP.
    pub const MEDIA: [Forgery; 8] = [
        Forgery::Rtp,
        Forgery::RtpGarbage,
        Forgery::RtcpBye,
        Forgery::RtcpPictureLoss,
        Forgery::RtcpFullIntraRequest,
        Forgery::RtcpNack,
        Forgery::RtcpReceiverReport,
        Forgery::RtcpGarbage,
    ];

    /// A kind of which packets can be made: itself, or one drawn from its group.
    pub(super) fn resolve(self, random: &mut RandomStream) -> Forgery {
        match self {
            Forgery::Any => match random.below(30) {
                index @ 0..11 => Forgery::STUN[index as usize],
                index @ 11..21 => Forgery::DTLS[index as usize - 11],
                index @ 21..29 => Forgery::MEDIA[index as usize - 21],
                _ => Forgery::Noise,
            },
            Forgery::AnyStun => Forgery::STUN[random.below(11) as usize],
            Forgery::AnyDtls => Forgery::DTLS[random.below(10) as usize],
            Forgery::AnyMedia => Forgery::MEDIA[random.below(8) as usize],
            kind => kind,
        }
    }
}
