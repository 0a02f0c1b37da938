//! What the user does.

use std::path::PathBuf;

use roomrtc_core::signaling::Password;

use super::{Panel, SecretText, SettingChange, SourceChoice, WelcomeForm};

/// What the user does. The passwords in it never print themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open a form of the first screen.
    OpenForm(WelcomeForm),
    /// "Try it here": start a server within this program, with a contact that sends one's picture back.
    TryItHere,
    /// Sign in.
    SignIn {
        /// The server, `host` or `host:port`.
        server: String,
        /// The user's name.
        user: String,
        /// The password.
        password: Password,
    },
    /// Make an account, and sign in with it.
    Register {
        /// The server, `host` or `host:port`.
        server: String,
        /// The user's name.
        user: String,
        /// The password.
        password: Password,
        /// The password once more.
        repeated: Password,
    },
    /// Enter by an invitation.
    EnterAsGuest {
        /// The server, if the invitation is no link.
        server: String,
        /// The link of the invitation, or its code.
        invitation: SecretText,
        /// The name to go by.
        name: String,
    },
    /// Stop what is being done to enter.
    CancelEntry,
    /// The server's new certificate is right: keep it and connect.
    TrustNewCertificate,
    /// The server's new certificate is not to be trusted: leave it.
    DistrustNewCertificate,
    /// Try the server again now.
    Reconnect,
    /// Sign out.
    SignOut,
    /// Look for people whose name has this in it.
    Search(String),
    /// Call somebody.
    Call(String),
    /// Give up a call that rings at the other side.
    Cancel,
    /// Accept the call that rings here.
    Accept,
    /// Decline the call that rings here.
    Reject,
    /// The missed calls were seen.
    MissedCallsSeen,
    /// End the call.
    HangUp,
    /// Stop (`false`) or resume sending pictures.
    TurnCamera(bool),
    /// Send pictures of this, now and in the calls to come.
    ChooseSource(SourceChoice),
    /// Send pictures of the screen or a window in this call only; `Stop` with what was chosen before.
    Share(SourceChoice),
    /// Send pictures of what was sent before the screen.
    StopSharing,
    /// Show what the camera sees, outside of a call.
    StartPreview,
    /// Stop that.
    StopPreview,
    /// Ask which windows can be shared.
    ListWindows,
    /// Show (`true`) or hide one's own picture.
    ShowOwnPicture(bool),
    /// Show one's own picture as in a mirror, or not.
    MirrorOwnPicture(bool),
    /// Put one's own picture into the next corner.
    MoveOwnPicture,
    /// Put one's own picture into this corner.
    PlaceOwnPicture(super::Corner),
    /// Fill the screen, or not.
    FullScreen(bool),
    /// Open a panel, in the place of another.
    OpenPanel(Panel),
    /// Close the panel.
    ClosePanel,
    /// Both have read the same safety number.
    ConfirmSafetyNumber,
    /// The other side's new certificate is right, though the numbers were not compared: keep it.
    AcceptPeerKey,
    /// Put the safety number on the clipboard.
    CopySafetyNumber,
    /// Put the statistics on the clipboard, as JSON.
    CopyStatistics,
    /// Write log, statistics and the call's recording into an archive.
    SaveReport(Option<PathBuf>),
    /// Show lines of the log from this level on.
    SetLogLevel(tracing::Level),
    /// Show lines of the log from this part of the program, the path of a module; from all if it is empty.
    SetLogTarget(String),
    /// Show lines of the log that have this in them.
    SearchLog(String),
    /// Change a setting.
    ChangeSetting(SettingChange),
    /// Make everything larger, by a step.
    ZoomIn,
    /// Make everything smaller, by a step.
    ZoomOut,
    /// Change the password.
    ChangePassword {
        /// The password as it is.
        password: Password,
        /// The password as it is to be.
        new_password: Password,
        /// That once more.
        repeated: Password,
    },
    /// Delete the account.
    DeleteAccount {
        /// The account's password.
        password: Password,
    },
    /// Make an invitation for a guest.
    Invite,
    /// Put the invitation's link on the clipboard.
    CopyInvitation,
    /// Make the invitation void.
    RevokeInvitation,
    /// The notice of this number was read.
    DismissNotice(u64),
    /// The window is to close.
    CloseWindow,
}
