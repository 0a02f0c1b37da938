//! A number of bytes.

use super::textual::textual;
use super::{Quantity, QuantityError};

/// A number of bytes. A number without a unit is of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Size(u64);

textual!(Size);

impl Size {
    /// So many bytes.
    pub const fn bytes(bytes: u64) -> Size {
        Size(bytes)
    }

    /// How many bytes it is.
    pub const fn as_bytes(self) -> u64 {
        self.0
    }
}

impl Quantity for Size {
    const NAME: &'static str = "a number of bytes";
    const EXAMPLE: &'static str = "64 KiB";
    const UNITS: &'static [(&'static str, u64)] = &[
        ("MiB", 1 << 20),
        ("MB", 1_000_000),
        ("KiB", 1 << 10),
        ("kB", 1_000),
        ("bytes", 1),
        ("byte", 1),
        ("B", 1),
    ];
    const PLAIN: u64 = 1;

    fn from_base(base: u64) -> Result<Size, QuantityError> {
        Ok(Size(base))
    }

    fn to_base(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_written_exactly() {
        let all = [(65_536, "64 KiB"), (1_500, "1.5 kB"), (999, "999 bytes"), (1 << 20, "1 MiB")];
        for (bytes, text) in all {
            assert_eq!(Size::bytes(bytes).to_string(), text);
            assert_eq!(text.parse(), Ok(Size::bytes(bytes)));
        }
        assert_eq!("1.5 KiB".parse(), Ok(Size::bytes(1_536)));
        assert_eq!(Size::bytes(1_200).to_string().parse(), Ok(Size::bytes(1_200)));
    }
}
