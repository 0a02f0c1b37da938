//! What is kept in files.

/// Something that is kept from one start to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The settings.
    Settings,
    /// The login.
    Session,
    /// The certificates of servers.
    Certificates,
    /// The certificates of people.
    Peers,
    /// The certificate of this installation.
    OwnCertificate,
}
