//! What a seat's desktop and client want done.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_io_mio::StreamSecurity;
use roomrtc_media::encoder::EncodedFrame;
use roomrtc_media::picture::PictureSize;
use roomrtc_media::time::WallTime;

use super::{Seat, World};
use crate::client::{ClientCommand, ClientEvent, Effect, ServerAddress};
use crate::desktop::{DesktopEffect, News, SourceChoice};
use crate::statistics::{CallStatistics, MediaCounts};

/// The time from one frame to the next.
const FRAME: Duration = Duration::from_millis(40);

impl Seat {
    /// Carries out what the desktop and the client want. Says whether there was anything.
    pub(super) fn serve(&mut self, now: Time) -> bool {
        let mut is_busy = false;
        while let Some(effect) = self.desktop.poll_effect() {
            is_busy = true;
            self.carry_out(now, effect);
        }
        while let Some(effect) = self.client.poll_effect() {
            is_busy = true;
            self.carry_out_for_client(now, effect);
        }
        if self.client.is_finished() && self.stream.is_none() && !self.is_over {
            (self.is_over, is_busy) = (true, true);
            self.desktop.hear(now, News::Client(ClientEvent::Ended));
        }
        is_busy
    }

    fn carry_out(&mut self, now: Time, effect: DesktopEffect) {
        match effect {
            DesktopEffect::Command(ClientCommand::TurnCamera(is_on)) => self.is_camera_on = is_on,
            DesktopEffect::Command(command) => self.client.handle_command(now, command),
            DesktopEffect::Connect { server, security } => self.connect(now, server, security),
            DesktopEffect::ChooseSource(choice) => {
                self.source = choice;
                if self.next_frame.is_some() {
                    self.open_source(now);
                }
            }
            other => self.wanted.push(other),
        }
    }

    /// Names end in `.example` here, or are those of this machine.
    fn connect(&mut self, now: Time, server: String, security: StreamSecurity) {
        if server.contains(".example:") || server == World::LOCAL {
            let address = "192.0.2.200:7000".parse().expect("an address");
            let server = ServerAddress { address, security };
            self.client.handle_command(now, ClientCommand::Connect(server));
        } else {
            self.desktop.hear(now, News::ServerNameUnknown { server });
        }
    }

    /// The camera, a screen or whatever is opened.
    fn open_source(&mut self, now: Time) {
        let size = PictureSize::new(640, 360).expect("a size");
        let news = match self.source {
            SourceChoice::Nothing => return,
            SourceChoice::AnyCamera | SourceChoice::Camera(_) => self.camera.map(|()| size),
            _ => Ok(size),
        };
        self.desktop.hear(now, News::Source(news));
    }

    fn carry_out_for_client(&mut self, now: Time, effect: Effect) {
        match effect {
            Effect::Tell(event) => self.desktop.hear(now, News::Client(event)),
            Effect::StartMedia => {
                self.counts = MediaCounts::default();
                self.next_frame = Some(now);
                self.open_source(now);
            }
            Effect::Measure(summary) => {
                let at = WallTime::from_micros(now.as_micros());
                let session = summary.as_ref().map(|summary| &summary.statistics);
                let all = Box::new(CallStatistics::of(at, session, &self.counts));
                self.desktop.hear(now, News::Client(ClientEvent::Statistics(all)));
            }
            Effect::Decode(_) => {
                self.counts.frames_decoded += 1;
                if self.counts.frames_decoded == 1 {
                    self.desktop.hear(now, News::FirstPicture);
                }
            }
            Effect::StopMedia { end, summary } => {
                self.next_frame = None;
                self.desktop.hear(now, News::CallOver { end, summary });
            }
            Effect::EncodeKeyFrame
            | Effect::LimitNalUnits(_)
            | Effect::SwitchSource(_)
            | Effect::TurnCamera(_) => {}
        }
    }

    /// Sends a frame if it is time and there is anything to send.
    pub(super) fn send_frame(&mut self, now: Time) {
        if self.next_frame.is_none_or(|at| at > now) {
            return;
        }
        self.next_frame = Some(now + FRAME);
        let is_camera = self.source.is_camera();
        let gives = self.source != SourceChoice::Nothing && (!is_camera || self.camera.is_ok());
        if gives && self.is_camera_on {
            self.counts.frames_encoded += 1;
            let frame_number = u32::try_from(self.counts.frames_encoded).expect("few frames");
            let capture_time = WallTime::from_micros(now.as_micros());
            let parameter_sets = [0, 0, 0, 1, 0x67, 66, 224, 31, 9, 0, 0, 0, 1, 0x68, 9];
            let data = [&parameter_sets[..], &[0, 0, 0, 1, 0x65], &[99; 600]].concat();
            let frame = EncodedFrame { data, is_key_frame: true, frame_number, capture_time };
            self.client.handle_command(now, ClientCommand::SendFrame(frame));
        }
    }

    /// The camera fails, or is pulled out.
    pub fn lose_camera(&mut self, now: Time, problem: crate::desktop::SourceProblem) {
        self.camera = Err(problem);
        self.desktop.hear(now, News::Source(Err(problem)));
    }
}
