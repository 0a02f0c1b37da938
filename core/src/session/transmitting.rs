//! Datagrams out: checks first, then the handshake, then media in batches.

use super::{Peer, Phase, Transmit};
use crate::ice::SelectedPair;
use crate::media::PacketKind;
use crate::planted_bugs::{PlantedBug, is_planted};

impl Peer {
    /// Datagrams of a batch at most, as many as one system call takes with UDP segmentation
    /// offload.
    const MOST_SEGMENTS: usize = 44;
    /// Bytes of a batch at most: what one UDP datagram can hold.
    const MOST_BATCH_BYTES: usize = 60_000;

    /// Appends what is to be sent next to the caller's buffer and says where it goes: one
    /// datagram, or several of the same size of which the last may be shorter.
    pub fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit> {
        if self.phase == Phase::Open {
            let start = buffer.len();
            if let Some((local, destination)) = self.ice.poll_transmit(buffer) {
                let length = buffer.len() - start;
                return Some(Transmit { local, destination, ecn: 0, length, segment_size: None });
            }
        }
        let path = self.path()?;
        self.transmit_handshake(&path, buffer).or_else(|| self.transmit_media(&path, buffer))
    }

    fn transmit_handshake(
        &mut self,
        path: &SelectedPair,
        buffer: &mut Vec<u8>,
    ) -> Option<Transmit> {
        // A BYE goes before the close_notify that ends the keys' life.
        if self.phase == Phase::Closed && self.srtp.is_some() {
            let farewell = self.transmit_media(path, buffer);
            if farewell.is_some() {
                return farewell;
            }
        }
        let start = buffer.len();
        let dtls = self.dtls.as_mut()?;
        dtls.poll_transmit(buffer).then(|| sent(path, buffer.len() - start, None))
    }

    fn transmit_media(&mut self, path: &SelectedPair, buffer: &mut Vec<u8>) -> Option<Transmit> {
        let start = buffer.len();
        buffer.extend_from_slice(&self.held);
        let mut segment = (!self.held.is_empty()).then_some(self.held.len());
        self.held.clear();
        for _ in 0..Self::MOST_SEGMENTS {
            let at = buffer.len();
            if at - start > Self::MOST_BATCH_BYTES || !self.append_packet(buffer) {
                break;
            }
            let size = buffer.len() - at;
            match segment {
                None => segment = Some(size),
                Some(segment) if size == segment => {}
                Some(segment) if size < segment => break,
                Some(_) if is_planted(PlantedBug::UnequalSegments) => {}
                Some(_) => {
                    self.held.extend_from_slice(&buffer[at..]);
                    buffer.truncate(at);
                    break;
                }
            }
        }
        let length = buffer.len() - start;
        let segment = segment.filter(|size| *size < length);
        (length > 0).then(|| sent(path, length, segment))
    }

    /// Appends the next protected packet; `false` if there is none.
    fn append_packet(&mut self, buffer: &mut Vec<u8>) -> bool {
        if self.srtp.is_none() && is_planted(PlantedBug::SendMediaBeforeKeys) {
            return self.media.poll_packet(self.now, buffer).is_some();
        }
        let Some(srtp) = &mut self.srtp else { return false };
        let start = buffer.len();
        while let Some(kind) = self.media.poll_packet(self.now, buffer) {
            let protected = match kind {
                PacketKind::Rtp => srtp.sender.protect_rtp(buffer, start),
                PacketKind::RepeatedRtp => srtp.sender.protect_rtp_again(buffer, start),
                PacketKind::Rtcp if is_planted(PlantedBug::SendRtcpInTheClear) => Ok(()),
                PacketKind::Rtcp => srtp.sender.protect_rtcp(buffer, start),
            };
            if protected.is_ok() {
                return true;
            }
            // The keys are used up, and nothing more may leave under them; or it is long ago that a
            // packet was sent which is to be sent again.
            buffer.truncate(start);
            self.dropped.count(super::DropReason::SrtpExhausted);
        }
        false
    }
}

fn sent(path: &SelectedPair, length: usize, segment_size: Option<usize>) -> Transmit {
    Transmit { local: path.local, destination: path.remote, ecn: 0, length, segment_size }
}
