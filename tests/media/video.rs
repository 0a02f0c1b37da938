//! H.264 access units made of random NAL units.

use roomrtc_core::base::{RandomStream, Seed};

/// Makes up a stream of access units: valid in structure, random in content.
pub(super) struct Video {
    random: RandomStream,
    /// The largest slice in bytes.
    largest: u64,
    has_delimiters: bool,
}

impl Video {
    pub(super) fn new(seed: u64, largest: u64) -> Video {
        let random = Seed::from_u64(seed).stream("video");
        Video { random, largest: largest.max(2), has_delimiters: seed.is_multiple_of(2) }
    }

    /// A NAL unit of `header` and random content without start codes in it.
    fn unit(&mut self, header: u8, prefix: &[u8], length: u64, output: &mut Vec<u8>) {
        output.extend_from_slice(&[0, 0, 0, 1, header]);
        output.extend_from_slice(prefix);
        for _ in 0..length {
            let byte = self.random.next_u32() as u8;
            // No zeros: no start code can come about, and none is taken for trailing.
            output.push(byte.max(1));
        }
    }

    fn slices(&mut self, header: u8, output: &mut Vec<u8>) {
        for _ in 0..1 + self.random.below(3) {
            let length = 1 + self.random.below(self.largest);
            self.unit(header, &[0x88], length, output);
        }
    }

    /// An IDR picture with its parameter sets.
    pub(super) fn key_frame(&mut self) -> Vec<u8> {
        let mut output = Vec::new();
        if self.has_delimiters {
            self.unit(0x09, &[0x10], 0, &mut output);
        }
        self.unit(0x67, &[66, 0xe0, 31, 0x80], 6, &mut output);
        self.unit(0x68, &[0x80], 3, &mut output);
        self.slices(0x65, &mut output);
        output
    }

    /// A picture that refers to the one before it.
    pub(super) fn delta_frame(&mut self) -> Vec<u8> {
        let mut output = Vec::new();
        if self.has_delimiters {
            self.unit(0x09, &[0x30], 0, &mut output);
        }
        self.slices(0x41, &mut output);
        output
    }
}
