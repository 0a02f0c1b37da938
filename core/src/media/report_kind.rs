//! What an RTCP packet to be sent is for.

/// Why an RTCP packet is sent now, RFC 4585 section 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReportKind {
    /// A regular report, with feedback if there is some.
    Regular,
    /// Feedback that does not wait for the next regular report.
    Early,
}
