//! Messages that may be forged: before there are keys, anybody who knows the addresses can send one.
//!
//! - A message that must not be does not end the handshake at once. It goes back to where our last
//!   flight was sent, as if nothing had come since, and a better message may follow; if none does for
//!   a while, the handshake fails. Who is wrong sends the same again: where several such messages, or
//!   alerts, differ, somebody forges them, and only the time for the whole handshake ends it.
//! - A client takes the latest ServerHello, until a signature vouches for one.
//! - A server answers the first ClientHello at once. Another one with other contents has to prove by
//!   a cookie (RFC 6347 section 4.2.1) that its sender gets what is sent to the peer's address; with it
//!   the handshake begins anew.

use std::time::Duration;

use super::{Endpoint, Suspicion};
use crate::base::Time;
use crate::dtls::flight::FlightRecord;
use crate::dtls::handshake::{
    ClientHello, Fragment, HandshakeMessage, HandshakeType, HelloVerifyRequest, MessageBody,
};
use crate::dtls::v12::{Checkpoint, Context, State, server};
use crate::dtls::{AlertDescription, DropReason, Failure, ProtocolVersion, StateName};

impl Endpoint {
    /// How many initial timeouts of the retransmission a better message may take to come.
    const PATIENCE: u32 = 4;

    /// How long it may take at least: the other side may still look for its path.
    const LEAST_PATIENCE: Duration = Duration::from_millis(400);

    /// A message must not be: if a stranger may have sent it, a better one is waited for.
    pub(super) fn doubt(&mut self, now: Time, message: &HandshakeMessage, failure: Failure) {
        let name = self.state.name();
        let is_proven =
            matches!(name, StateName::ClientWaitFinished | StateName::ServerWaitFinished);
        if is_proven || failure == Failure::Internal {
            return self.fail(now, failure);
        }
        self.go_back();
        if let Some(context) = &mut self.context {
            context.doubt(message);
        }
        self.suspect(now, failure);
    }

    /// Something says that the handshake is over. It is believed after a while, the first that says
    /// so; and not at all where several contradict each other.
    pub(super) fn suspect(&mut self, now: Time, failure: Failure) {
        let is_attacked = self.context.as_ref().is_some_and(|context| context.is_attacked);
        let patience = self.retransmission.initial() * Endpoint::PATIENCE;
        let until = now + patience.max(Endpoint::LEAST_PATIENCE);
        let suspicion = self.suspicion.unwrap_or(Suspicion { until, failure });
        self.suspicion = (!is_attacked).then_some(suspicion);
    }

    /// An alert came in plaintext. Others show that somebody forges; but goodbye may follow any.
    pub(super) fn suspect_by_alert(&mut self, now: Time, description: AlertDescription) {
        let failure = Failure::AlertReceived(description);
        let earlier = self.suspicion.filter(|known| {
            let is_other = known.failure != failure;
            is_other && !known.is_of_message() && description != AlertDescription::CloseNotify
        });
        if let Some(context) = self.context.as_mut().filter(|_| earlier.is_some()) {
            context.is_attacked = true;
        }
        self.suspect(now, failure);
    }

    /// Forgets what has come since our last flight.
    fn go_back(&mut self) {
        let Some(context) = &mut self.context else { return };
        context.is_disputed = true;
        let Some(checkpoint) = context.checkpoint.clone() else {
            return context.reassembler.take_back();
        };
        context.reassembler.go_back_to(checkpoint.due);
        context.transcript = checkpoint.transcript;
        context.next_sequence = checkpoint.next_sequence;
        context.outgoing = Default::default();
        debug_assert!(self.state.name().may_become(checkpoint.state.name()));
        self.state = checkpoint.state;
    }

    /// Our flight goes out: from here on what comes is new.
    pub(super) fn set_checkpoint(&mut self) {
        self.suspicion = None;
        let Some(context) = &mut self.context else { return };
        context.checkpoint = Some(Box::new(Checkpoint {
            state: self.state.clone(),
            transcript: context.transcript.clone(),
            due: context.reassembler.due(),
            next_sequence: context.next_sequence,
        }));
    }

    /// Looks at a hello before it is put in its place: it may contradict the one that was taken.
    pub(super) fn consider_hello(&mut self, fragment: &Fragment<'_>) -> Result<(), DropReason> {
        match (fragment.kind(), self.state.name()) {
            _ if !fragment.is_whole() => Ok(()),
            (
                Some(HandshakeType::ServerHello),
                StateName::ClientWaitCertificate | StateName::ClientWaitServerKeyExchange,
            ) => {
                self.consider_server_hello(fragment);
                Ok(())
            }
            (
                Some(HandshakeType::ClientHello),
                StateName::ServerWaitClientHello
                | StateName::ServerWaitCertificate
                | StateName::ServerWaitClientKeyExchange
                | StateName::ServerWaitCertificateVerify,
            ) => self.consider_client_hello(fragment),
            _ => Ok(()),
        }
    }

    fn consider_server_hello(&mut self, fragment: &Fragment<'_>) {
        let is_other = self.context.as_ref().is_some_and(|context| {
            let due = context.checkpoint.as_ref().map(|checkpoint| checkpoint.due);
            due == Some(fragment.sequence) && context.peer_hello != fragment.body
        });
        if is_other {
            self.go_back();
        }
    }

    fn consider_client_hello(&mut self, fragment: &Fragment<'_>) -> Result<(), DropReason> {
        let Some(context) = &mut self.context else { return Ok(()) };
        if let State::ServerWaitClientHello = self.state {
            // What a forged cookie has called forth may come without the hello before it.
            if fragment.sequence > context.reassembler.due() {
                context.reassembler.begin_with(fragment.sequence);
            }
            return Ok(());
        }
        if context.peer_hello == fragment.body {
            return Ok(());
        }
        let hello = ClientHello::decode(fragment.body).map_err(|_| DropReason::MessageMalformed)?;
        if !server::cookie::is_valid(context, &hello) {
            self.challenge = Some(challenge(context, fragment.sequence, &hello));
            return Err(DropReason::MessageUnexpected);
        }
        context.transcript.clear();
        context.reassembler.begin_with(fragment.sequence);
        context.checkpoint = None;
        self.flight = Default::default();
        self.state = State::ServerWaitClientHello;
        Ok(())
    }
}

/// Asks who sent `hello` for a cookie.
fn challenge(context: &Context, sequence: u16, hello: &ClientHello) -> FlightRecord {
    let cookie = context.config.witness.shown(server::cookie::cookie(context, hello).to_vec());
    let version = ProtocolVersion::Dtls10.code();
    let message = HandshakeMessage::new(sequence, &HelloVerifyRequest { version, cookie });
    FlightRecord::message(&message, ProtocolVersion::Dtls12, 0)
}
