//! A source of the other side.

/// A source that the other side has announced, RFC 5576.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteSource {
    /// The synchronization source.
    pub ssrc: u32,
    /// The source that sends its lost packets again, if there is one: `a=ssrc-group:FID`.
    pub retransmission: Option<u32>,
    /// Its canonical name, if stated.
    pub cname: Option<String>,
}

impl RemoteSource {
    /// The most sources of a section that are kept.
    pub const MAXIMUM: usize = 16;
}
