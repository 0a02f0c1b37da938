//! The end of an association.

use super::Endpoint;
use crate::base::Time;
use crate::dtls::record::ContentType;
use crate::dtls::v12::State;
use crate::dtls::{Alert, AlertDescription, AlertLevel, Event, Failure, StateName};
use crate::planted_bugs::{PlantedBug, is_planted};

impl Endpoint {
    /// Ends the association: what was sent before still goes out, then `close_notify`. There is no
    /// event. Nothing is sent if nothing was ever sent.
    pub fn close(&mut self, now: Time) {
        let name = self.state.name();
        if name.is_end() {
            return;
        }
        if !matches!(name, StateName::ClientStart | StateName::ServerWaitClientHello) {
            self.outbox.push_alert(Alert::CLOSE_NOTIFY);
        }
        self.enter(now, State::Closed);
        self.release();
    }

    /// Ends the association with the alert that `failure` calls for.
    pub(super) fn fail(&mut self, now: Time, failure: Failure) {
        if let Some(description) = failure.alert() {
            self.retransmission.begin(now, false);
            self.outbox.push_alert(Alert::fatal(description));
        }
        self.break_off(failure);
    }

    /// Ends the association without an alert.
    pub(super) fn break_off(&mut self, failure: Failure) {
        if self.state.name().is_end() {
            return;
        }
        self.flight = Default::default();
        self.outbox.clear_data();
        self.state = State::Failed(failure);
        self.release();
        self.inbox.push(match failure {
            Failure::FingerprintMismatch => Event::FingerprintMismatch,
            failure => Event::Failed(failure),
        });
    }

    /// Ends the association if the peer has: `close_notify` is answered in kind (RFC 5246 section
    /// 7.2.1), a fatal alert is not.
    pub(super) fn end_by_alert(&mut self, alert: Alert) {
        match (alert.level, alert.description) {
            (_, AlertDescription::CloseNotify) if is_planted(PlantedBug::IgnoreCloseNotify) => {}
            (_, AlertDescription::CloseNotify) => {
                self.outbox.clear_data();
                self.outbox.push_alert(Alert::CLOSE_NOTIFY);
                self.state = State::Closed;
                self.release();
                self.inbox.push(Event::Closed);
            }
            (AlertLevel::Fatal, description) => {
                self.break_off(Failure::AlertReceived(description));
            }
            (AlertLevel::Warning, _) => {}
        }
    }

    /// Takes what nobody vouched for to be true, since nothing has contradicted it.
    pub(super) fn believe(&mut self, now: Time, failure: Failure) {
        self.fail(now, failure);
    }

    /// Alerts are not retransmitted, but a handshake message that comes again causes them again, RFC
    /// 6347 section 4.2.7. Nothing else does: alerts must not answer alerts.
    pub(super) fn repeat_alert(&mut self, now: Time, received: ContentType) {
        if let State::Failed(failure) = self.state
            && received == ContentType::Handshake
            && let Some(description) = failure.alert()
            && self.retransmission.answer(now)
        {
            self.outbox.push_alert(Alert::fatal(description));
        }
    }

    fn release(&mut self) {
        self.context = None;
        self.give_up = None;
        self.suspicion = None;
        self.challenge = None;
        self.retransmission.stop();
        self.reader.take_early();
    }
}
