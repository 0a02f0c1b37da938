//! Who is joined to whom: hosts, segments, NATs, STUN servers, and the pipes between.
//!
//! A segment is a network in which addresses are routed: the internet, a home, a carrier's. A host
//! hangs on its segment by two pipes, one for each direction. What a segment has no route for goes
//! through its NAT to the next, until the internet drops what nobody has.

mod address_plan;
mod attachment;
mod building;
mod delivery;
mod forwarding;
mod interface;
mod loss_cause;
mod nat_node;
mod network;
mod segment;

pub use address_plan::AddressPlan;
pub use delivery::Delivery;
pub use interface::Interface;
pub use loss_cause::LossCause;
pub use network::Network;

use attachment::Attachment;
use nat_node::NatNode;
use segment::Segment;
