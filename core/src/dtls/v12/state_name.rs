//! The names of the states, and the transitions there are.

/// A state of an endpoint, without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateName {
    /// Client: not started.
    ClientStart,
    /// Client: ClientHello sent.
    ClientWaitServerHello,
    /// Client: the server's certificate is due.
    ClientWaitCertificate,
    /// Client: the server's key share is due.
    ClientWaitServerKeyExchange,
    /// Client: CertificateRequest or ServerHelloDone is due.
    ClientWaitCertificateRequest,
    /// Client: ServerHelloDone is due.
    ClientWaitServerHelloDone,
    /// Client: its last flight sent, the server's Finished is due.
    ClientWaitFinished,
    /// Server: nothing accepted yet.
    ServerWaitClientHello,
    /// Server: ServerHello to ServerHelloDone sent, the client's certificate is due.
    ServerWaitCertificate,
    /// Server: the client's key share is due.
    ServerWaitClientKeyExchange,
    /// Server: the client's signature is due.
    ServerWaitCertificateVerify,
    /// Server: the client's Finished is due.
    ServerWaitFinished,
    /// The handshake is complete.
    Connected,
    /// Closed by either side.
    Closed,
    /// Failed.
    Failed,
}

impl StateName {
    /// Every state.
    pub const ALL: [StateName; 15] = [
        StateName::ClientStart,
        StateName::ClientWaitServerHello,
        StateName::ClientWaitCertificate,
        StateName::ClientWaitServerKeyExchange,
        StateName::ClientWaitCertificateRequest,
        StateName::ClientWaitServerHelloDone,
        StateName::ClientWaitFinished,
        StateName::ServerWaitClientHello,
        StateName::ServerWaitCertificate,
        StateName::ServerWaitClientKeyExchange,
        StateName::ServerWaitCertificateVerify,
        StateName::ServerWaitFinished,
        StateName::Connected,
        StateName::Closed,
        StateName::Failed,
    ];

    /// The states that may follow this one in the course of a handshake, back to where the last flight
    /// was sent included: a message that was believed may have been forged. Besides these, every state
    /// that is not an end may be followed by `Closed` and `Failed`.
    pub const fn successors(self) -> &'static [StateName] {
        use StateName::*;
        match self {
            ClientStart => &[ClientWaitServerHello],
            // Once more behind each cookie.
            ClientWaitServerHello => &[ClientWaitServerHello, ClientWaitCertificate],
            ClientWaitCertificate => &[ClientWaitServerHello, ClientWaitServerKeyExchange],
            ClientWaitServerKeyExchange => &[ClientWaitServerHello, ClientWaitCertificateRequest],
            ClientWaitCertificateRequest => {
                &[ClientWaitServerHello, ClientWaitServerHelloDone, ClientWaitFinished]
            }
            ClientWaitServerHelloDone => &[ClientWaitServerHello, ClientWaitFinished],
            ClientWaitFinished | ServerWaitFinished => &[Connected],
            ServerWaitClientHello => &[ServerWaitClientHello, ServerWaitCertificate],
            // To the hello: another one has come, with a cookie.
            ServerWaitCertificate => {
                &[ServerWaitClientHello, ServerWaitCertificate, ServerWaitClientKeyExchange]
            }
            ServerWaitClientKeyExchange => {
                &[ServerWaitClientHello, ServerWaitCertificate, ServerWaitCertificateVerify]
            }
            ServerWaitCertificateVerify => {
                &[ServerWaitClientHello, ServerWaitCertificate, ServerWaitFinished]
            }
            Connected | Closed | Failed => &[],
        }
    }

    /// Whether the association is over.
    pub const fn is_end(self) -> bool {
        matches!(self, StateName::Closed | StateName::Failed)
    }

    /// Whether `next` may follow.
    pub fn may_become(self, next: StateName) -> bool {
        self.successors().contains(&next) || (next.is_end() && !self.is_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reachable(from: StateName) -> Vec<StateName> {
        let mut found = vec![from];
        let mut index = 0;
        while let Some(state) = found.get(index) {
            let next = StateName::ALL.into_iter().filter(|next| state.may_become(*next));
            let new: Vec<StateName> = next.filter(|next| !found.contains(next)).collect();
            found.extend(new);
            index += 1;
        }
        found
    }

    #[test]
    fn each_role_reaches_its_own_states_and_the_ends_only() {
        let client = reachable(StateName::ClientStart);
        let server = reachable(StateName::ServerWaitClientHello);
        for state in StateName::ALL {
            let name = format!("{state:?}");
            assert_eq!(client.contains(&state), !name.starts_with("Server"), "{name}");
            assert_eq!(server.contains(&state), !name.starts_with("Client"), "{name}");
        }
    }

    #[test]
    fn nothing_follows_an_end_and_connected_is_reached_by_finished_only() {
        for state in StateName::ALL {
            assert!(!StateName::Failed.may_become(state) && !StateName::Closed.may_become(state));
            let finishes = format!("{state:?}").ends_with("WaitFinished");
            assert_eq!(state.may_become(StateName::Connected), finishes);
        }
    }
}
