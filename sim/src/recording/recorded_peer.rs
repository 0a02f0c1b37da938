//! A session that may be recorded.

use roomrtc_core::base::{Deadline, SessionSeed, Time};
use roomrtc_core::crypto::Certificate;
use roomrtc_core::ice::Candidate;
use roomrtc_core::session::{
    CommandError, Event, Input, KeyLog, Peer, PeerConfig, ReceivedFrame, ReceivedPacket,
    Statistics, Transmit,
};

use super::{Disclosure, PollKind, Recorder};

/// A [`Peer`] behind the same face, every input and output of which is written down if it is
/// recorded.
///
/// The bytes of the recording gather here until [`RecordedPeer::take_chunks`] is called, which is
/// to be done after every few inputs. A panic in the session leaves what led to it to be taken
/// with [`RecordedPeer::break_off`].
#[derive(Debug)]
pub struct RecordedPeer {
    peer: Peer,
    recorder: Option<Box<Recorder>>,
    /// The last bytes of a recording that has ended by itself.
    left: Option<Vec<u8>>,
}

impl RecordedPeer {
    /// A session that is not recorded.
    pub fn unrecorded(config: PeerConfig, seed: impl Into<SessionSeed>, now: Time) -> RecordedPeer {
        RecordedPeer { peer: Peer::new(config, seed, now), recorder: None, left: None }
    }

    /// A session that is recorded as number `session` of a file, as that of `name`. The witness
    /// of `config`, if it has one, makes way for the recorder's.
    pub fn recorded(
        session: u16,
        name: &str,
        disclosure: Disclosure,
        config: PeerConfig,
        seed: impl Into<SessionSeed>,
        now: Time,
    ) -> RecordedPeer {
        let (recorder, peer) = Recorder::begin(session, name, disclosure, config, seed.into(), now);
        RecordedPeer { peer, recorder: Some(Box::new(recorder)), left: None }
    }

    /// [`Peer::handle`]. An input of more than 16 MiB ends the recording.
    ///
    /// # Errors
    /// Those of [`Peer::handle`].
    pub fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError> {
        if self.recorder.is_some() && !Recorder::takes(&input) {
            self.left = self.finish();
        }
        let Some(recorder) = &mut self.recorder else {
            return self.peer.handle(now, input);
        };
        recorder.input(now, &input, &self.peer);
        let result = self.peer.handle(now, input);
        if let Err(error) = &result {
            recorder.outputs.note_refusal(error);
        }
        result
    }

    /// [`Peer::poll_event`].
    pub fn poll_event(&mut self) -> Option<Event> {
        self.prepare_poll();
        let event = self.peer.poll_event();
        if let Some(recorder) = &mut self.recorder {
            match &event {
                None => recorder.outputs.note_nothing(PollKind::Event),
                Some(event) => recorder.outputs.note_event(event),
            }
        }
        event
    }

    /// [`Peer::poll_frame`].
    pub fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame> {
        self.prepare_poll();
        let start = buffer.len();
        let frame = self.peer.poll_frame(buffer);
        if let Some(recorder) = &mut self.recorder {
            let content = recorder.content;
            match &frame {
                None => recorder.outputs.note_nothing(PollKind::Frame),
                Some(frame) => recorder.outputs.note_frame(frame, &buffer[start..], content),
            }
        }
        frame
    }

    /// [`Peer::poll_packet`].
    pub fn poll_packet(&mut self, packet: &mut Vec<u8>) -> Option<ReceivedPacket> {
        self.prepare_poll();
        let received = self.peer.poll_packet(packet);
        if let Some(recorder) = &mut self.recorder {
            let content = recorder.content;
            match &received {
                None => recorder.outputs.note_nothing(PollKind::Packet),
                Some(received) => recorder.outputs.note_packet(received, packet, content),
            }
        }
        received
    }

    /// [`Peer::poll_transmit`].
    pub fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit> {
        self.prepare_poll();
        let start = buffer.len();
        let transmit = self.peer.poll_transmit(buffer);
        if let Some(recorder) = &mut self.recorder {
            let content = recorder.content;
            match &transmit {
                None => recorder.outputs.note_nothing(PollKind::Transmit),
                Some(sent) => recorder.outputs.note_transmit(sent, &buffer[start..], content),
            }
        }
        transmit
    }

    fn prepare_poll(&mut self) {
        if let Some(recorder) = &mut self.recorder {
            recorder.poll(&self.peer);
        }
    }

    /// [`Peer::deadline`].
    pub fn deadline(&self) -> Option<Deadline> {
        self.peer.deadline()
    }

    /// [`Peer::certificate`].
    pub fn certificate(&self) -> &Certificate {
        self.peer.certificate()
    }

    /// [`Peer::local_candidates`].
    pub fn local_candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.peer.local_candidates()
    }

    /// [`Peer::remote_candidates`].
    pub fn remote_candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.peer.remote_candidates()
    }

    /// [`Peer::statistics`].
    pub fn statistics(&self) -> Statistics {
        self.peer.statistics()
    }

    /// [`Peer::key_log`].
    pub fn key_log(&self) -> Option<KeyLog> {
        self.peer.key_log()
    }

    /// Whether the session is still recorded.
    pub fn is_recorded(&self) -> bool {
        self.recorder.is_some()
    }

    /// The next bytes of the recording, if some are ready.
    pub fn take_chunks(&mut self) -> Option<Vec<u8>> {
        self.left.take().or_else(|| self.recorder.as_mut()?.take_chunks())
    }

    /// Ends the recording: its last bytes. The session goes on unrecorded.
    pub fn finish(&mut self) -> Option<Vec<u8>> {
        let mut recorder = self.recorder.take()?;
        recorder.end(&self.peer, &self.peer.statistics());
        recorder.take_chunks()
    }

    /// Ends the recording in haste, in the middle of a step: what there is of it. The session,
    /// which may be broken, is not touched.
    pub fn break_off(&mut self) -> Option<Vec<u8>> {
        let mut recorder = self.recorder.take()?;
        recorder.break_off();
        recorder.take_chunks()
    }
}
