//! Which feedback messages are negotiated.

/// What `a=rtcp-fb` agreed on for a payload type, RFC 4585 section 4.2 and RFC 5104 section 7.1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedbackSupport {
    /// Generic NACKs: `nack`.
    pub generic_nack: bool,
    /// Picture loss indications: `nack pli`.
    pub picture_loss_indication: bool,
    /// Full intra requests: `ccm fir`.
    pub full_intra_request: bool,
}
