//! Flights: groups of messages that are sent, and sent again, together, RFC 6347 section 4.2.4.
//!
//! A [`Flight`] keeps whole messages. Cutting them to the size of a datagram happens when they are
//! polled, so that a repetition may be cut differently and gets new record numbers.

#[expect(clippy::module_inception, reason = "a flight is the concept and the type")]
mod flight;
mod flight_record;
mod retransmission;

pub(in crate::dtls) use flight::Flight;
pub(in crate::dtls) use flight_record::FlightRecord;
pub(in crate::dtls) use retransmission::Retransmission;
