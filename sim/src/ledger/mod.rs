//! What the network did to a run: every fault that it committed, in order.
//!
//! A fault is written as one line, such as `caller-up 17 loss: dropped` (the 17th packet that the
//! pipe `caller-up` was offered, dropped by its stage `loss`) or `happening 2` (the third of the
//! happenings that a scenario scripts). The same faults, given to pipes that then draw none of
//! their own, make the same run again; a part of them makes a simpler run.
//!
//! What a link does by its nature and without any draw (delay, queues, its largest packet) is no
//! fault and is not kept.

mod bits;
mod fate;
mod fault;
mod fault_error;
#[expect(clippy::module_inception, reason = "the ledger is what the module is named after")]
mod ledger;
mod packet_fault;

pub use bits::Bits;
pub use fate::Fate;
pub use fault::Fault;
pub use fault_error::FaultError;
pub use ledger::Ledger;
pub use packet_fault::PacketFault;
