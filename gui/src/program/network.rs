//! Sockets, sessions and seeds, from the options.

use roomrtc_core::base::Seed;
use roomrtc_core::session::PeerConfig;
use roomrtc_io_mio::{AddressChoice, Clock, LoopConfig, resolve, seed};

use super::Failure;
use crate::cli::{LocalBinding, NetworkOptions};
use crate::client::ClientSettings;

/// Most addresses of a STUN server that are asked.
const MOST_STUN_ADDRESSES: usize = 4;

/// A loop on the address that was chosen, or on all, which takes part in multicast DNS there.
pub(crate) fn loop_config(clock: Clock, binding: Option<LocalBinding>) -> LoopConfig {
    let mut config = LoopConfig { multicast_dns: true, ..LoopConfig::new(clock) };
    if let Some(binding) = binding {
        config.addresses = Some(AddressChoice::Only(binding.ip));
        config.port = binding.port;
    }
    config
}

/// The seed that was given, or one from the operating system.
///
/// # Errors
/// [`Failure::Start`] where the system has no randomness.
pub(crate) fn first_seed(number: Option<u64>) -> Result<Seed, Failure> {
    number.map_or_else(|| seed().map_err(Failure::start), |number| Ok(Seed::from_u64(number)))
}

/// The settings of a client that is reached as the options say.
///
/// # Errors
/// [`Failure::Start`] if the STUN server has no address.
pub(crate) fn client_settings(
    clock: Clock,
    seed: Seed,
    options: &NetworkOptions,
    no_trickle: bool,
) -> Result<ClientSettings, Failure> {
    let mut stun_servers = match &options.stun {
        Some(name) => resolve(name).map_err(Failure::start)?,
        None => Vec::new(),
    };
    stun_servers.truncate(MOST_STUN_ADDRESSES);
    let peer = PeerConfig {
        unix_time: clock.unix_at_zero(),
        ice_lite: options.ice_lite,
        stun_servers,
        is_trickling: !no_trickle,
        ..PeerConfig::default()
    };
    Ok(ClientSettings {
        peer,
        seed,
        no_trickle,
        is_polite: false,
        hide_addresses: options.hide_addresses,
        recording: None,
        impairment: None,
    })
}
