//! What the settings mean to the parts of the server.

use std::net::{Ipv4Addr, SocketAddr};
use std::num::NonZeroU64;
use std::path::PathBuf;
use std::time::Duration;

use roomrtc_server::accounts::{Lifetimes, PasswordCost};
use roomrtc_server::hub::HubConfig;
use roomrtc_server::{CertificateSource, ServerConfig, StoreLocation};

use super::log_settings::LogSettings;
use super::settings::Settings;

impl Settings {
    /// The port that is listened on if none is given.
    const PORT: u16 = 7000;

    /// The directory of the accounts.
    pub(crate) fn data(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| "roomrtc-server-data".into())
    }

    /// What a password hash costs.
    pub(crate) fn password_cost(&self) -> PasswordCost {
        let mut cost = PasswordCost::default();
        set(&mut cost.memory_kib, self.password_memory.map(Into::into));
        set(&mut cost.passes, self.password_passes.map(Into::into));
        set(&mut cost.lanes, self.password_lanes.map(Into::into));
        cost
    }

    /// Where the log goes.
    pub(crate) fn log(&self) -> LogSettings {
        let mut log = LogSettings { file: self.log.clone(), ..LogSettings::default() };
        set(&mut log.level, self.log_level.map(Into::into));
        set(
            &mut log.max_size,
            self.log_size.map(|size| size.get().saturating_mul(LogSettings::MIB)),
        );
        set(&mut log.set_aside, self.log_files);
        log
    }

    /// Everything of the server itself.
    pub(crate) fn server(&self) -> ServerConfig {
        let loopback = SocketAddr::from((Ipv4Addr::LOCALHOST, Settings::PORT));
        let store = StoreLocation::Directory(self.data());
        let mut config = ServerConfig::new(self.listen.unwrap_or(loopback), store);
        config.password_cost = self.password_cost();
        config.lifetimes = self.lifetimes();
        config.hub = self.hub();
        config.certificate = self.certificate();
        config.metrics = self.metrics;
        set(&mut config.allow_plain, self.allow_plain);
        set(&mut config.origins, self.origins.clone());
        set(&mut config.stun, self.stun);
        set(&mut config.max_connections, self.max_connections.map(Into::into));
        let per_address = self.max_connections_per_address.map(Into::into);
        set(&mut config.max_connections_per_address, per_address);
        set(&mut config.max_openings, self.max_openings.map(Into::into));
        set(&mut config.opening_timeout, seconds(self.opening_timeout));
        set(&mut config.drain_timeout, seconds(self.drain_timeout));
        set(&mut config.workers, self.workers.map(Into::into));
        set(&mut config.max_waiting_operations, self.max_waiting_operations.map(Into::into));
        config
    }

    fn certificate(&self) -> CertificateSource {
        match (self.certificate.clone(), self.key.clone()) {
            (Some(certificate), Some(key)) => CertificateSource::Files { certificate, key },
            _ => CertificateSource::Made,
        }
    }

    fn lifetimes(&self) -> Lifetimes {
        let mut lifetimes = Lifetimes::default();
        set(&mut lifetimes.session, seconds(self.session_lifetime));
        set(&mut lifetimes.invitation, seconds(self.invitation_lifetime));
        lifetimes
    }

    fn hub(&self) -> HubConfig {
        let mut hub = HubConfig::default();
        set(&mut hub.login_timeout, seconds(self.login_timeout));
        set(&mut hub.heartbeat, seconds(self.heartbeat));
        set(&mut hub.heartbeat_grace, seconds(self.heartbeat_grace));
        set(&mut hub.resume_time, seconds(self.resume_time));
        set(&mut hub.second_device, self.second_device.map(Into::into));
        set(&mut hub.max_guests, self.max_guests);
        set(&mut hub.ring_timeout, seconds(self.ring_timeout));
        set(&mut hub.stall_timeout, seconds(self.stall_timeout));
        set(&mut hub.max_anonymous_actions, self.max_anonymous_actions);
        set(&mut hub.max_anonymous, self.max_anonymous.map(Into::into));
        set(&mut hub.outbox_relay_limit, self.outbox_relay_limit.map(Into::into));
        set(&mut hub.outbox_limit, self.outbox_limit.map(Into::into));
        hub
    }
}

fn set<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

fn seconds(count: Option<NonZeroU64>) -> Option<Duration> {
    count.map(|count| Duration::from_secs(count.get()))
}
