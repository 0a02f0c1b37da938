//! Oracle: what an engine tells comes in the declared order, and media only after it is secure.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::Event;

use super::Breach;

/// Where a session stands, by what its engine has told.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// Whether the path is up, and whether it ever was.
    has_path: bool,
    had_path: bool,
    /// Since when it is up, and whether it ever went down.
    path_since: Time,
    was_lost: bool,
    has_ice_failed: bool,
    /// When the last description was given out.
    described: Option<Time>,
    has_gathered: bool,
    is_connected: bool,
    has_mismatch: bool,
    has_dtls_failed: bool,
    is_closed_by_peer: bool,
}

/// After so long an agent without a path says that it has failed: RFC 8863 asks for 39.5 s from the
/// last candidate on.
const PATIENCE: Duration = Duration::from_secs(60);

/// After so long a path is nominated.
const NOMINATION: Duration = Duration::from_secs(5);

impl Order {
    const NAME: &'static str = "order";

    /// Whether the path is up.
    pub(super) fn has_path(&self) -> bool {
        self.has_path
    }

    /// Whether the handshake is complete, and nothing has ended the session since.
    pub(super) fn is_connected(&self) -> bool {
        self.is_connected && !self.has_dtls_failed && !self.is_closed_by_peer
    }

    /// Whether the handshake was ever completed.
    pub(super) fn was_connected(&self) -> bool {
        self.is_connected
    }

    /// Whether the path has been up for so long, and without an interruption, that it is
    /// nominated.
    pub(super) fn is_steady(&self, now: Time) -> bool {
        self.has_path && !self.was_lost && now.since(self.path_since) > NOMINATION
    }

    /// In the end: who has no path has said so.
    pub(super) fn ended(&self, now: Time) -> Result<(), Breach> {
        let is_late = self.described.is_some_and(|at| now.since(at) > PATIENCE);
        if is_late && !self.had_path && !self.has_ice_failed {
            return Err(Breach::lack(Order::NAME, "ICE neither connects nor fails"));
        }
        Ok(())
    }

    /// An engine tells something.
    pub(super) fn event(&mut self, now: Time, event: &Event) -> Result<(), Breach> {
        let problem = match event {
            Event::IceConnected | Event::IceDisconnected | Event::IceFailed => self.ice(now, event),
            Event::Connected => self.connected(),
            Event::LocalDescription { .. } => {
                // A restart gathers anew.
                self.has_ice_failed = false;
                self.has_gathered = false;
                self.described = Some(now);
                None
            }
            Event::GatheringComplete => std::mem::replace(&mut self.has_gathered, true)
                .then_some("gathering is complete twice"),
            Event::FingerprintMismatch => {
                self.has_mismatch = true;
                self.is_connected.then_some("the fingerprint is wrong after all")
            }
            Event::DtlsFailed(_) => std::mem::replace(&mut self.has_dtls_failed, true)
                .then_some("the handshake fails twice"),
            Event::ClosedByPeer => std::mem::replace(&mut self.is_closed_by_peer, true)
                .then_some("the peer closes twice"),
            _ => None,
        };
        problem.map_or(Ok(()), |problem| Err(Breach::new(Order::NAME, problem)))
    }

    fn ice(&mut self, now: Time, event: &Event) -> Option<&'static str> {
        let had_failed = self.has_ice_failed;
        let had_path = std::mem::replace(&mut self.has_path, *event == Event::IceConnected);
        self.was_lost |= had_path && !self.has_path;
        match event {
            Event::IceConnected => {
                self.had_path = true;
                self.path_since = now;
                had_path.then_some("the path comes up twice")
            }
            Event::IceDisconnected if !self.had_path => Some("a path goes down that never was up"),
            Event::IceFailed => {
                self.has_ice_failed = true;
                had_failed.then_some("ICE fails twice")
            }
            _ => None,
        }
    }

    fn connected(&mut self) -> Option<&'static str> {
        let was_connected = std::mem::replace(&mut self.is_connected, true);
        match () {
            () if was_connected => Some("the handshake is completed twice"),
            () if !self.had_path => Some("the handshake is completed without a path"),
            () if self.has_mismatch || self.has_dtls_failed => {
                Some("the handshake is completed after it has failed")
            }
            () => None,
        }
    }

    /// SRTP or SRTCP is sent.
    #[inline]
    pub(super) fn media(&self) -> Result<(), Breach> {
        if self.is_connected && !self.has_mismatch {
            return Ok(());
        }
        Err(Breach::new(Order::NAME, "media goes out before the peer is verified"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(events: &[Event]) -> bool {
        let mut order = Order::default();
        events.iter().all(|event| order.event(Time::ZERO, event).is_ok())
    }

    #[test]
    fn a_call_goes_in_order() {
        use Event::{ClosedByPeer, Connected, IceConnected, IceDisconnected, IceFailed};
        let again = [IceDisconnected, IceConnected, ClosedByPeer];
        assert!(holds(&[[IceConnected, Connected].as_slice(), &again].concat()));
        for wrong in [
            vec![Connected],
            vec![IceDisconnected],
            vec![IceConnected, IceConnected],
            vec![IceFailed, IceFailed],
            vec![IceConnected, Connected, Connected],
            vec![IceConnected, Event::FingerprintMismatch, Connected],
            vec![IceConnected, Connected, ClosedByPeer, ClosedByPeer],
        ] {
            assert!(!holds(&wrong), "{wrong:?}");
        }
    }

    #[test]
    fn media_waits_for_the_handshake() {
        let mut order = Order::default();
        assert!(order.media().is_err());
        for event in [Event::IceConnected, Event::Connected] {
            order.event(Time::ZERO, &event).expect("in order");
        }
        assert!(order.media().is_ok());
    }
}
