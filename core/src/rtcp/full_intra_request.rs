//! Full intra requests.

use super::FullIntraRequestEntry;

/// A request for decoder refresh points, RFC 5104 section 4.3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullIntraRequest<'a> {
    /// Who asks.
    pub sender_ssrc: u32,
    entries: &'a [[u8; 8]],
}

impl<'a> FullIntraRequest<'a> {
    pub(super) fn parse(content: &'a [u8]) -> Option<FullIntraRequest<'a>> {
        let (sender, rest) = content.split_first_chunk()?;
        let (entries, left) = rest.get(4..)?.as_chunks();
        let is_sound = left.is_empty();
        is_sound.then_some(FullIntraRequest { sender_ssrc: u32::from_be_bytes(*sender), entries })
    }

    /// The streams asked.
    pub fn entries(&self) -> impl Iterator<Item = FullIntraRequestEntry> + 'a {
        self.entries.iter().map(|[a, b, c, d, sequence_number, ..]| FullIntraRequestEntry {
            ssrc: u32::from_be_bytes([*a, *b, *c, *d]),
            sequence_number: *sequence_number,
        })
    }
}
