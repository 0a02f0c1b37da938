//! How datagrams pass the system.

/// How many datagrams a system call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calls {
    /// Several, by the kernel's segmentation offload both ways, as our event loop does it.
    Batched,
    /// One, as the others' interfaces give them out and take them in.
    Single,
}
