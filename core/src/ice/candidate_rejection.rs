//! Why a signalled candidate is not used.

/// Why a signalled candidate is of no use here. It is skipped and counted; the session goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CandidateRejection {
    /// It is for another component than the one that is used.
    #[error("component {0} is not used")]
    Component(u16),
    /// Its transport is not UDP.
    #[error("its transport is not UDP")]
    Transport,
    /// It has a name that is to be resolved first: of multicast DNS, as browsers write them. It
    /// is welcome with its address then, and not counted among the others.
    #[error("its name is not resolved")]
    Name,
    /// No candidate can have this address.
    #[error("its address cannot be a candidate's")]
    Address,
    /// Its type is not known.
    #[error("its type is unknown")]
    Kind,
    /// Its foundation is empty, too long, or not printable.
    #[error("its foundation is malformed")]
    Foundation,
    /// It belongs to another ICE generation than the peer's present one.
    #[error("it belongs to another generation")]
    Generation,
    /// It came after the end of candidates, RFC 8838 section 14.
    #[error("it came after the end of candidates")]
    Late,
    /// There are too many candidates already.
    #[error("there are too many candidates")]
    TooMany,
    /// It is for a media section that has no transport here.
    #[error("its media section has no transport")]
    Section,
    /// It is not of the form of RFC 8839 section 5.1.
    #[error("it cannot be read")]
    Unreadable,
}

impl CandidateRejection {
    /// A name for reports: lower case with underscores.
    pub const fn name(self) -> &'static str {
        match self {
            CandidateRejection::Component(_) => "component",
            CandidateRejection::Transport => "transport",
            CandidateRejection::Name => "name",
            CandidateRejection::Address => "address",
            CandidateRejection::Kind => "type",
            CandidateRejection::Foundation => "foundation",
            CandidateRejection::Generation => "generation",
            CandidateRejection::Late => "late",
            CandidateRejection::TooMany => "too_many",
            CandidateRejection::Section => "section",
            CandidateRejection::Unreadable => "unreadable",
        }
    }
}
