//! How values over time are drawn.

/// How values over time are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CurveKind {
    /// A line from value to value.
    Line,
    /// A line that keeps a value until the next.
    Steps,
    /// A dot for every value.
    Dots,
    /// A bar for every value that is not zero.
    Bars,
}
