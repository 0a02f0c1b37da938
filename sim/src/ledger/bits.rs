//! Which bits of a payload are turned.

/// Places of bits in a payload: the first bit of the first byte is 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bits(pub Vec<u32>);

impl Bits {
    /// Turns the bits in the payload. Places behind its end are taken modulo its length.
    pub fn flip(&self, payload: &mut [u8]) {
        for place in &self.0 {
            let bits = payload.len().saturating_mul(8);
            if let Some(place) = (*place as usize).checked_rem(bits) {
                payload[place / 8] ^= 0x80 >> (place % 8);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_counted_from_the_first_and_wrap() {
        let mut payload = [0; 2];
        Bits(vec![0, 15, 17]).flip(&mut payload);
        assert_eq!(payload, [0b1100_0000, 1]);
        Bits(vec![3]).flip(&mut []);
    }
}
