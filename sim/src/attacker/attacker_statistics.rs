//! What an attacker has done.

/// What an attacker has done, and what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AttackerStatistics {
    /// Packets, or candidates, sent.
    pub packets_sent: u64,
    /// Bytes of UDP payload sent.
    pub bytes_sent: u64,
    /// Genuine packets copied.
    pub packets_copied: u64,
    /// Packets of hosts to the victim of a reflection.
    pub packets_reflected: u64,
    /// Bytes of UDP payload of those.
    pub bytes_reflected: u64,
}
