//! The codec's threads of a client, and what passes between them and its loop.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use roomrtc_io_mio::{CommandRefused, CommandSender};
use roomrtc_media::encoder::SenderEvent;
use roomrtc_media::h264::AccessUnit;
use roomrtc_media::picture::PictureFeed;
use roomrtc_media::time::WallTime;
use roomrtc_media::{VideoReceiver, VideoSender};

use super::codec_counters::CodecCounters;
use super::decoded_pictures::DecodedPictures;
use super::files::Files;
use super::recorder::Recorder;
use super::{
    CallEnd, CallSummary, ClientCommand, ClientEvent, EventSender, FinishedCall, MediaSettings,
    SourceFactory,
};
use crate::statistics::CallStatistics;

/// Starts, feeds and ends the media of a client. Nothing here waits for a thread.
#[derive(Debug)]
pub(super) struct MediaLink {
    name: String,
    settings: MediaSettings,
    commands: CommandSender<ClientCommand>,
    events: EventSender,
    sender: Option<VideoSender>,
    /// Whether the user wants pictures to be sent.
    is_camera_on: bool,
    receiver: Option<VideoReceiver>,
    /// The files, for the first call.
    files: Files,
    recorder: Option<Recorder>,
    counters: Arc<CodecCounters>,
    pictures: Arc<DecodedPictures>,
    /// A frame that was encoded found no room: those after it cannot be decoded.
    has_lost_frame: Arc<AtomicBool>,
}

impl MediaLink {
    pub(super) fn new(
        name: &str,
        settings: MediaSettings,
        files: Files,
        commands: CommandSender<ClientCommand>,
        events: EventSender,
    ) -> MediaLink {
        MediaLink {
            name: name.to_owned(),
            settings,
            commands,
            events,
            sender: None,
            is_camera_on: true,
            receiver: None,
            files,
            recorder: None,
            counters: Arc::default(),
            pictures: Arc::default(),
            has_lost_frame: Arc::default(),
        }
    }

    /// Begins to send and to decode. What cannot be started is told, and the call goes on without.
    pub(super) fn start(&mut self) {
        self.counters = Arc::default();
        let (counters, size) = (Arc::clone(&self.counters), self.settings.compared_size);
        self.pictures = Arc::new(DecodedPictures::new(counters, size, self.files.lines.take()));
        self.recorder = self.files.video.take();
        self.show_nothing();
        let started = self.start_receiver().and_then(|()| self.start_sender());
        if let Err(error) = started {
            let text = format!("the video cannot be started: {error}");
            self.events.tell(ClientEvent::VideoFault(text));
        }
    }

    fn start_receiver(&mut self) -> io::Result<()> {
        let (commands, events) = (self.commands.clone(), self.events.clone());
        let (pictures, failed) = (Arc::clone(&self.pictures), Arc::clone(&self.pictures));
        let ask = move |error| {
            tracing::debug!(%error, "a key frame is needed");
            if let Some(text) = failed.note_error(&error) {
                events.tell(ClientEvent::VideoFault(text));
            }
            // A full queue is that of a loop which will hear the same of its next frames.
            let _ = commands.send(ClientCommand::RequestKeyFrame);
        };
        let (shown, events, mut is_first) =
            (self.settings.remote.clone(), self.events.clone(), true);
        let show = move |picture: &Arc<_>, is_key_frame, measured: &_| {
            pictures.note(picture, is_key_frame, measured);
            shown.iter().for_each(|feed| feed.put(Arc::clone(picture)));
            if std::mem::take(&mut is_first) {
                events.tell(ClientEvent::FirstPicture);
            }
        };
        let (clock, reference) = (self.settings.clock, self.settings.reference.take());
        let receiver = VideoReceiver::start(&self.name, clock, reference, ask, show)?;
        self.receiver = Some(receiver);
        Ok(())
    }

