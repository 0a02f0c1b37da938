//! The codec's threads of a client, and what passes between them and its loop.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use roomrtc_io_mio::{CommandRefused, CommandSender};
use roomrtc_media::encoder::SenderEvent;
use roomrtc_media::h264::AccessUnit;
use roomrtc_media::time::WallTime;
use roomrtc_media::{VideoReceiver, VideoSender};

use super::codec_counters::CodecCounters;
use super::decoded_pictures::DecodedPictures;
use super::files::Files;
use super::recorder::Recorder;
use super::{
    CallEnd, CallSummary, ClientCommand, ClientEvent, EventSender, FinishedCall, MediaSettings,
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
        let counters = Arc::new(CodecCounters::default());
        let (kept, size) = (Arc::clone(&counters), settings.compared_size);
        MediaLink {
            name: name.to_owned(),
            settings,
            commands,
            events,
            sender: None,
            is_camera_on: true,
            receiver: None,
            recorder: files.video,
            counters,
            pictures: Arc::new(DecodedPictures::new(kept, size, files.lines)),
            has_lost_frame: Arc::default(),
        }
    }

    /// Begins to send and to decode. What cannot be started is told, and the call goes on without.
    pub(super) fn start(&mut self) {
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
        let (clock, reference) = (self.settings.clock, self.settings.reference.take());
        self.receiver = Some(VideoReceiver::start(
            &self.name,
            clock,
            reference,
            ask,
            move |picture, is_key_frame, measured| pictures.note(picture, is_key_frame, measured),
        )?);
        Ok(())
    }

    fn start_sender(&mut self) -> io::Result<()> {
        let Some(source) = self.settings.source.take() else {
            return Ok(());
        };
        tracing::info!(client = self.name, source = source.description(), "sending");
        let (commands, events) = (self.commands.clone(), self.events.clone());
        let (has_lost_frame, counters) =
            (Arc::clone(&self.has_lost_frame), Arc::clone(&self.counters));
        counters.note_source(source.size());
        let sink = move |event| match event {
            SenderEvent::Frame(frame) => {
                counters.note_encoded(&frame);
                let sent = commands.send(ClientCommand::SendFrame(frame));
                if sent == Err(CommandRefused::Full) {
                    has_lost_frame.store(true, Ordering::Relaxed);
                }
            }
            other => tell(&events, &other),
        };
        let (clock, encoder) = (self.settings.clock, self.settings.encoder);
        let sender = VideoSender::start(&self.name, clock, source, encoder, sink)?;
        sender.set_on(self.is_camera_on);
        self.sender = Some(sender);
        Ok(())
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
}

fn tell(events: &EventSender, event: &SenderEvent) {
    let text = match event {
        SenderEvent::EncoderFailed(error) => error.to_string(),
        SenderEvent::SourceFailed(error) => error.to_string(),
        other => return tracing::debug!(?other, "encoder"),
    };
    events.tell(ClientEvent::VideoFault(text));
}
