//! What a client asks of its session.

use std::net::SocketAddr;

use roomrtc_core::base::Time;
use roomrtc_core::session::{Command, DescriptionKind, Direction, Event, Input, Peer, PeerConfig};
use roomrtc_core::signaling::client as signaling;

use super::Client;
use crate::scenario::Side;

impl Client {
    /// How long a lost path may stay so before ICE is restarted.
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(2);

    /// The call stands: a session begins on the sockets given. The caller offers.
    pub fn begin_session(&mut self, now: Time, config: PeerConfig, sockets: &[SocketAddr]) {
        let config = PeerConfig {
            ice_lite: self.parameters.ice_lite,
            ice_role: self.parameters.ice_role.map(Into::into),
            cookie_exchange: self.parameters.cookie_exchange,
            largest_datagram: self.parameters.largest_datagram,
            jitter_floor: self.parameters.jitter_floor.duration(),
            jitter_ceiling: self.parameters.jitter_ceiling.duration(),
            ..config
        };
        self.engine = Some(self.maker.make(now, config, self.seed.derive("session")));
        for address in sockets {
            self.command(now, Command::AddLocalAddress(*address));
        }
        self.command(now, Command::EndOfLocalAddresses);
        if self.side == Side::Caller || self.parameters.offers_at_once {
            self.offer(now);
        }
    }

    /// Hands to the session what the other side said through the server.
    pub fn feed_session(&mut self, now: Time, event: signaling::Event) {
        match event {
            signaling::Event::RemoteDescription { kind, sdp } => {
                self.take_description(now, kind, &sdp);
            }
            signaling::Event::RemoteCandidate(candidate) => {
                self.command(now, Command::AddRemoteCandidate(candidate));
            }
            _ => {}
        }
    }

    /// Offers that cross are resolved as in the "perfect negotiation" of the W3C's WebRTC, section
    /// 10.7: the called is polite and gives way, the caller passes the other's offer over.
    fn take_description(&mut self, now: Time, kind: DescriptionKind, sdp: &str) {
        let is_offer = kind == DescriptionKind::Offer;
        if is_offer && self.offers.is_outstanding {
            if self.side == Side::Caller || !self.command(now, Command::Rollback) {
                return;
            }
            self.offers.is_outstanding = false;
            self.offers.is_wanted = true;
        }
        if self.command(now, Command::SetRemoteDescription { kind, sdp }) {
            self.offers.is_outstanding &= is_offer;
        }
        if !self.offers.is_outstanding && std::mem::take(&mut self.offers.is_wanted) {
            self.offer(now);
        }
    }

    /// Offers anew, now or when no offer is outstanding any more.
    pub fn offer(&mut self, now: Time) {
        match self.command(now, Command::CreateOffer) {
            true => self.offers.is_outstanding = true,
            false => self.offers.is_wanted = true,
        }
    }

    /// Wants another direction of its video and offers anew.
    pub fn change_direction(&mut self, now: Time, direction: Direction) {
        self.command(now, Command::SetDirection { media: Peer::VIDEO, direction });
        self.offer(now);
    }

    /// A command to the session; whether it was done. One that it refuses is one that a user would see
    /// refused.
    pub fn command(&mut self, now: Time, command: Command<'_>) -> bool {
        let Some(engine) = &mut self.engine else {
            return false;
        };
        self.has_closed |= matches!(command, Command::Close);
        self.restarts += u32::from(matches!(command, Command::RestartIce));
        engine.handle(now, Input::Command(command)).is_ok()
    }

    /// Does what an application does when its session has told `event`, other than to send
    /// something through the server.
    pub fn follow_session(&mut self, now: Time, event: &Event) {
        match event {
            Event::Connected => {
                self.is_connected = true;
                self.has_connected = true;
                self.begin_filming(now);
            }
            Event::KeyFrameRequested { .. } => self.want_key_frame(),
            Event::IceConnected => self.restarts_at = None,
            Event::IceDisconnected | Event::IceFailed => self.plan_restart(now),
            Event::ClosedByPeer | Event::FingerprintMismatch | Event::DtlsFailed(_) => {
                self.hang_up(now);
            }
            _ => {}
        }
    }

    fn plan_restart(&mut self, now: Time) {
        let may = self.parameters.restarts_ice && self.side == Side::Caller && self.is_connected;
        if may && self.restarts_at.is_none() {
            self.restarts_at = Some(now + Client::PATIENCE);
        }
    }

    /// Restarts ICE and offers anew.
    pub fn restart_ice(&mut self, now: Time) {
        self.command(now, Command::RestartIce);
        self.offer(now);
    }

    /// The decoder asks for a key frame.
    pub fn request_key_frame(&mut self, now: Time) {
        self.command(now, Command::RequestKeyFrame { media: Peer::VIDEO });
    }

    /// Ends the session.
    pub fn hang_up(&mut self, now: Time) {
        self.is_connected = false;
        self.end_filming();
        self.restarts_at = None;
        self.command(now, Command::Close);
    }
}
