//! The first screen.

use super::{CertificateChange, Problem, Settings, WelcomeForm, WelcomeStep};

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

impl Welcome {
    /// That of a start with these settings: whoever has signed in before has only to give the password.
    pub(super) fn for_next_start(settings: &Settings) -> Welcome {
        let (server, user) = (settings.server.clone(), settings.user.clone());
        let is_known = !server.is_empty() && !user.is_empty();
        let form = if is_known { WelcomeForm::SignIn } else { WelcomeForm::Choice };
        Welcome { form, server, user, ..Welcome::default() }
    }
}
