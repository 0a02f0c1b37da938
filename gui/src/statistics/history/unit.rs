//! What the values of a measure are counted in.

/// What the values of a measure are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Thousands of bits a second.
    KilobitsPerSecond,
    /// Milliseconds.
    Milliseconds,
    /// Hundredths.
    Percent,
    /// Pictures a second.
    FramesPerSecond,
    /// How often since the measurement before.
    Count,
}

impl Unit {
    /// How it is written in the copy, which is the same in every language.
    pub const fn symbol(self) -> &'static str {
        match self {
            Unit::KilobitsPerSecond => "kbit/s",
            Unit::Milliseconds => "ms",
            Unit::Percent => "%",
            Unit::FramesPerSecond => "frames/s",
            Unit::Count => "count",
        }
    }
}
