//! How many connections the system allows.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Takes as many file descriptors as the system grants: each connection is one, and many systems
/// begin with a thousand.
pub(crate) fn raise_limit() {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current == maximum {
        return;
    }
    match setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }) {
        Ok(()) => tracing::debug!(?maximum, "the limit of file descriptors was raised"),
        Err(error) => tracing::warn!(%error, ?current, "the limit of file descriptors stays"),
    }
}
