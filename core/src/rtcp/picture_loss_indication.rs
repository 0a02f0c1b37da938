//! Picture loss indications.

/// A decoder has lost its picture, RFC 4585 section 6.3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureLossIndication {
    /// Who asks.
    pub sender_ssrc: u32,
    /// The stream it lost.
    pub media_ssrc: u32,
}

impl PictureLossIndication {
    pub(super) fn parse(content: &[u8]) -> Option<PictureLossIndication> {
        let (sender, rest) = content.split_first_chunk()?;
        let media = rest.first_chunk()?;
        Some(PictureLossIndication {
            sender_ssrc: u32::from_be_bytes(*sender),
            media_ssrc: u32::from_be_bytes(*media),
        })
    }
}
