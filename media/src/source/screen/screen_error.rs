//! A screen that cannot be taken.

/// Why a screen or a window cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScreenError {
    /// The programs were built without screens.
    #[error("this build cannot share screens: build it with the feature `screen`")]
    NotBuilt,
    /// There is no X11 display.
    #[error("there is no X11 display to take pictures of: DISPLAY is not set")]
    NoDisplay,
    /// The session is of Wayland, where the screen cannot be read through X11.
    #[error(
        "this session is of Wayland, where no program can read the screen through X11; windows of \
         X11 programs can be shared, and so can the screen in a session of X11"
    )]
    Wayland,
    /// The display cannot be reached.
    #[error("the X11 display cannot be reached: {reason}")]
    Connect {
        /// What the library said.
        reason: String,
    },
    /// The display stores pictures in another way.
    #[error("the X11 display has {depth} bits of colour in a form that is not known here")]
    Format {
        /// Bits of colour of a pixel.
        depth: u8,
    },
    /// The window is gone, or not on the screen.
    #[error("the window that is shared is gone")]
    WindowGone,
    /// The display said no, or is gone.
    #[error("the X11 display gives no picture: {reason}")]
    Failed {
        /// What the library said.
        reason: String,
    },
}
