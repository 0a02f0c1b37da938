//! What is being typed.

use std::fmt;

use crate::desktop::{Field, Problem};

/// What is being typed into the forms of the first screen. Passwords do not print themselves.
#[derive(Clone, Default)]
pub struct WelcomeFields {
    /// The server's address.
    pub server: String,
    /// The user's name.
    pub user: String,
    /// The password.
    pub password: String,
    /// The password once more.
    pub repeated: String,
    /// An invitation's link or code.
    pub invitation: String,
    /// The name that a guest goes by.
    pub guest_name: String,
    /// Whether the secrets were sent, and nothing was said of them yet.
    pub is_sent: bool,
    /// What the desktop had in the fields of server and user when they were last filled from it.
    pub filled: Option<(String, String)>,
    /// Whether the cursor is still to be put where the password is missing.
    pub wants_password: bool,
}

impl WelcomeFields {
    /// Fills server and user with what the desktop has there, when that is other than before.
    pub fn fill(&mut self, server: &str, user: &str) {
        let found = (server.to_owned(), user.to_owned());
        if self.filled.as_ref() != Some(&found) {
            (self.server, self.user) = found.clone();
            self.filled = Some(found);
            self.wants_password = !self.server.is_empty() && !self.user.is_empty();
        }
    }

    /// Takes in what is wrong with what was sent. Secrets that are not to blame stay, so that a server's
    /// address can be mended without typing a password again.
    pub fn hear(&mut self, problem: Option<Problem>) {
        let Some(problem) = problem.filter(|_| self.is_sent) else { return };
        self.is_sent = false;
        if matches!(problem.field(), Some(Field::Password | Field::NewPassword) | None) {
            self.forget_secrets();
        }
    }

    /// Forgets the passwords and the invitation.
    pub fn forget_secrets(&mut self) {
        self.is_sent = false;
        self.password.clear();
        self.repeated.clear();
        self.invitation.clear();
    }
}

impl fmt::Debug for WelcomeFields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (server, user) = (&self.server, &self.user);
        formatter
            .debug_struct(stringify!(WelcomeFields))
            .field("server", server)
            .field("user", user)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::signaling::ErrorCode;

    #[test]
    fn what_was_typed_stays_until_the_desktop_has_another_server() {
        let mut fields = WelcomeFields::default();
        fields.fill("one:7000", "ann");
        fields.server.push('0');
        fields.fill("one:7000", "ann");
        assert_eq!(fields.server, "one:70000");
        assert!(fields.wants_password);
        fields.fill("two:7000", "ann");
        assert_eq!(fields.server, "two:7000");
    }

    #[test]
    fn only_passwords_that_are_to_blame_are_forgotten() {
        let mut fields = WelcomeFields { password: "secret".to_owned(), ..Default::default() };
        fields.hear(Some(Problem::PasswordMissing));
        assert_eq!(fields.password, "secret", "nothing was sent");
        fields.is_sent = true;
        fields.hear(Some(Problem::ServerUnreadable));
        assert_eq!((&*fields.password, fields.is_sent), ("secret", false));
        fields.is_sent = true;
        fields.hear(Some(Problem::Refused(ErrorCode::WrongCredentials)));
        assert_eq!(fields.password, "");
    }

    #[test]
    fn passwords_do_not_print_themselves() {
        let fields = WelcomeFields { password: "secret".to_owned(), ..WelcomeFields::default() };
        assert!(!format!("{fields:?}").contains("secret"));
    }
}
