//! Plaintext alerts, which anybody can forge.

use roomrtc_core::base::Time;
use roomrtc_core::dtls::{
    Alert, AlertDescription, AlertLevel, DropReason, Event, Failure, Role, StateName,
};

use super::pair::Pair;

fn plaintext_alert(level: AlertLevel, description: AlertDescription) -> Vec<u8> {
    let mut record = vec![21, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 9, 9, 0, 2];
    record.extend(Alert { level, description }.encode());
    record
}

#[test]
fn a_forged_alert_does_not_end_a_handshake_that_goes_on() {
    for role in [Role::Client, Role::Server] {
        for description in [AlertDescription::HandshakeFailure, AlertDescription::CloseNotify] {
            let forged = plaintext_alert(AlertLevel::Fatal, description);
            let mut pair = Pair::new(1, |config| config.mtu = 256);
            pair.run(|_, from, datagram| {
                if from != role {
                    datagram.extend_from_slice(&forged);
                }
                vec![0]
            });
            pair.assert_connected();
        }
    }
}

#[test]
fn an_alert_is_told_at_once_and_believed_when_nothing_follows() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    let description = AlertDescription::HandshakeFailure;
    let alert = plaintext_alert(AlertLevel::Fatal, description);
    pair.client.handle_datagram(Time::ZERO, &alert);
    let told = Event::AlertReceived { alert: Alert::fatal(description), authenticated: false };
    assert_eq!(pair.client.poll_event(), Some(told));
    // The least patience: four times the initial timeout of 80 ms would be less.
    pair.client.handle_timeout(Time::from_millis(399));
    assert_eq!(pair.client.state(), StateName::ClientWaitServerHello);
    pair.client.handle_timeout(Time::from_millis(400));
    assert_eq!(pair.client.poll_event(), Some(Event::Failed(Failure::AlertReceived(description))));
}

#[test]
fn a_warning_changes_nothing() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    let warning = plaintext_alert(AlertLevel::Warning, AlertDescription::UserCanceled);
    pair.client.handle_datagram(Time::ZERO, &warning);
    pair.run_without_loss();
    pair.assert_connected();
}

#[test]
fn after_the_handshake_plaintext_is_not_listened_to() {
    let mut pair = Pair::connected(|_| {});
    for description in [AlertDescription::CloseNotify, AlertDescription::InternalError] {
        let forged = plaintext_alert(AlertLevel::Fatal, description);
        pair.client.handle_datagram(pair.now, &forged);
        pair.server.handle_datagram(pair.now, &forged);
    }
    pair.assert_connected();
    assert_eq!(pair.client.poll_event(), None);
    assert_eq!(pair.server.drops().count(DropReason::RecordPlaintext), 2);
}

#[test]
fn a_flood_of_alerts_is_bounded() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    let warning = plaintext_alert(AlertLevel::Warning, AlertDescription::UserCanceled);
    (0..1_000).for_each(|_| pair.client.handle_datagram(Time::ZERO, &warning));
    let events = std::iter::from_fn(|| pair.client.poll_event()).count();
    assert_eq!(events, 64);
    assert_eq!(pair.client.drops().count(DropReason::AlertOverflow), 1_000 - 64);
}
