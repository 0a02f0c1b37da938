//! An independent reader of what engines send: STUN, DTLS, RTP, RTCP and session descriptions.
//!
//! It shares no code with the core, so that a mistake of the core's in writing is not undone by the
//! same mistake in reading. And it is strict where the core must be lenient: what we send is to be
//! exactly what the RFCs have a sender write. A [`Flaw`] says what is not.
//!
//! - STUN: RFC 8489 sections 5 and 14 (zero padding, FINGERPRINT last and right, integrity before
//!   it), with the attributes of RFC 8445 section 7.1.
//! - DTLS 1.2: records of RFC 6347 section 4.1, fragments of section 4.2.2, alerts and
//!   ChangeCipherSpec.
//! - RTP: RFC 3550 section 5.1 and the extensions of RFC 8285; its payload is not looked at.
//! - SRTCP: RFC 3711 section 3.4 and RFC 7714 section 9: what of a packet is in clear.
//! - Session descriptions: the grammar of RFC 8866 line by line, and what RFC 8839, 8122 and 8829
//!   ask of a description with a transport.
//!
//! Left out: everything encrypted, and DTLS 1.3.

mod candidate_line;
mod description;
mod description_facts;
mod dtls_fragment;
mod dtls_record;
mod dtls_records;
mod fields;
mod flaw;
mod rtp_header;
mod srtcp_header;
mod stun_attributes;
mod stun_class;
mod stun_message;

pub use candidate_line::check_candidate;
pub use description::check_description;
pub use description_facts::DescriptionFacts;
pub use dtls_fragment::DtlsFragment;
pub use dtls_record::DtlsRecord;
pub use dtls_records::DtlsRecords;
pub use flaw::Flaw;
pub use rtp_header::RtpHeader;
pub use srtcp_header::SrtcpHeader;
pub use stun_class::StunClass;
pub use stun_message::StunMessage;
