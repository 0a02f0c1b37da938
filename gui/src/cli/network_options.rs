//! How the other end is reached.

use super::LocalBinding;

/// How the other end is reached.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Network")]
pub struct NetworkOptions {
    /// Ask this STUN server for the address that others see.
    #[arg(long, value_name = "HOST:PORT")]
    pub stun: Option<String>,
    /// Use this local address alone, and its port if one is given; all addresses otherwise.
    #[arg(long, value_name = "ADDRESS")]
    pub bind: Option<LocalBinding>,
    /// Tell the other end names of multicast DNS in the place of this machine's addresses; who is
    /// on the same link finds the addresses behind them.
    #[arg(long)]
    pub hide_addresses: bool,
    /// Be a lite ICE agent, which only answers checks.
    #[arg(long)]
    pub ice_lite: bool,
}
