//! Which screen is shown.

/// Which of the screens is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The first start, signing in, registering: nobody is logged in.
    Welcome,
    /// The people, and whom one calls.
    Lobby,
    /// The call.
    Call,
}
