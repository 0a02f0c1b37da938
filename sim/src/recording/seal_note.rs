//! The hash of what was sealed.

use roomrtc_core::crypto::Protected;

use super::{Content, Fingerprint};

/// Adds to `hash` what `content` compares of a packet that is about to be protected: what kind it
/// is, the number of its nonce, how long it is, and the plain text that is held.
pub(super) fn note(
    content: Content,
    protected: Protected,
    index: u64,
    clear: usize,
    packet: &[u8],
    hash: &mut Fingerprint,
) {
    let kind = match protected {
        Protected::Rtp => 0,
        Protected::Rtcp => 1,
        Protected::Record(content_type) => 2 + u64::from(content_type),
    };
    hash.add_number(kind);
    hash.add_number(index);
    hash.add_number(packet.len() as u64);
    let text = packet.get(clear..).unwrap_or_default();
    content.kept(protected, clear, packet, |range| {
        let end = range.end.min(text.len());
        hash.add(&text[range.start.min(end)..end]);
    });
}
