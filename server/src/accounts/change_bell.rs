//! Telling a running server that another program has changed the accounts.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use mio::event::Source;
use mio::net::UnixDatagram;
use mio::{Interest, Registry, Token};

/// A socket in the data directory at which a running server hears that there are changes. What they
/// are is in the store; nothing that arrives here is read for what it says.
#[derive(Debug)]
pub struct ChangeBell {
    socket: UnixDatagram,
}

impl ChangeBell {
    /// The bell of a server at `path`. What an earlier server left there is removed, so only the
    /// holder of the directory's lock may do this.
    ///
    /// # Errors
    /// What the system says, for example of a path that is too long for a socket.
    pub fn bind(path: &Path) -> io::Result<ChangeBell> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let socket = UnixDatagram::bind(path)?;
        fs::set_permissions(path, Permissions::from_mode(0o600))?;
        Ok(ChangeBell { socket })
    }

    /// Rings the bell at `path`. Says whether a server hears it.
    ///
    /// # Errors
    /// What the system says, unless it is that no server listens.
    pub fn ring(path: &Path) -> io::Result<bool> {
        let socket = std::os::unix::net::UnixDatagram::unbound()?;
        socket.set_nonblocking(true)?;
        match socket.send_to(&[0], path).map_err(|error| (error.kind(), error)) {
            // So full of rings that one more would tell nothing new.
            Ok(_) | Err((io::ErrorKind::WouldBlock, _)) => Ok(true),
            Err((io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused, _)) => Ok(false),
            Err((_, error)) => Err(error),
        }
    }

    /// Whether it has rung since this was last asked.
    pub fn has_rung(&self) -> bool {
        let mut has_rung = false;
        // Bounded by what the system keeps for the socket.
        while self.socket.recv(&mut [0]).is_ok() {
            has_rung = true;
        }
        has_rung
    }
}

impl Source for ChangeBell {
    fn register(
        &mut self,
        registry: &Registry,
        token: Token,
        interests: Interest,
    ) -> io::Result<()> {
        self.socket.register(registry, token, interests)
    }

    fn reregister(
        &mut self,
        registry: &Registry,
        token: Token,
        interests: Interest,
    ) -> io::Result<()> {
        self.socket.reregister(registry, token, interests)
    }

    fn deregister(&mut self, registry: &Registry) -> io::Result<()> {
        self.socket.deregister(registry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_heard_once_however_often_it_rang() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("changes");
        assert!(!ChangeBell::ring(&path).expect("no error"), "nobody listens");
        let bell = ChangeBell::bind(&path).expect("bound");
        assert!(!bell.has_rung());
        for _ in 0..3 {
            assert!(ChangeBell::ring(&path).expect("rung"));
        }
        assert!(bell.has_rung());
        assert!(!bell.has_rung());
        drop(bell);
        assert!(!ChangeBell::ring(&path).expect("no error"), "nobody listens any more");
        ChangeBell::bind(&path).expect("bound again");
    }

    #[test]
    fn a_full_bell_takes_no_ring_but_was_heard() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("changes");
        let bell = ChangeBell::bind(&path).expect("bound");
        assert!((0..10_000).all(|_| ChangeBell::ring(&path).expect("rung")));
        assert!(bell.has_rung());
    }

    #[test]
    fn a_path_too_long_for_a_socket_is_an_error() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("x".repeat(120));
        assert!(ChangeBell::bind(&path).is_err() && ChangeBell::ring(&path).is_err());
    }
}
