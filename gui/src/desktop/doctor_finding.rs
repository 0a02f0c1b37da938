//! What a call has failed of.

use super::{ServerLoss, SourceProblem};

/// What stands in the way of a call: each is a sentence that a person can act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoctorFinding {
    /// Everything has worked so far.
    Healthy,
    /// The server cannot be reached.
    ServerUnreachable(ServerLoss),
    /// The server has another certificate than before.
    ServerCertificateChanged,
    /// There are no pictures to send. The call goes on without.
    NoPicturesToSend(SourceProblem),
    /// This machine has no address that could be offered: it has no network.
    NoLocalCandidate,
    /// The other side has offered no address that could be tried.
    NoRemoteCandidate,
    /// No pair of addresses answered, in either direction: a firewall, or networks apart.
    NoPairAnswered,
    /// The other side's checks come here, and ours are not answered: what we send is blocked.
    OnlyTheirChecksArrive,
    /// The other side's certificate is not the announced one: somebody may be in between.
    FingerprintMismatch,
    /// The encryption could not be agreed on.
    HandshakeFailed,
    /// The two sides have no video format in common.
    NothingInCommon,
    /// The other side's description cannot be used.
    DescriptionRefused,
    /// It was connected, and the other side has gone silent.
    PeerSilent,
    /// It is connected, and no picture has come: the other side may send none.
    NoPicture,
}
