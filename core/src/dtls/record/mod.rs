//! The record layer, RFC 6347 section 4.1, apart from what travels in it.
//!
//! [`Record`] is a record on the wire; [`ReplayWindow`] says which numbers were seen. Inside,
//! the writer numbers and protects, the reader checks, opens and keeps what comes early. A record
//! number is never used twice: retransmissions get new ones, and the AEAD nonce is the epoch and
//! the number (RFC 5288 section 3, RFC 6347 section 4.1.2.1).
//!
//! Epoch 0 has no replay window: nothing in it is authenticated, so a forged record could close the
//! window for the genuine ones. Repeated handshake messages are recognised by their own numbers.
//!
//! Left out: compression (RFC 3749), cipher suites other than AEAD, and the unified header of DTLS
//! 1.3, which comes beside this one.

mod content_type;
mod early_records;
#[expect(clippy::module_inception, reason = "a record is the concept and the type")]
mod record;
mod record_protection;
mod record_reader;
mod record_writer;
mod replay_window;
mod sequence_exhausted;

pub use content_type::ContentType;
pub use record::Record;
pub use replay_window::ReplayWindow;

pub(in crate::dtls) use early_records::EarlyRecords;
pub(in crate::dtls) use record_protection::RecordProtection;
pub(in crate::dtls) use record_reader::RecordReader;
pub(in crate::dtls) use record_writer::RecordWriter;
pub(in crate::dtls) use sequence_exhausted::SequenceExhausted;
