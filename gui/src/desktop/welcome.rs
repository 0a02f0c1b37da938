//! The first screen.

use super::{CertificateChange, Problem, WelcomeForm, WelcomeStep};

/// The first screen: how one enters. What is typed lives in the views until it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    /// Which form is open.
    pub form: WelcomeForm,
    /// What the field of the server is filled with.
    pub server: String,
    /// What the field of the user's name is filled with.
    pub user: String,
    /// What is being done; while something is, the form takes nothing else but to cancel.
    pub step: Option<WelcomeStep>,
    /// Why it was not done the last time.
    pub problem: Option<Problem>,
    /// A server that has another certificate than before.
    pub certificate_change: Option<CertificateChange>,
}
