//! The bytes that frames are cut out of.

use std::fmt;
use std::sync::Arc;

use roomrtc_core::base::RandomStream;

/// Random bytes without a zero among them, so that no start code is in them by chance. A piece of
/// it tells by its content where it was cut out.
#[derive(Clone)]
pub(super) struct Pattern(Arc<[u8]>);

impl Pattern {
    const LENGTH: usize = 1 << 12;

    /// A step between the places of successive frames that visits them all.
    const STEP: u64 = 1_237;

    pub(super) fn new(random: &mut RandomStream) -> Pattern {
        let mut bytes = vec![0; Pattern::LENGTH];
        random.fill(&mut bytes);
        bytes.iter_mut().for_each(|byte| *byte |= 1);
        Pattern(bytes.into())
    }

    /// Appends `length` bytes of the content of frame `number`.
    pub(super) fn append(&self, number: u64, length: usize, output: &mut Vec<u8>) {
        let mut place = (number.wrapping_mul(Pattern::STEP) % Pattern::LENGTH as u64) as usize;
        let mut left = length;
        while left > 0 {
            let piece = left.min(Pattern::LENGTH - place);
            output.extend_from_slice(&self.0[place..place + piece]);
            left -= piece;
            place = 0;
        }
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pattern(..)")
    }
}
