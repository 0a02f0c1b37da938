//! Fields of forms.

/// A field of a form, beside which a problem is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The server's address.
    Server,
    /// The user's name.
    User,
    /// The password.
    Password,
    /// The password as it is to be.
    NewPassword,
    /// The link or the code of an invitation.
    Invitation,
    /// The name that a guest goes by.
    GuestName,
}
