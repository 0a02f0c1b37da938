//! Two agents in memory, in virtual time, over networks with loss, reordering and NATs.

mod aggressive;
mod consent;
mod gathering;
mod hostile;
mod loss;
mod moving;
mod nat;
mod network;
mod packet;
mod properties;
mod restart;
mod roles;
mod scripted_peer;
mod trickle;
