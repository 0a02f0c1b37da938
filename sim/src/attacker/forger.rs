//! Makes forged packets.

use roomrtc_core::base::RandomStream;

use super::knowledge::Knowledge;
use super::{Forgery, Side};

/// Makes the payload of forged packets for one side; by protocol in the files beside.
pub(super) struct Forger<'a> {
    pub(super) target: Side,
    pub(super) knowledge: &'a Knowledge,
    pub(super) random: &'a mut RandomStream,
}

impl Forger<'_> {
    /// Makes one payload.
    pub(super) fn forge(&mut self, forgery: Forgery) -> Vec<u8> {
        let mut payload = Vec::new();
        let kind = forgery.resolve(self.random);
        if Forgery::STUN.contains(&kind) {
            self.forge_stun(kind, &mut payload);
        } else if Forgery::DTLS.contains(&kind) {
            self.forge_dtls(kind, &mut payload);
        } else if Forgery::MEDIA.contains(&kind) {
            self.forge_media(kind, &mut payload);
        } else {
            self.append_random(1_200, &mut payload);
        }
        payload
    }

    /// Appends fewer random bytes than `bound`.
    pub(super) fn append_random(&mut self, bound: u64, output: &mut Vec<u8>) {
        let start = output.len();
        output.resize(start + self.random.below(bound) as usize, 0);
        self.random.fill(&mut output[start..]);
    }

    /// A random number of 16 bits.
    pub(super) fn random_u16(&mut self) -> u16 {
        self.random.next_u32() as u16
    }

    /// A random byte.
    pub(super) fn random_u8(&mut self) -> u8 {
        self.random.next_u32() as u8
    }
}
