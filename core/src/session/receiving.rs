//! Datagrams in: demultiplex, check the path, hand to the engine.

use std::net::SocketAddr;

use super::{Datagram, DropReason, PacketKind, Peer, Phase};
use crate::ice;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::srtp::UnprotectError;

impl Peer {
    pub(super) fn receive(&mut self, datagram: &Datagram<'_>) {
        let Datagram { local, remote, payload, .. } = *datagram;
        if self.phase == Phase::Closed {
            return self.count_drop(DropReason::Closed);
        }
        match PacketKind::of(payload) {
            Some(PacketKind::Stun) => self.receive_stun(local, remote, payload),
            Some(PacketKind::Dtls) => self.receive_dtls(local, remote, payload),
            Some(kind) => self.receive_media(kind, local, remote, payload),
            None => self.count_drop(DropReason::UnknownProtocol),
        }
    }

    /// Checks measure the round-trip time, which media goes by until RTCP has measured it.
    fn receive_stun(&mut self, local: SocketAddr, remote: SocketAddr, payload: &[u8]) {
        self.ice.handle_datagram(self.now, local, remote, payload);
        if let Some(round_trip) = self.ice.round_trip_time() {
            self.media.set_round_trip_time(round_trip.smoothed);
        }
    }

    /// DTLS is accepted over a validated path only. What comes before the other side's description
    /// says who it must be is kept.
    pub(super) fn receive_dtls(&mut self, local: SocketAddr, remote: SocketAddr, payload: &[u8]) {
        if !self.ice.accepts(local, remote) && !is_planted(PlantedBug::AcceptDtlsFromAnywhere) {
            return self.count_drop(DropReason::UnvalidatedPath);
        }
        match &mut self.dtls {
            Some(dtls) => dtls.handle_datagram(self.now, payload),
            None if self.early_dtls.keep(local, remote, payload) => {}
            None => self.count_drop(DropReason::TooEarly),
        }
    }

    fn receive_media(
        &mut self,
        kind: PacketKind,
        local: SocketAddr,
        remote: SocketAddr,
        payload: &[u8],
    ) {
        if !self.ice.accepts(local, remote) && !is_planted(PlantedBug::AcceptMediaFromAnywhere) {
            return self.count_drop(DropReason::UnvalidatedPath);
        }
        if self.srtp.is_some() {
            return self.open_media(kind, payload);
        }
        if is_planted(PlantedBug::DropEarlyMedia) || !self.early_media.keep(local, remote, payload)
        {
            self.count_drop(DropReason::TooEarly);
        }
    }

    /// Authenticates and decrypts a packet and hands it to the media engine.
    pub(super) fn open_media(&mut self, kind: PacketKind, payload: &[u8]) {
        let Some(srtp) = &mut self.srtp else { return };
        self.opened.clear();
        self.opened.extend_from_slice(payload);
        let opened = match kind {
            PacketKind::Rtcp => srtp.receiver.unprotect_rtcp(&mut self.opened),
            _ => srtp.receiver.unprotect_rtp(&mut self.opened),
        };
        match opened {
            Ok(()) if kind == PacketKind::Rtcp => {
                self.media.handle_rtcp(self.now, &self.opened);
            }
            Ok(()) => self.media.handle_rtp(self.now, &mut self.opened),
            Err(error) => self.count_drop(reason(error)),
        }
    }

    /// Whether anything may be sent to the other side now: there is a path with consent.
    pub(super) fn path(&self) -> Option<ice::SelectedPair> {
        self.ice.selected()
    }
}

/// The composer's reason for what SRTP refused.
fn reason(error: UnprotectError) -> DropReason {
    match error {
        UnprotectError::Authentication => DropReason::SrtpAuthentication,
        UnprotectError::Replayed => DropReason::SrtpReplay,
        _ => DropReason::SrtpMalformed,
    }
}
