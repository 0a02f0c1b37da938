//! How a server is set up.

use std::net::SocketAddr;

use super::StoreLocation;
use crate::accounts::{Lifetimes, PasswordCost};
use crate::hub::HubConfig;

/// The settings of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerConfig {
    /// The address to listen on; port 0 for any that is free.
    pub listen: SocketAddr,
    /// Where accounts are kept.
    pub store: StoreLocation,
    /// What a password hash costs.
    pub password_cost: PasswordCost,
    /// How long sessions and invitations last.
    pub lifetimes: Lifetimes,
    /// Threads that hash and store; at least one is started.
    pub workers: usize,
    /// Most operations on the accounts that wait for a worker. Those beyond it are refused.
    pub max_waiting_operations: usize,
    /// The hub's limits.
    pub hub: HubConfig,
}

impl ServerConfig {
    /// The settings of a server on this address with its accounts there.
    pub fn new(listen: SocketAddr, store: StoreLocation) -> ServerConfig {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        ServerConfig {
            listen,
            store,
            password_cost: PasswordCost::default(),
            lifetimes: Lifetimes::default(),
            workers: cores.min(4),
            max_waiting_operations: 512,
            hub: HubConfig::default(),
        }
    }
}
