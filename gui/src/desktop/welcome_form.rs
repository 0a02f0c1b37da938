//! Which form is filled in.

/// Which form of the first screen is filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WelcomeForm {
    /// What can be done here: "try it here", or a server.
    #[default]
    Choice,
    /// Sign in with an account.
    SignIn,
    /// Make an account.
    Register,
    /// Enter by an invitation.
    Guest,
}
