//! What is being typed.

use std::fmt;

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
    /// What the desktop had in the fields of server and user when they were last filled from it.
    pub filled: Option<(String, String)>,
}

impl WelcomeFields {
    /// Fills server and user with what the desktop has there, when that is other than before.
    pub fn fill(&mut self, server: &str, user: &str) {
        let found = (server.to_owned(), user.to_owned());
        if self.filled.as_ref() != Some(&found) {
            (self.server, self.user) = found.clone();
            self.filled = Some(found);
        }
    }

    /// Forgets the passwords.
    pub fn forget_secrets(&mut self) {
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

    #[test]
    fn what_was_typed_stays_until_the_desktop_has_another_server() {
        let mut fields = WelcomeFields::default();
        fields.fill("one:7000", "ann");
        fields.server.push('0');
        fields.fill("one:7000", "ann");
        assert_eq!(fields.server, "one:70000");
        fields.fill("two:7000", "ann");
        assert_eq!(fields.server, "two:7000");
    }

    #[test]
    fn passwords_do_not_print_themselves() {
        let fields = WelcomeFields { password: "secret".to_owned(), ..WelcomeFields::default() };
        assert!(!format!("{fields:?}").contains("secret"));
    }
}
