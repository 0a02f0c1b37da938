//! Panels beside the screens.

/// A panel that is opened beside or over a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The device check.
    Devices,
    /// Live statistics.
    Statistics,
    /// The log.
    Log,
    /// The call doctor.
    Doctor,
    /// The safety number.
    SafetyNumber,
    /// The settings.
    Settings,
    /// The account: change the password, delete it, invite guests.
    Account,
    /// The sheet of keyboard shortcuts.
    Shortcuts,
    /// What can be shared in the place of the camera.
    Share,
}
