//! Offer and answer: JSEP, RFC 8829 (and RFC 9429, which obsoletes it), on top of RFC 3264.
//!
//! A [`Negotiator`] writes offers and answers for the local media, reads those of the other side,
//! and says what came of it as an [`Agreement`]: plain values for the engines. It holds no engine:
//! ICE credentials, candidates and fingerprints are handed in as a [`LocalTransport`].
//!
//! One transport carries everything. Sections share it by BUNDLE (RFC 9143, which obsoletes RFC
//! 8843); what cannot share it is rejected with port 0. RTP and RTCP are multiplexed (RFC 5761 and
//! 8858), a fingerprint is mandatory (RFC 8827 section 6.5), the roles in DTLS follow RFC 8842, and
//! codecs are chosen as their payload formats say (H.264: RFC 6184 section 8.2.2). Lost packets are sent
//! again in streams of their own, SSRC-multiplexed (RFC 4588 section 8), where both sides list such a
//! payload type for a codec with generic NACKs.
//!
//! Where peers do other than the RFCs say, and a call can be had all the same, it is had:
//! - A browser that offers bundle-only sections has but one transport for the group. If the section
//!   that carries it is of data and rejected, and all others are bundle-only, RFC 9143 section 7.3.3
//!   has no group; here the group is kept and uses that transport. A section of RTP is accepted as
//!   inactive instead, by the rules (`idling`).
//! - An answer to a later offer names another role in DTLS than the association has. With the same
//!   fingerprint it is taken for a slip, and the association keeps its roles.
//! - Browsers want `a=rtcp-mux` in every section of RTP, not only in the tagged one.
//!
//! Offers can be made again and again, by either side, and taken back ([`Negotiator::rollback`]). A
//! transport lasts from the first section that is accepted to the last: once all are rejected, the
//! next one that is accepted begins another, with an association of its own.
//!
//! Left out: who gives way when both sides offer at once is for the caller to decide, provisional
//! answers, simulcast, a new DTLS association while a section is in use, and audio and data sections
//! of our own.

mod agreed_codec;
mod agreed_extension;
mod agreed_media;
mod agreed_transport;
mod agreement;
mod answering;
mod apply_answer_error;
mod apply_offer_error;
mod bundle;
mod codec_feedback;
mod create_answer_error;
mod create_offer_error;
mod dtls_role;
mod ice_credentials;
mod idling;
mod layout;
mod local_transport;
mod media_config;
mod negotiator;
mod negotiator_config;
mod offering;
mod pending;
mod plan;
mod planning;
mod reading;
mod received_offer;
mod remote_format;
mod remote_source;
mod remote_transport;
mod section;
mod section_codec;
mod settled;
mod signaling_state;
mod taking;
mod transport_error;
mod writing;

pub use agreed_codec::AgreedCodec;
pub use agreed_extension::AgreedExtension;
pub use agreed_media::AgreedMedia;
pub use agreed_transport::AgreedTransport;
pub use agreement::Agreement;
pub use apply_answer_error::ApplyAnswerError;
pub use apply_offer_error::ApplyOfferError;
pub use codec_feedback::CodecFeedback;
pub use create_answer_error::CreateAnswerError;
pub use create_offer_error::CreateOfferError;
pub use dtls_role::DtlsRole;
pub use ice_credentials::IceCredentials;
pub use local_transport::LocalTransport;
pub use media_config::MediaConfig;
pub use negotiator::Negotiator;
pub use negotiator_config::NegotiatorConfig;
pub use received_offer::ReceivedOffer;
pub use remote_source::RemoteSource;
pub use signaling_state::SignalingState;
pub use transport_error::TransportError;

use layout::Layout;
use pending::Pending;
use plan::Plan;
use remote_format::RemoteFormat;
use remote_transport::RemoteTransport;
use section::Section;
use section_codec::SectionCodec;
use settled::Settled;
