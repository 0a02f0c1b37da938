//! Which media section an RTP packet belongs to.

use crate::media::receiver::MediaReceiver;
use crate::rtp::Packet;

/// The most sources learned from packets.
const MOST_LEARNED: usize = 64;

/// Finds the media section of RTP packets by the steps of RFC 8843 section 9.2: by the
/// identification tag in the packet, by a source known from the description or from earlier
/// packets, and by a payload type that only one section has.
#[derive(Clone, Debug, Default)]
pub(super) struct Router {
    /// The identifier of the extension that carries the tag.
    pub(super) mid_extension: Option<u8>,
    /// Sources and the media sections they belong to, learned from packets; the oldest first.
    learned: Vec<(u32, usize)>,
}

impl Router {
    pub(super) const fn new() -> Router {
        Router { mid_extension: None, learned: Vec::new() }
    }

    /// Forgets what was learned of a media section.
    pub(super) fn forget(&mut self, media: usize) {
        self.learned.retain(|(_, own)| *own != media);
    }

    /// The index among `receivers` of the one that `packet` belongs to.
    pub(super) fn route(
        &mut self,
        packet: &Packet<'_>,
        receivers: &[MediaReceiver],
    ) -> Option<usize> {
        let ssrc = packet.header.ssrc;
        let mid = self.mid_extension.and_then(|id| packet.extension(id));
        if let Some(mid) = mid {
            let has_mid = |receiver: &MediaReceiver| {
                receiver.parameters.mid.as_ref().is_some_and(|own| own.as_bytes() == mid)
            };
            let index = receivers.iter().position(has_mid)?;
            self.learn(ssrc, receivers[index].media);
            return Some(index);
        }
        if let Some(media) = self.media_of(ssrc) {
            return receivers.iter().position(|receiver| receiver.media == media);
        }
        let named = |receiver: &MediaReceiver| {
            let parameters = &receiver.parameters;
            let is_repair = parameters.repairs.iter().any(|(own, _)| *own == ssrc);
            is_repair || parameters.ssrcs.contains(&ssrc)
        };
        let index = receivers.iter().position(named);
        let index = index.or_else(|| by_payload_type(packet.header.payload_type, receivers))?;
        self.learn(ssrc, receivers[index].media);
        Some(index)
    }

    /// The media section of a source that was learned.
    pub(super) fn media_of(&self, ssrc: u32) -> Option<usize> {
        self.learned.iter().find(|(own, _)| *own == ssrc).map(|(_, media)| *media)
    }

    fn learn(&mut self, ssrc: u32, media: usize) {
        if let Some(known) = self.learned.iter_mut().find(|(own, _)| *own == ssrc) {
            known.1 = media;
            return;
        }
        if self.learned.len() == MOST_LEARNED {
            self.learned.remove(0);
        }
        self.learned.push((ssrc, media));
    }
}

/// The only receiver that has a payload type.
fn by_payload_type(number: u8, receivers: &[MediaReceiver]) -> Option<usize> {
    let has = |receiver: &MediaReceiver| receiver.has_payload_type(number);
    let index = receivers.iter().position(has)?;
    let is_unique = !receivers[index + 1..].iter().any(has);
    is_unique.then_some(index)
}
