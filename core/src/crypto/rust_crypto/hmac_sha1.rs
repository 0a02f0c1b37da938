//! HMAC-SHA1, of which every SRTP packet of one profile and every connectivity check takes one.

use std::fmt;

use sha1::block_api::compress;
use sha1::{Digest as _, Sha1};

use super::sha1_stream::{BLOCK, Sha1Stream};
use crate::crypto::{Digest, HmacKey};

/// A key of HMAC-SHA1, RFC 2104: the two states behind the padded key, and nothing else, so that
/// a packet costs its blocks and little more.
#[derive(Clone)]
pub(super) struct HmacSha1 {
    inner: [u32; 5],
    outer: [u32; 5],
}

impl HmacSha1 {
    pub(super) fn new(key: &[u8]) -> HmacSha1 {
        let mut block = [0; BLOCK];
        if key.len() > BLOCK {
            block[..20].copy_from_slice(&Sha1::digest(key));
        } else {
            block[..key.len()].copy_from_slice(key);
        }
        HmacSha1 { inner: padded(&block, 0x36), outer: padded(&block, 0x5c) }
    }
}

/// The state behind the key, each byte of which is combined with `pad`.
fn padded(key: &[u8; BLOCK], pad: u8) -> [u32; 5] {
    let mut state = Sha1Stream::INITIAL;
    compress(&mut state, &[key.map(|byte| byte ^ pad)]);
    state
}

impl HmacKey for HmacSha1 {
    fn sign(&self, parts: &[&[u8]]) -> Digest {
        let mut inner = Sha1Stream::resume(self.inner, BLOCK);
        for part in parts {
            inner.update(part);
        }
        let mut outer = Sha1Stream::resume(self.outer, BLOCK);
        outer.update(&inner.finish());
        Digest::new(&outer.finish())
    }
}

impl fmt::Debug for HmacSha1 {
    /// Never prints the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HmacSha1(..)")
    }
}

#[cfg(test)]
mod tests {
    use hmac::{Hmac, KeyInit, Mac};

    use super::*;
    use crate::base::Seed;

    /// By the crate `hmac`.
    fn reference(key: &[u8], text: &[u8]) -> Vec<u8> {
        let mut code = Hmac::<Sha1>::new_from_slice(key).expect("a key of any length");
        code.update(text);
        code.finalize().into_bytes().to_vec()
    }

    #[test]
    fn every_length_in_any_parts_agrees_with_the_crate_hmac() {
        let mut random = Seed::from_u64(1).stream("hmac");
        let mut text = vec![0; 400];
        random.fill(&mut text);
        for length in 0..text.len() {
            let key = &text[..random.below(150) as usize];
            let text = &text[..length];
            let first = random.below(length as u64 + 1) as usize;
            let second = first + random.below((length - first) as u64 + 1) as usize;
            let parts = [&text[..first], &text[first..second], &text[second..]];
            assert_eq!(HmacSha1::new(key).sign(&parts)[..], reference(key, text), "{length}");
        }
    }
}
