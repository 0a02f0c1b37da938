//! How the handshake goes on.

use super::Endpoint;
use crate::base::Time;
use crate::dtls::record::Record;
use crate::dtls::v12::{RecordKeys, State, StepError};
use crate::dtls::{Event, Role, StateName};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::wire::ByteReader;

impl Endpoint {
    /// Gives the state every message that is due and complete, until there is none.
    pub(super) fn advance(&mut self, now: Time) {
        while let Some(context) = &mut self.context {
            if context.waits_for_fingerprints() {
                return;
            }
            let Some(message) = context.reassembler.take() else { return };
            match self.state.handle(context, &message) {
                Ok(next) => {
                    if message.message_type.is_hello() {
                        context.take_hello(&message);
                    }
                    self.enter(now, next);
                }
                Err(StepError::Drop(reason)) => {
                    context.reassembler.take_back();
                    self.drops.note(reason);
                }
                Err(StepError::Fail(failure)) => self.doubt(now, &message, failure),
            }
        }
    }

    /// Enters a state, and carries out what the step to it has decided.
    pub(super) fn enter(&mut self, now: Time, next: State) {
        debug_assert!(self.state.name().may_become(next.name()), "{:?}", next.name());
        self.state = next;
        let Some(context) = &mut self.context else { return };
        let outgoing = std::mem::take(&mut context.outgoing);
        let mut has_news = false;
        if let Some(keys) = outgoing.keys {
            self.install(keys);
            has_news = true;
        }
        if !outgoing.flight.is_empty() {
            if let Some(context) = &mut self.context {
                context.reassembler.mark_answered();
            }
            self.flight = outgoing.flight;
            self.retransmission.begin(now, self.is_flight_timed());
            self.set_checkpoint();
        }
        if let StateName::ClientWaitFinished = self.state.name() {
            self.writer.enter_epoch();
        }
        if let State::Connected(established) = &self.state {
            self.inbox.push(Event::Connected(established.connected()));
            self.finish();
            has_news = true;
        }
        if has_news {
            self.handle_early(now);
        }
    }

    /// A cookie is asked for again by asking again; the last flight is sent again when the peer's
    /// is (RFC 6347 section 4.2.4).
    fn is_flight_timed(&self) -> bool {
        let is_last = self.state.name() == StateName::Connected;
        let is_answer = self.state.name() == StateName::ServerWaitClientHello;
        !is_answer && (!is_last || is_planted(PlantedBug::RepeatLastFlight))
    }

    fn install(&mut self, keys: RecordKeys) {
        let (ours, theirs) = match self.role {
            Role::Client => (keys.client, keys.server),
            Role::Server => (keys.server, keys.client),
        };
        self.writer.install(ours);
        self.reader.install(theirs);
    }

    /// Gives back all that only the handshake needs. A server keeps its last flight, of two small
    /// messages.
    fn finish(&mut self) {
        self.context = None;
        self.give_up = None;
        self.suspicion = None;
        self.writer.enter_epoch();
        if self.role == Role::Client || !is_planted(PlantedBug::RepeatLastFlight) {
            self.retransmission.stop();
        }
        if self.role == Role::Client {
            self.flight = Default::default();
        }
        self.flight.shrink();
    }

    /// Takes the records that had come before their time.
    fn handle_early(&mut self, now: Time) {
        for bytes in self.reader.take_early() {
            if let Ok(record) = Record::decode(&mut ByteReader::new(&bytes)) {
                self.handle_record(now, &record);
            }
        }
    }
}
