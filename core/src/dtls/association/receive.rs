//! What is received: datagram, record, fragment.

use super::{Endpoint, Suspicion};
use crate::base::Time;
use crate::dtls::handshake::{Fragment, HandshakeType, Insertion};
use crate::dtls::record::{ContentType, Record, RecordReader};
use crate::dtls::v12::State;
use crate::dtls::{Alert, AlertDescription, DropReason, Event, Role};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::wire::ByteReader;

impl Endpoint {
    /// Takes a datagram of the peer's, which may hold several records. What cannot be used is
    /// dropped and counted.
    pub fn handle_datagram(&mut self, now: Time, datagram: &[u8]) {
        let mut reader = ByteReader::new(datagram);
        while !reader.is_empty() {
            let Ok(record) = Record::decode(&mut reader) else {
                return self.drops.note(DropReason::RecordTruncated);
            };
            self.handle_record(now, &record);
            self.advance(now);
        }
    }

    pub(super) fn handle_record(&mut self, now: Time, record: &Record<'_>) {
        let taken = RecordReader::check(record).and_then(|content_type| match self.state {
            State::ClientStart => Err(DropReason::NotStarted),
            State::Closed | State::Failed(_) => {
                self.repeat_alert(now, content_type);
                Err(DropReason::Ended)
            }
            _ if record.epoch == 0 => self.handle_plaintext(now, content_type, record),
            _ if record.epoch == 1 => self.handle_protected(now, content_type, record),
            _ => Err(DropReason::RecordEpoch),
        });
        if let Err(reason) = taken {
            self.drops.note(reason);
        }
    }

    fn handle_plaintext(
        &mut self,
        now: Time,
        content_type: ContentType,
        record: &Record<'_>,
    ) -> Result<(), DropReason> {
        if self.context.is_none() && !is_planted(PlantedBug::AcceptClearTextAfterHandshake) {
            return Err(DropReason::RecordPlaintext);
        }
        match content_type {
            ContentType::Handshake => {
                if let State::ServerWaitClientHello = self.state {
                    self.writer.continue_from(record.sequence);
                }
                self.handle_fragments(now, record.epoch, record.payload)
            }
            ContentType::Alert => self.handle_plaintext_alert(now, record.payload),
            ContentType::ChangeCipherSpec if record.payload == [1] => Ok(()),
            ContentType::ChangeCipherSpec => Err(DropReason::ChangeCipherSpecMalformed),
            ContentType::ApplicationData => Err(DropReason::ApplicationDataUnexpected),
        }
    }

    /// Application data that overtakes the Finished waits for it, as does everything that
    /// overtakes the keys.
    fn handle_protected(
        &mut self,
        now: Time,
        content_type: ContentType,
        record: &Record<'_>,
    ) -> Result<(), DropReason> {
        let is_data = content_type == ContentType::ApplicationData;
        if !self.reader.has_keys() || (is_data && self.context.is_some()) {
            return self.reader.keep(record);
        }
        let text = self.reader.open(record)?;
        match content_type {
            ContentType::Handshake => self.handle_fragments(now, record.epoch, &text),
            ContentType::Alert => self.handle_alert(&text),
            ContentType::ChangeCipherSpec => Err(DropReason::ChangeCipherSpecMalformed),
            ContentType::ApplicationData => self.inbox.offer(Event::ApplicationData(text)),
        }
    }

    fn handle_fragments(
        &mut self,
        now: Time,
        epoch: u16,
        payload: &[u8],
    ) -> Result<(), DropReason> {
        let mut reader = ByteReader::new(payload);
        while !reader.is_empty() {
            let fragment =
                Fragment::decode(&mut reader).map_err(|_| DropReason::FragmentMalformed)?;
            // Who has ended the handshake by an alert sends nothing more of it.
            self.suspicion = self.suspicion.filter(Suspicion::is_of_message);
            if let Err(reason) = self.handle_fragment(now, epoch, &fragment) {
                self.drops.note(reason);
            }
        }
        Ok(())
    }

    fn handle_fragment(
        &mut self,
        now: Time,
        epoch: u16,
        fragment: &Fragment<'_>,
    ) -> Result<(), DropReason> {
        if self.context.is_none() {
            return self.handle_late_fragment(now, fragment);
        }
        if !is_of_epoch(fragment.kind(), epoch) {
            return Err(DropReason::FragmentType);
        }
        self.consider_hello(fragment)?;
        let Some(context) = &mut self.context else { return Ok(()) };
        match context.reassembler.insert(fragment)? {
            Insertion::Kept => Ok(()),
            Insertion::KeptInstead => Err(DropReason::FragmentConflict),
            Insertion::KeptByEviction => Err(DropReason::FragmentEvicted),
            Insertion::Repeated => Err(DropReason::FragmentRepeated),
            Insertion::Answered => {
                self.repeat_flight(now);
                Err(DropReason::FragmentRepeated)
            }
        }
    }

    /// After the handshake: a Finished again means that ours was lost, RFC 6347 section 4.2.4;
    /// anything else is a wish to renegotiate, which is refused once (RFC 5246 section 7.2.2).
    fn handle_late_fragment(
        &mut self,
        now: Time,
        fragment: &Fragment<'_>,
    ) -> Result<(), DropReason> {
        match (fragment.kind(), self.role) {
            (Some(HandshakeType::Finished), Role::Server) => {
                self.repeat_flight(now);
                Err(DropReason::FragmentRepeated)
            }
            (Some(HandshakeType::Finished), Role::Client) => Err(DropReason::FragmentRepeated),
            (Some(HandshakeType::HelloRequest | HandshakeType::ClientHello), _) => {
                if !self.has_refused {
                    self.has_refused = true;
                    let refusal = Alert::warning(AlertDescription::NoRenegotiation);
                    self.outbox.push_alert(refusal);
                }
                Err(DropReason::RenegotiationRefused)
            }
            _ => Err(DropReason::FragmentType),
        }
    }

    fn handle_plaintext_alert(&mut self, now: Time, payload: &[u8]) -> Result<(), DropReason> {
        let alert = Alert::decode(payload).map_err(|_| DropReason::AlertMalformed)?;
        if is_planted(PlantedBug::BelieveClearTextAlerts) {
            self.end_by_alert(alert);
        }
        if alert.is_final() {
            self.suspect_by_alert(now, alert.description);
        }
        self.inbox.offer(Event::AlertReceived { alert, authenticated: false })
    }

    fn handle_alert(&mut self, text: &[u8]) -> Result<(), DropReason> {
        let alert = Alert::decode(text).map_err(|_| DropReason::AlertMalformed)?;
        let told = self.inbox.offer(Event::AlertReceived { alert, authenticated: true });
        self.end_by_alert(alert);
        told
    }
}

/// Finished is the only message of a handshake that is protected. A HelloRequest has no place in
/// one.
fn is_of_epoch(kind: Option<HandshakeType>, epoch: u16) -> bool {
    match kind {
        Some(HandshakeType::Finished) => epoch == 1,
        Some(HandshakeType::HelloRequest) | None => false,
        Some(_) => epoch == 0,
    }
}
