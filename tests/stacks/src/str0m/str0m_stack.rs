//! One end of str0m.

use std::net::SocketAddr;
use std::time::Instant;

use roomrtc_core::sdp;
use roomrtc_core::session::PeerConfig;
use str0m::change::{SdpAnswer, SdpOffer, SdpPendingOffer};
use str0m::format::Codec;
use str0m::media::{Direction, KeyframeRequestKind, MediaKind, MediaTime, Mid, Pt};
use str0m::net::{Protocol, Receive};
use str0m::{Candidate as Str0mCandidate, Input, Rtc};

use crate::engine::{Candidate, ForeignStack, Told};

/// One end of str0m.
pub struct Str0mStack {
    pub(super) rtc: Rtc,
    direction: Direction,
    offers_everything: bool,
    pending: Option<SdpPendingOffer>,
    pub(super) video: Option<Mid>,
    payload_type: Option<Pt>,
    /// Whether it was told to close.
    pub(super) is_closing: bool,
    /// What went wrong, if it was not told yet.
    pub(super) failure: Option<String>,
}

impl std::fmt::Debug for Str0mStack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Str0mStack").field("rtc", &self.rtc).finish_non_exhaustive()
    }
}

impl Str0mStack {
    /// An end that begins at `start`.
    pub fn new(start: Instant, config: &PeerConfig, offers_everything: bool) -> Str0mStack {
        // Its target is one for payloads: RTP headers with their extensions come on top, and with a
        // target of 1,200 its packets of video have 1,220 bytes. Its own default is 1,150, and keeps
        // below what we ask for.
        Str0mStack {
            rtc: Rtc::builder().build(start),
            direction: match config.video {
                sdp::Direction::SendReceive => Direction::SendRecv,
                sdp::Direction::SendOnly => Direction::SendOnly,
                sdp::Direction::ReceiveOnly => Direction::RecvOnly,
                sdp::Direction::Inactive => Direction::Inactive,
            },
            offers_everything,
            pending: None,
            video: None,
            payload_type: None,
            is_closing: false,
            failure: None,
        }
    }

    fn input(&mut self, input: Input<'_>) {
        if let Err(error) = self.rtc.handle_input(input) {
            self.fail(error.to_string());
        }
    }

    pub(super) fn fail(&mut self, reason: String) {
        self.failure.get_or_insert(reason);
        self.rtc.disconnect();
    }

    /// H.264 as it was agreed, in packetization mode 1 where there is a choice.
    fn agreed_payload_type(&mut self, video: Mid) -> Option<Pt> {
        let writer = self.rtc.writer(video)?;
        let agreed = writer.payload_params().filter(|own| own.spec().codec == Codec::H264);
        let best = agreed.max_by_key(|own| own.spec().format.packetization_mode);
        best.map(|own| own.pt())
    }
}

impl ForeignStack for Str0mStack {
    fn add_local_candidate(&mut self, candidate: &Candidate) {
        let made = match candidate.reflexive {
            None => Str0mCandidate::host(candidate.base, "udp"),
            Some(seen) => Str0mCandidate::server_reflexive(seen, candidate.base, "udp"),
        };
        if let Ok(made) = made {
            self.rtc.add_local_candidate(made);
        }
    }

    fn create_offer(&mut self, _now: Instant, restarts: bool) -> Result<String, String> {
        let mut change = self.rtc.sdp_api();
        if self.video.is_none() {
            if self.offers_everything {
                change.add_media(MediaKind::Audio, Direction::SendRecv, None, None, None);
            }
            let video = change.add_media(MediaKind::Video, self.direction, None, None, None);
            self.video = Some(video);
            if self.offers_everything {
                change.add_channel("data".to_owned());
            }
        }
        if restarts {
            change.ice_restart(true);
        }
        let (offer, pending) = change.apply().ok_or("nothing changes")?;
        self.pending = Some(pending);
        Ok(offer.to_sdp_string())
    }

    fn accept_offer(&mut self, _now: Instant, sdp: &str) -> Result<String, String> {
        let offer = SdpOffer::from_sdp_string(sdp).map_err(|error| error.to_string())?;
        let answer = self.rtc.sdp_api().accept_offer(offer).map_err(|error| error.to_string())?;
        Ok(answer.to_sdp_string())
    }

    fn accept_answer(&mut self, _now: Instant, sdp: &str) -> Result<(), String> {
        let answer = SdpAnswer::from_sdp_string(sdp).map_err(|error| error.to_string())?;
        let pending = self.pending.take().ok_or("there is no offer")?;
        let accepted = self.rtc.sdp_api().accept_answer(pending, answer);
        accepted.map_err(|error| error.to_string())
    }

    fn add_remote_candidate(&mut self, candidate: &str) -> Result<(), String> {
        let read = Str0mCandidate::from_sdp_string(candidate);
        self.rtc.add_remote_candidate(read.map_err(|error| error.to_string())?);
        Ok(())
    }

    fn send_frame(&mut self, now: Instant, timestamp: u32, data: &[u8]) -> Result<(), String> {
        let video = self.video.ok_or("there is no video")?;
        if self.payload_type.is_none() {
            self.payload_type = self.agreed_payload_type(video);
        }
        let payload_type = self.payload_type.ok_or("H.264 was not agreed on")?;
        let writer = self.rtc.writer(video).ok_or("there is no writer")?;
        let time = MediaTime::from_90khz(timestamp.into());
        writer.write(payload_type, now, time, data).map_err(|error| error.to_string())?;
        self.input(Input::Timeout(now));
        Ok(())
    }

    fn request_key_frame(&mut self, now: Instant) {
        if let Some(mut writer) = self.video.and_then(|video| self.rtc.writer(video)) {
            // It refuses while it has heard no source: then there is nobody to ask.
            let _no_source = writer.request_keyframe(None, KeyframeRequestKind::Pli);
        }
        self.input(Input::Timeout(now));
    }

    fn receive(&mut self, now: Instant, local: SocketAddr, remote: SocketAddr, payload: &[u8]) {
        // What is no datagram of WebRTC is for nobody.
        let Ok(contents) = payload.try_into() else { return };
        let (source, destination) = (remote, local);
        let receive = Receive { proto: Protocol::Udp, source, destination, contents };
        let input = Input::Receive(now, receive);
        if self.rtc.accepts(&input) {
            self.input(input);
        }
    }

    fn tick(&mut self, now: Instant) {
        self.input(Input::Timeout(now));
    }

    fn drain(&mut self, _now: Instant, told: &mut Vec<Told>) -> Option<Instant> {
        self.hear(told)
    }

    fn close(&mut self, _now: Instant) {
        self.is_closing = true;
        if let Err(error) = self.rtc.close() {
            self.fail(error.to_string());
        }
    }
}
