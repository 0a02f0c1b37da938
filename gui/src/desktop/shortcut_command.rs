//! What shortcuts do.

/// What a keyboard shortcut does. What that is at the moment, the desktop's state decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShortcutCommand {
    /// Open or close the sheet of shortcuts.
    Shortcuts,
    /// Close the panel, leave the full screen, give up a call that rings there.
    Back,
    /// Put the cursor into the search of people.
    Search,
    /// Accept the call that rings here.
    Accept,
    /// Decline the call that rings here, give up the one that rings there, or hang up.
    HangUp,
    /// Turn the camera on or off.
    Camera,
    /// Share the screen, or stop that.
    Share,
    /// Show or hide one's own picture.
    OwnPicture,
    /// Put one's own picture into the next corner.
    MoveOwnPicture,
    /// Fill the screen, or not.
    FullScreen,
    /// Open or close the statistics.
    Statistics,
    /// Open or close the log.
    Log,
    /// Open or close the safety number.
    SafetyNumber,
    /// Open or close the call doctor.
    Doctor,
    /// Open or close the device check.
    Devices,
    /// Open or close the settings.
    Settings,
    /// Make everything larger.
    ZoomIn,
    /// Make everything smaller.
    ZoomOut,
    /// Make everything as large as at first.
    ZoomReset,
    /// Save a report.
    SaveReport,
    /// Close the window.
    Quit,
}
