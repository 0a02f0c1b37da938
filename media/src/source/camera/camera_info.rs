//! Which cameras there are.

/// A camera of this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameraInfo {
    /// The number to open it by.
    pub index: u32,
    /// Its name.
    pub name: String,
}
