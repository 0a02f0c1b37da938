//! Session Traversal Utilities for NAT, RFC 8489: the message format and what goes around it.
//!
//! [`Message`] reads a datagram without copying or allocating; [`MessageBuilder`] appends one to a
//! caller's buffer. Every attribute that connectivity checks (RFC 8445 section 16) and a Binding
//! request to a server need is here, with the short-term credential mechanism (RFC 8489 section
//! 9.1) over HMAC-SHA1 and FINGERPRINT (section 14.7). [`Retransmission`] is the schedule of
//! section 6.2.1; [`BindingTransaction`] asks a server for the reflexive address;
//! [`answer_binding`] is the server's side of it.
//!
//! Left out: the long-term credential mechanism, MESSAGE-INTEGRITY-SHA256 (tolerated behind
//! MESSAGE-INTEGRITY, not checked), streams (TCP and TLS), DNS discovery, and following
//! ALTERNATE-SERVER, which is only read.

mod address;
mod answer_binding;
mod attribute;
mod attribute_type;
mod attributes;
mod binding_outcome;
mod binding_transaction;
mod error_code;
mod fingerprint;
mod integrity;
mod integrity_error;
mod message;
mod message_builder;
mod message_class;
mod method;
mod parse_error;
mod retransmission;
#[cfg(test)]
mod rfc5769;
mod transaction_id;

pub use answer_binding::answer_binding;
pub use attribute::Attribute;
pub use attribute_type::AttributeType;
pub use attributes::Attributes;
pub use binding_outcome::BindingOutcome;
pub use binding_transaction::BindingTransaction;
pub use error_code::ErrorCode;
pub use integrity_error::IntegrityError;
pub use message::Message;
pub use message_builder::MessageBuilder;
pub use message_class::MessageClass;
pub use method::Method;
pub use parse_error::ParseError;
pub use retransmission::Retransmission;
pub use transaction_id::TransactionId;

/// The fixed value of every header's second word, RFC 8489 section 5.
pub const MAGIC_COOKIE: u32 = 0x2112_a442;

/// Bytes of a message's header.
pub const HEADER_LENGTH: usize = 20;