    fn start_sender(&mut self) -> io::Result<()> {
        let (commands, events) = (self.commands.clone(), self.events.clone());
        let (has_lost_frame, counters) =
            (Arc::clone(&self.has_lost_frame), Arc::clone(&self.counters));
        let sink = move |event| match event {
            SenderEvent::Frame(frame) => {
                counters.note_encoded(&frame);
                let sent = commands.send(ClientCommand::SendFrame(frame));
                if sent == Err(CommandRefused::Full) {
                    has_lost_frame.store(true, Ordering::Relaxed);
                }
            }
            SenderEvent::SourceOpened(source) => {
                counters.note_source(source.size);
                tell(&events, SenderEvent::SourceOpened(source));
            }
            other => tell(&events, other),
        };
        let (clock, encoder) = (self.settings.clock, self.settings.encoder);
        let own = self.settings.own.clone();
        let sender = VideoSender::prepare(&self.name, clock, encoder, own, sink)?;
        sender.set_on(self.is_camera_on);
        if let Some(source) = &self.settings.source {
            sender.switch(Some(source.opener()));
        }
        self.sender = Some(sender);
        Ok(())
    }

    /// Sends pictures of something else from now on, or of nothing.
    pub(super) fn switch_source(&mut self, source: Option<SourceFactory>) {
        if let Some(sender) = &self.sender {
            sender.switch(source.as_ref().map(SourceFactory::opener));
        }
        self.settings.source = source;
    }

    /// Makes up for a frame that found no room on its way to the loop.
    pub(super) fn repair(&self) {
        if self.has_lost_frame.swap(false, Ordering::Relaxed) {
            self.encode_key_frame();
        }
    }

    pub(super) fn encode_key_frame(&self) {
        if let Some(sender) = &self.sender {
            sender.request_key_frame();
        }
    }

    /// Divides the pictures sent into NAL units of at most so many bytes.
    pub(super) fn limit_nal_units(&self, most_bytes: u32) {
        if let Some(sender) = &self.sender {
            sender.limit_nal_units(most_bytes);
        }
    }

    /// Stops or resumes the pictures sent.
    pub(super) fn turn_camera(&mut self, is_on: bool) {
        self.is_camera_on = is_on;
        if let Some(sender) = &self.sender {
            sender.set_on(is_on);
        }
    }

    /// Hands a received frame to the decoder, and to the file. Returns false where the decoder
    /// needs a key frame instead.
    pub(super) fn decode(&mut self, unit: AccessUnit) -> bool {
        if let Some(recorder) = &mut self.recorder {
            recorder.record(unit.data.clone());
        }
        self.receiver.as_ref().is_none_or(|receiver| receiver.submit(unit).is_ok())
    }

    /// What is measured of the call now.
    pub(super) fn statistics(&self, summary: Option<&CallSummary>) -> CallStatistics {
        let mut counts = self.counters.counts();
        if let Some(report) = self.receiver.as_ref().map(VideoReceiver::report) {
            (counts.freezes, counts.frozen) = (report.freezes, report.frozen);
        }
        let session = summary.map(|summary| &summary.statistics);
        CallStatistics::of(self.settings.clock.now(), session, &counts)
    }

    /// Hands the threads of the call that is over to somebody who may wait for them.
    pub(super) fn finish(
        &mut self,
        end: CallEnd,
        summary: Box<CallSummary>,
        loop_cpu: Duration,
    ) -> FinishedCall {
        let lasted = u64::try_from(summary.lasted.as_micros()).unwrap_or(u64::MAX);
        let now = self.settings.clock.now();
        if let Some(sender) = &self.sender {
            // The camera is let go of before anybody gets to end the threads.
            sender.switch(None);
        }
        self.show_nothing();
        FinishedCall {
            end,
            summary,
            name: self.name.clone(),
            began: WallTime::from_micros(now.as_micros().saturating_sub(lasted)),
            ended: now,
            sender: self.sender.take(),
            receiver: self.receiver.take(),
            recorder: self.recorder.take(),
            counters: Arc::clone(&self.counters),
            pictures: Arc::clone(&self.pictures),
            loop_cpu,
        }
    }

    fn show_nothing(&self) {
        let MediaSettings { own, remote, .. } = &self.settings;
        own.iter().chain(remote).for_each(PictureFeed::clear);
    }
}

fn tell(events: &EventSender, event: SenderEvent) {
    events.tell(match event {
        SenderEvent::SourceOpened(source) => {
            tracing::info!(source = source.description, "sending");
            ClientEvent::SourceOpened(source.size)
        }
        SenderEvent::SourceNotOpened(error) => ClientEvent::SourceNotOpened(error),
        SenderEvent::SourceFailed(error) => ClientEvent::SourceFailed(error),
        SenderEvent::SourceClosed => ClientEvent::SourceClosed,
        SenderEvent::EncoderFailed(error) => ClientEvent::VideoFault(error.to_string()),
        other => return tracing::debug!(?other, "encoder"),
    });
}
