//! Host names to addresses.

use std::net::{SocketAddr, ToSocketAddrs};
use std::{io, thread};

/// A name could not be turned into an address.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// It is not of the form `HOST:PORT`.
    #[error("`{0}` is not of the form HOST:PORT")]
    Form(String),
    /// The host has no address, or the resolver does not answer.
    #[error("cannot find the address of `{name}`: {source}")]
    Lookup {
        /// The name as given.
        name: String,
        /// What the resolver said.
        source: io::Error,
    },
    /// The resolver knows the host, and no address of it.
    #[error("`{0}` has no address")]
    None(String),
}

/// The addresses of `HOST:PORT`, in the resolver's order of preference; never empty.
///
/// The system's resolver blocks for as long as it likes. It works on a thread of its own, and
/// the caller, who must not be an event loop, waits for that.
///
/// # Errors
/// [`ResolveError`] says which part is wrong.
pub fn resolve(name: &str) -> Result<Vec<SocketAddr>, ResolveError> {
    if let Ok(address) = name.parse() {
        return Ok(vec![address]);
    }
    check_form(name)?;
    let lookup = |source| ResolveError::Lookup { name: name.to_owned(), source };
    let owned = name.to_owned();
    let thread = thread::Builder::new().name("resolver".into());
    let answer = thread.spawn(move || owned.to_socket_addrs().map(Vec::from_iter));
    let answer = answer.map_err(lookup)?.join();
    let addresses: Vec<SocketAddr> =
        answer.unwrap_or_else(|_| Err(io::Error::other("the resolver failed"))).map_err(lookup)?;
    if addresses.is_empty() { Err(ResolveError::None(name.to_owned())) } else { Ok(addresses) }
}

fn check_form(name: &str) -> Result<(), ResolveError> {
    let form = || ResolveError::Form(name.to_owned());
    let (host, port) = name.rsplit_once(':').ok_or_else(form)?;
    if host.is_empty() || port.parse::<u16>().is_err() { Err(form()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_local_names_resolve() {
        let literal: SocketAddr = "[::1]:3478".parse().expect("an address");
        assert_eq!(resolve("[::1]:3478").expect("a literal"), [literal]);
        let local = resolve("localhost:3478").expect("every machine knows itself");
        assert!(local.iter().all(|address| address.ip().is_loopback()));
    }

    #[test]
    fn what_has_no_port_is_refused() {
        let message = resolve("stun.example.org").expect_err("no port").to_string();
        assert_eq!(message, "`stun.example.org` is not of the form HOST:PORT");
        assert!(matches!(resolve(":1"), Err(ResolveError::Form(_))));
        assert!(matches!(resolve("host:65536"), Err(ResolveError::Form(_))));
    }
}
