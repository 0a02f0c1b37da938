//! A client's camera.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::{CandidateInit, Command, Input, OutgoingFrame, Peer};
use xxhash_rust::xxh3::xxh3_64;

use super::Client;
use crate::media::SentFrame;

impl Client {
    /// Ticks a second of the clock of video, RFC 6184 section 8.2.1.
    const VIDEO_CLOCK: u64 = 90_000;

    /// The time between two frames.
    pub fn frame_interval(&self) -> Duration {
        Duration::from_secs(1) / self.parameters.media.frame_rate.max(1)
    }

    /// The camera begins.
    pub fn begin_filming(&mut self, now: Time) {
        if self.parameters.media.sends && self.camera.since.is_none() {
            self.camera.since = Some(now);
        }
    }

    /// The camera ends.
    pub fn end_filming(&mut self) {
        self.camera.since = None;
    }

    /// Whether the camera runs.
    pub const fn is_filming(&self) -> bool {
        self.camera.since.is_some()
    }

    /// When the next frame is captured.
    pub(super) fn films_at(&self) -> Option<Time> {
        let rate = u64::from(self.parameters.media.frame_rate.max(1));
        let elapsed =
            Duration::from_nanos(self.camera.captured.saturating_mul(1_000_000_000) / rate);
        self.camera.since.map(|since| since + elapsed)
    }

    /// Whether a frame is due at the host's time `now`.
    pub fn is_filming_due(&self, now: Time) -> bool {
        self.films_at().is_some_and(|at| at <= now)
    }

    /// Captures a frame at the world's time `world` and the host's time `now`, and gives it to the
    /// engine. What became of it can be seen in [`super::Camera::sent`]. Says whether the engine took it.
    pub fn film(&mut self, world: Time, now: Time) -> bool {
        let Some(engine) = &mut self.engine else {
            return false;
        };
        let rate = u64::from(self.parameters.media.frame_rate.max(1));
        let timestamp = (self.camera.captured * Client::VIDEO_CLOCK / rate) as u32;
        let camera = &mut self.camera;
        let (number, mut data) = (camera.frames_sent, std::mem::take(&mut camera.buffer));
        data.clear();
        let is_key_frame = camera.source.next_frame(number, camera.wants_key_frame, &mut data);
        camera.captured += 1;
        let frame = OutgoingFrame { media: Peer::VIDEO, timestamp, data: &data };
        let taken = engine.handle(now, Input::Command(Command::SendFrame(frame))).is_ok();
        if taken {
            camera.wants_key_frame &= !is_key_frame;
            camera.frames_sent += 1;
            let (length, digest) = (data.len(), xxh3_64(&data));
            let captured = world;
            let sent = SentFrame { number, captured, timestamp, is_key_frame, length, digest };
            camera.sent.push(sent);
        } else {
            camera.frames_refused += 1;
        }
        camera.buffer = data;
        taken
    }

    /// The other side asks for a key frame: the next one is.
    pub fn want_key_frame(&mut self) {
        self.camera.wants_key_frame = true;
    }
}

impl Client {
    /// How long the next candidate is held back, once for each time that it is sent. That there are
    /// no more is said when none can be on its way any more: RFC 8838 section 13.
    pub fn draw_trickle(&mut self, candidate: &CandidateInit) -> Vec<Duration> {
        let trickle = &self.parameters.trickle;
        let (least, most) = (trickle.least_delay.as_nanos(), trickle.greatest_delay.as_nanos());
        if candidate.candidate.trim().is_empty() {
            return vec![Duration::from_nanos(most.max(least))];
        }
        let copies = 1 + usize::from(self.trickle.below(100) < u64::from(trickle.duplicates));
        (0..copies)
            .map(|_| least + self.trickle.below(most.saturating_sub(least) + 1))
            .map(Duration::from_nanos)
            .collect()
    }
}
