//! What a stack tells, in our terms.

use roomrtc_core::ice::ConnectionState;
use roomrtc_core::session::{Event, ReceivedFrame};

use super::{ArrivedFrame, ForeignEngine, ForeignStack, Told};

impl<S: ForeignStack> ForeignEngine<S> {
    /// Takes what the stack tells; whether a key frame is to be asked for.
    pub(super) fn hear(&mut self, told: Told) -> bool {
        match told {
            Told::Datagram(datagram) => self.datagrams.push_back(datagram),
            Told::PathUp => self.path(ConnectionState::Connected, Event::IceConnected),
            Told::PathDown => self.path(ConnectionState::Disconnected, Event::IceDisconnected),
            Told::PathFailed => self.path(ConnectionState::Failed, Event::IceFailed),
            Told::Connected => {
                if self.progress.connected_at.is_none() {
                    self.progress.connected_at = Some(self.now);
                    self.events.push_back(Event::Connected);
                }
            }
            Told::Failed(reason) => self.end(Event::DtlsFailed(reason)),
            Told::ClosedByPeer => self.end(Event::ClosedByPeer),
            Told::KeyFrameRequested => self.requests.request(),
            Told::Frame(frame) => return self.take(frame),
        }
        false
    }

    /// Stacks tell each step of theirs, of which some are one to us.
    fn path(&mut self, state: ConnectionState, event: Event) {
        let had_path = self.progress.has_path();
        let is_new = match state {
            ConnectionState::Disconnected => had_path,
            _ => self.progress.ice_state != state,
        };
        if is_new {
            self.progress.ice_state = state;
            self.events.push_back(event);
        }
    }

    fn end(&mut self, event: Event) {
        let is_first = !std::mem::replace(&mut self.progress.has_ended, true);
        if is_first && !self.progress.is_closed {
            self.events.push_back(event);
        }
    }

    /// A frame has come; whether a key frame is to be asked for.
    fn take(&mut self, frame: ArrivedFrame) -> bool {
        let is_key_frame = is_key_frame(&frame.data);
        if is_key_frame && !has_parameter_sets(&frame.data) {
            self.watch.judge(false, false);
            return self.watch.asks(self.now);
        }
        let is_decodable = self.watch.judge(is_key_frame, frame.follows);
        let received = ReceivedFrame {
            media: Self::VIDEO,
            timestamp: frame.timestamp,
            length: frame.data.len(),
            is_key_frame,
            is_decodable,
            first_arrival: self.clock.time(frame.first_arrival),
            last_arrival: self.now,
        };
        self.frames.push_back((received, frame.data));
        self.watch.asks(self.now)
    }
}

/// Whether an access unit in Annex B format has an IDR slice: a NAL unit of type 5, H.264 table 7-1.
pub(super) fn is_key_frame(data: &[u8]) -> bool {
    let mut starts = data.windows(4).filter(|window| window.starts_with(&[0, 0, 1]));
    // Parameter sets come first, and a slice ends the search.
    starts.by_ref().map(|start| start[3] & 0x1f).find(|kind| [1, 5].contains(kind)) == Some(5)
}

/// Whether an access unit begins with a sequence parameter set, as each key frame of ours does. rtc's
/// `SampleBuilder` takes the first packet of a slice for the first of a frame, too: where the packet
/// with the parameter sets is lost or overtaken, it hands over the rest as if that were all.
fn has_parameter_sets(data: &[u8]) -> bool {
    let mut starts = data.windows(4).filter(|window| window.starts_with(&[0, 0, 1]));
    starts.next().map(|start| start[3] & 0x1f) == Some(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_frame_without_its_parameter_sets_is_known() {
        assert!(has_parameter_sets(&[0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x65, 3]));
        assert!(!has_parameter_sets(&[0, 0, 0, 1, 0x65, 1, 2]));
    }

    #[test]
    fn key_frames_are_known_behind_their_parameter_sets() {
        let sets = [0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 3];
        assert!(is_key_frame(&[&sets[..], &[0, 0, 0, 1, 0x65, 9]].concat()));
        assert!(is_key_frame(&[0, 0, 1, 0x25, 9]));
        assert!(!is_key_frame(&[&sets[..], &[0, 0, 0, 1, 0x41, 9]].concat()));
        assert!(!is_key_frame(&[0, 0, 0, 1, 0x41, 9]));
        assert!(!is_key_frame(&[]));
    }
}
