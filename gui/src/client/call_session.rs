//! The session of one call.

use std::net::SocketAddr;

use roomrtc_core::base::{Deadline, Seed, Time};
use roomrtc_core::codec::h264::PacketizeError;
use roomrtc_core::media::SendError;
use roomrtc_core::session::{
    Command, CommandError, Datagram, Event, Input, OutgoingFrame, PeerConfig, Transmit,
};
use roomrtc_io_mio::{CertificateFingerprint, LocalAddress};
use roomrtc_media::encoder::EncodedFrame;
use roomrtc_media::h264::AccessUnit;
use roomrtc_media::time::WallTime;
use roomrtc_sim::recording::RecordedPeer;

use super::tried_ways::{self, TriedWays};
use super::{CallEnd, CallSummary};
use crate::recording::CallWriter;

/// The video section of a description of ours.
pub(super) const VIDEO: usize = 0;

/// A session, and what a call adds to it: times and counts.
#[derive(Debug)]
pub(super) struct CallSession {
    peer: RecordedPeer,
    /// Where it is recorded, while it is.
    recording: Option<CallWriter>,
    /// Why the recording has ended early.
    recording_fault: Option<String>,
    began: Time,
    connected_at: Option<Time>,
    /// Whether an offer has found an answer.
    is_agreed: bool,
    /// Whether media has begun.
    has_media: bool,
    /// Whether an offer of ours is outstanding.
    has_offered: bool,
    /// Whether the session was told of the local addresses.
    has_addresses: bool,
    /// Whether all local candidates are known.
    is_gathered: bool,
    first_capture: Option<WallTime>,
    frames_sent: u64,
    frames_received: u64,
    /// Whether the other side has ended its stream, and nothing of it came since.
    has_stream_ended: bool,
    end: Option<CallEnd>,
}

impl CallSession {
    /// A session that begins now.
    pub(super) fn begin(
        now: Time,
        config: PeerConfig,
        seed: Seed,
        recording: Option<CallWriter>,
    ) -> CallSession {
        let peer = match &recording {
            None => RecordedPeer::unrecorded(config, seed, now),
            Some(writer) => writer.begin(config, seed, now),
        };
        CallSession {
            peer,
            recording,
            recording_fault: None,
            began: now,
            connected_at: None,
            is_agreed: false,
            has_media: false,
            has_offered: false,
            has_addresses: false,
            is_gathered: false,
            first_capture: None,
            frames_sent: 0,
            frames_received: 0,
            has_stream_ended: false,
            end: None,
        }
    }

    pub(super) fn command(&mut self, now: Time, command: Command<'_>) -> Result<(), CommandError> {
        let offers = matches!(command, Command::CreateOffer);
        let agrees = matches!(command, Command::SetRemoteDescription { .. });
        let settles = agrees || matches!(command, Command::Rollback);
        let done = self.peer.handle(now, Input::Command(command));
        if done.is_ok() {
            self.is_agreed |= agrees;
            self.has_offered = offers || self.has_offered && !settles;
        }
        self.write_down();
        done
    }

    /// Whether media is to begin: it does so once.
    pub(super) fn begins_media(&mut self) -> bool {
        !std::mem::replace(&mut self.has_media, true)
    }

    /// Whether an offer has found an answer, on whichever side.
    pub(super) fn is_agreed(&self) -> bool {
        self.is_agreed
    }

    /// Whether an offer of ours is outstanding.
    pub(super) fn has_offered(&self) -> bool {
        self.has_offered
    }

    /// Takes an offer of ours back, if one is outstanding.
    pub(super) fn roll_back(&mut self, now: Time) {
        if let Err(error) = self.command(now, Command::Rollback) {
            tracing::debug!(%error, "nothing to take back");
        }
    }

    /// Tells the session of the local addresses, unless it knows them: from here on it gathers
    /// candidates. What is told after a description of ours is trickled.
    pub(super) fn gather(&mut self, now: Time, addresses: &[SocketAddr], are_complete: bool) {
        if std::mem::replace(&mut self.has_addresses, true) {
            return;
        }
        for address in addresses {
            self.do_anyway(now, Command::AddLocalAddress(*address));
        }
        if are_complete {
            self.do_anyway(now, Command::EndOfLocalAddresses);
        }
    }

    /// An address came or went while the session knows the others.
    pub(super) fn change_address(&mut self, now: Time, change: LocalAddress) {
        if self.has_addresses {
            let command = match change {
                LocalAddress::Added(address) => Command::AddLocalAddress(address),
                LocalAddress::Removed(address) => Command::RemoveLocalAddress(address),
                LocalAddress::Complete => Command::EndOfLocalAddresses,
            };
            self.do_anyway(now, command);
        }
    }

    pub(super) fn is_gathered(&self) -> bool {
        self.is_gathered
    }

    pub(super) fn request_key_frame(&mut self, now: Time) {
        self.do_anyway(now, Command::RequestKeyFrame { media: VIDEO });
    }

    /// Without a server the time that a person takes to carry descriptions is not the call's.
    pub(super) fn count_from(&mut self, now: Time) {
        self.began = now;
    }

