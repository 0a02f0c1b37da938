//! In memory, without loss: both roles with each stack, candidates in descriptions and on their own.

mod calls;
mod sections;
mod video;

use roomrtc_core::session::PeerConfig;
use roomrtc_stacks::Stack;
use roomrtc_stacks::memory::MemoryCall;

/// Every call in which one end is ours, and the other another stack's.
fn pairings() -> impl Iterator<Item = [Stack; 2]> {
    Stack::FOREIGN.into_iter().flat_map(|other| [[Stack::Ours, other], [other, Stack::Ours]])
}

/// The stack that is not ours.
fn other([caller, called]: [Stack; 2]) -> Stack {
    if caller == Stack::Ours { called } else { caller }
}

/// A call that has begun.
fn begun(stacks: [Stack; 2], trickles: bool) -> MemoryCall {
    let makers = stacks.map(Stack::maker);
    let makers = [&*makers[0], &*makers[1]];
    let mut call = MemoryCall::new(makers, &PeerConfig::default(), trickles);
    call.begin();
    call
}

/// A call that stands.
fn connected(stacks: [Stack; 2], trickles: bool) -> MemoryCall {
    let mut call = begun(stacks, trickles);
    let most = std::time::Duration::from_secs(5);
    assert!(call.run_until(most, MemoryCall::is_connected), "{stacks:?} {trickles} {call:#?}");
    call
}
