//! Oracle: flights are repeated seldom, and not without a reason once the handshake is complete.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::flight_piece::FlightPiece;
use super::{Breach, HostFacts, Recent};
use crate::dissect::{DtlsFragment, DtlsRecord};

/// The handshake as a host sends it: RFC 6347 sections 4.2.1 and 4.2.4.
#[derive(Clone, Debug)]
pub(super) struct Flights {
    pieces: Recent<FlightPiece, 128>,
    /// DTLS datagrams delivered, and flights sent, since the handshake was completed.
    delivered: u32,
    answered: u32,
    needs_cookie: bool,
    has_asked_for_cookie: bool,
}

/// A piece is sent so often at most: with a timeout that doubles from 50 ms on, a handshake of
/// 30 s has ten, and each of the peer's ten may be answered.
const MOST_SENT: u32 = 24;

/// The least time between two times of the same piece.
const LEAST_SPACING: Duration = Duration::from_millis(20);

impl Flights {
    const NAME: &'static str = "flights";

    pub(super) fn new(facts: &HostFacts) -> Flights {
        Flights {
            pieces: Recent::new(),
            delivered: 0,
            answered: 0,
            needs_cookie: facts.cookie_exchange,
            has_asked_for_cookie: false,
        }
    }

    /// A DTLS datagram came after the handshake was completed.
    pub(super) fn delivered(&mut self) {
        self.delivered += 1;
    }

    /// A record is sent; `was_connected` if the handshake is complete.
    pub(super) fn sent(
        &mut self,
        now: Time,
        record: &DtlsRecord<'_>,
        was_connected: bool,
    ) -> Result<(), Breach> {
        if record.content_type != DtlsRecord::HANDSHAKE {
            return Ok(());
        }
        if record.epoch > 0 {
            return self.finished(was_connected);
        }
        for fragment in record.fragments().flatten() {
            self.cookie(&fragment)?;
            // What asks for a cookie answers a hello, without a memory of the last one.
            if fragment.kind != DtlsFragment::HELLO_VERIFY_REQUEST {
                self.piece(now, &fragment)?;
            }
        }
        Ok(())
    }

    /// A Finished: the last flight goes out once, and once more for each time the peer asks.
    fn finished(&mut self, was_connected: bool) -> Result<(), Breach> {
        self.answered += u32::from(was_connected);
        if self.answered <= 1 + self.delivered {
            return Ok(());
        }
        Err(Breach::waste(Flights::NAME, "the last flight is sent again, though nobody asked"))
    }

    fn cookie(&mut self, fragment: &DtlsFragment) -> Result<(), Breach> {
        self.has_asked_for_cookie |= fragment.kind == DtlsFragment::HELLO_VERIFY_REQUEST;
        let is_answer = fragment.kind == DtlsFragment::SERVER_HELLO;
        if is_answer && self.needs_cookie && !self.has_asked_for_cookie {
            return Err(Breach::new(Flights::NAME, "a client is answered without a cookie"));
        }
        Ok(())
    }

    fn piece(&mut self, now: Time, fragment: &DtlsFragment) -> Result<(), Breach> {
        let DtlsFragment { kind, message, offset, .. } = *fragment;
        let is_it =
            |own: &FlightPiece| (own.kind, own.message, own.offset) == (kind, message, offset);
        let Some(piece) = self.pieces.find_mut(is_it) else {
            self.pieces.push(FlightPiece { kind, message, offset, sent: 1, last: now });
            return Ok(());
        };
        let interval = now.since(std::mem::replace(&mut piece.last, now));
        piece.sent += 1;
        match () {
            () if piece.sent > MOST_SENT => {
                Err(Breach::waste(Flights::NAME, "a flight is sent too often"))
            }
            () if interval < LEAST_SPACING => {
                Err(Breach::waste(Flights::NAME, "a flight is sent again too soon"))
            }
            () => Ok(()),
        }
    }
}