    /// Sends a frame. Returns the most bytes of a NAL unit if it cannot be sent because one has more:
    /// in packetization mode 0 each is a packet of its own, RFC 6184 section 6.2.
    pub(super) fn send_frame(&mut self, now: Time, frame: &EncodedFrame) -> Option<u32> {
        let first = *self.first_capture.get_or_insert(frame.capture_time);
        let timestamp = frame.capture_time.video_ticks_since(first);
        let frame = OutgoingFrame { media: VIDEO, timestamp, data: &frame.data };
        match self.command(now, Command::SendFrame(frame)) {
            Ok(()) => self.frames_sent += 1,
            Err(CommandError::Send(SendError::Packetize(PacketizeError::NalUnitTooLarge {
                most,
                ..
            }))) => return u32::try_from(most).ok(),
            Err(error) => tracing::debug!(%error, "frame not sent"),
        }
        None
    }

    pub(super) fn handle_datagram(&mut self, now: Time, datagram: Datagram<'_>) {
        self.do_input(now, Input::Datagram(datagram));
    }

    pub(super) fn handle_timeout(&mut self, now: Time) {
        self.do_input(now, Input::Tick);
    }

    pub(super) fn poll_event(&mut self, now: Time) -> Option<Event> {
        let event = self.peer.poll_event()?;
        match event {
            Event::Connected => {
                self.connected_at.get_or_insert(now);
            }
            Event::GatheringComplete => self.is_gathered = true,
            Event::SourceEnded { .. } => self.has_stream_ended = true,
            _ => {}
        }
        Some(event)
    }

    /// The next frame to decode.
    pub(super) fn poll_frame(&mut self) -> Option<AccessUnit> {
        let mut data = Vec::new();
        let frame = self.peer.poll_frame(&mut data)?;
        self.frames_received += 1;
        self.has_stream_ended = false;
        Some(AccessUnit { data, is_key_frame: frame.is_key_frame })
    }

    pub(super) fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<Transmit> {
        self.peer.poll_transmit(output)
    }

    pub(super) fn deadline(&self) -> Option<Deadline> {
        self.peer.deadline()
    }

    /// Says goodbye to the other side; the first reason stands.
    pub(super) fn close(&mut self, now: Time, end: CallEnd) {
        if self.end.is_none() {
            self.end = Some(end);
            self.do_anyway(now, Command::Close);
        }
    }

    /// Why it is over, if it is.
    pub(super) fn end(&self) -> Option<&CallEnd> {
        self.end.as_ref()
    }

    /// Why it is over when the other side no longer answers. One that has said BYE and then goes
    /// silent has ended the call, though without `close_notify`.
    pub(super) fn silence(&self) -> CallEnd {
        if self.is_connected() && self.has_stream_ended {
            return CallEnd::There;
        } else if self.is_connected() {
            return CallEnd::Gone;
        }
        let (local, remote) = (self.peer.local_candidates(), self.peer.remote_candidates());
        let tried = TriedWays::new(local, remote, &self.peer.statistics().checks);
        CallEnd::NoWay(tried.to_string())
    }

    /// The fingerprints of this side's certificate and the other's, once the handshake has shown them.
    pub(super) fn fingerprints(&self) -> Option<(CertificateFingerprint, CertificateFingerprint)> {
        let peer = self.peer.statistics().dtls?.peer_fingerprint;
        let peer: [u8; 32] = peer.digest[..].try_into().ok()?;
        let own = CertificateFingerprint::of(self.peer.certificate().der());
        Some((own, CertificateFingerprint::new(peer)))
    }

    pub(super) fn is_connected(&self) -> bool {
        self.connected_at.is_some()
    }

    pub(super) fn summary(&self, now: Time) -> CallSummary {
        CallSummary {
            lasted: now - self.began,
            connected_after: self.connected_at.map(|at| at - self.began),
            frames_sent: self.frames_sent,
            frames_received: self.frames_received,
            statistics: self.peer.statistics(),
            local_candidates: tried_ways::names(self.peer.local_candidates()),
            remote_candidates: tried_ways::names(self.peer.remote_candidates()),
        }
    }

    /// For commands that a session refuses only when it has ended.
    fn do_anyway(&mut self, now: Time, command: Command<'_>) {
        self.do_input(now, Input::Command(command));
    }

    fn do_input(&mut self, now: Time, input: Input<'_>) {
        if let Err(error) = self.peer.handle(now, input) {
            tracing::debug!(%error, "not done by the session");
        }
        self.write_down();
    }

    /// Hands over what is ready of the recording.
    fn write_down(&mut self) {
        if let Some(writer) = &self.recording
            && let Some(chunks) = self.peer.take_chunks()
            && let Err(fault) = writer.write(chunks)
        {
            self.recording = None;
            self.recording_fault = Some(fault);
            // What was not written is of no use.
            let _ = self.peer.break_off();
        }
    }

    /// Why the recording has ended early, once.
    pub(super) fn take_recording_fault(&mut self) -> Option<String> {
        self.recording_fault.take()
    }
}

impl Drop for CallSession {
    /// A session in which the program has panicked is left alone: the recording ends with what led
    /// there.
    fn drop(&mut self) {
        let last =
            if std::thread::panicking() { self.peer.break_off() } else { self.peer.finish() };
        if let Some((writer, chunks)) = self.recording.as_ref().zip(last) {
            // The file says by itself if it has no room.
            let _ = writer.write(chunks);
        }
    }
}
