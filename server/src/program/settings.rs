//! The settings.

use std::fs;
use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroU64, NonZeroUsize};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};

use super::log_level::LogLevel;
use super::second_device_setting::SecondDeviceSetting;
use super::settings_error::SettingsError;

/// Everything that can be set, by a flag or by a key of the settings file. What is not set has its
/// default.
#[derive(Args, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Address and port to listen on; port 0 for any that is free [default: 127.0.0.1:7000]
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    pub(super) listen: Option<SocketAddr>,

    /// Directory of the accounts; made if it does not exist [default: roomrtc-server-data]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,

    /// Take connections without TLS although the address is not a loopback one [default: false]
    #[arg(
        long,
        global = true,
        value_name = "true|false",
        num_args = 0..=1,
        default_missing_value = "true",
        require_equals = true
    )]
    pub(super) allow_plain: Option<bool>,

    /// The server's own certificate and those that vouch for it, in PEM; goes with --key. Without
    /// both, one is made at the first start
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) certificate: Option<PathBuf>,

    /// The private key of --certificate, in PEM
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) key: Option<PathBuf>,

    /// Sites beside the server's own page whose scripts may connect, with commas between, each as
    /// https://example.org
    #[arg(long, global = true, value_name = "ORIGINS", value_delimiter = ',')]
    pub(super) origins: Option<Vec<String>>,

    /// Loopback address and port for /healthz and /metrics
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    pub(super) metrics: Option<SocketAddr>,

    /// Answer STUN requests over UDP at the address that is listened on [default: true]
    #[arg(
        long,
        global = true,
        value_name = "true|false",
        num_args = 0..=1,
        default_missing_value = "true",
        require_equals = true
    )]
    pub(super) stun: Option<bool>,

    /// What becomes of a user's second device: it is refused, or takes over [default: refuse]
    #[arg(long, global = true, value_name = "WHAT")]
    pub(super) second_device: Option<SecondDeviceSetting>,

    /// File for the log, a JSON object a line, instead of standard error
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) log: Option<PathBuf>,

    /// How much to log [default: info]
    #[arg(long, global = true, value_name = "LEVEL")]
    pub(super) log_level: Option<LogLevel>,

    /// Size at which the log file is set aside and a new one begun, in MiB [default: 16]
    #[arg(long, global = true, value_name = "MIB")]
    pub(super) log_size: Option<NonZeroU64>,

    /// How many log files that were set aside are kept [default: 4]
    #[arg(long, global = true, value_name = "COUNT")]
    pub(super) log_files: Option<u32>,

    /// Memory that a password hash takes, in KiB [default: 19456]
    #[arg(long, global = true, hide_short_help = true, value_name = "KIB")]
    pub(super) password_memory: Option<NonZeroU32>,

    /// Passes of a password hash over its memory [default: 2]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) password_passes: Option<NonZeroU32>,

    /// Lanes of a password hash [default: 1]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) password_lanes: Option<NonZeroU32>,

    /// How long a session can be resumed, in seconds [default: 2592000]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) session_lifetime: Option<NonZeroU64>,

    /// How long guests can enter by an invitation, in seconds [default: 86400]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) invitation_lifetime: Option<NonZeroU64>,

    /// Threads that hash and store; by default one for each core, at most four
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) workers: Option<NonZeroUsize>,

    /// Most logins and the like that wait for a thread [default: 512]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) max_waiting_operations: Option<NonZeroUsize>,

    /// How long a connection may stay without a login, in seconds [default: 30]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) login_timeout: Option<NonZeroU64>,

    /// Silence after which a connection is asked for a sign of life, in seconds [default: 20]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) heartbeat: Option<NonZeroU64>,

    /// How long it then has to give one, in seconds [default: 10]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) heartbeat_grace: Option<NonZeroU64>,

    /// How long a call waits for a party that lost its connection, in seconds [default: 30]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) resume_time: Option<NonZeroU64>,

    /// How long a call rings, in seconds [default: 60]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) ring_timeout: Option<NonZeroU64>,

    /// How long a connection may leave what waits for it unread, in seconds [default: 30]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) stall_timeout: Option<NonZeroU64>,

    /// Most connections at the same time [default: 100000]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) max_connections: Option<NonZeroUsize>,

    /// Most connections of one address at the same time [default: 1024]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) max_connections_per_address: Option<NonZeroUsize>,

    /// Most connections that have not said yet what they want [default: 1024]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) max_openings: Option<NonZeroUsize>,

    /// How long a connection may take to say what it wants, in seconds [default: 10]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) opening_timeout: Option<NonZeroU64>,

    /// How long a server that is stopped may take to finish, in seconds [default: 10]
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS")]
    pub(super) drain_timeout: Option<NonZeroU64>,

    /// Most guests of a user at the same time [default: 16]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) max_guests: Option<usize>,

    /// Most messages that a connection may send without logging in [default: 16]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) max_anonymous_actions: Option<u32>,

    /// Most connections that are not logged in at the same time [default: 1024]
    #[arg(long, global = true, hide_short_help = true, value_name = "COUNT")]
    pub(super) max_anonymous: Option<NonZeroUsize>,

    /// Bytes that may wait for a connection before others can add no more [default: 262144]
    #[arg(long, global = true, hide_short_help = true, value_name = "BYTES")]
    pub(super) outbox_relay_limit: Option<NonZeroUsize>,

    /// Bytes that may wait for a connection before it is closed [default: 524288]
    #[arg(long, global = true, hide_short_help = true, value_name = "BYTES")]
    pub(super) outbox_limit: Option<NonZeroUsize>,
}

impl Settings {
    /// The settings in the file at `path`, if there is one to read, under those of the command line.
    ///
    /// # Errors
    /// [`SettingsError`] if the file cannot be read, or says what nobody understands.
    pub(crate) fn read(
        path: Option<&Path>,
        command_line: &Settings,
    ) -> Result<Settings, SettingsError> {
        let Some(path) = path else {
            return command_line.clone().checked();
        };
        let text = fs::read_to_string(path)
            .map_err(|source| SettingsError::Read { path: path.to_owned(), source })?;
        let file: Settings = toml::from_str(&text).map_err(|source| SettingsError::File {
            path: path.to_owned(),
            source: Box::new(source),
        })?;
        file.under(command_line)?.checked()
    }

    /// These settings, if they go together.
    fn checked(self) -> Result<Settings, SettingsError> {
        if self.certificate.is_some() != self.key.is_some() {
            return Err(SettingsError::CertificateOrKey);
        }
        match self.metrics {
            Some(address) if !address.ip().is_loopback() => Err(SettingsError::Metrics(address)),
            _ => Ok(self),
        }
    }

    /// These settings, but for what is set in `over`.
    fn under(&self, over: &Settings) -> Result<Settings, SettingsError> {
        let table = |settings: &Settings| {
            toml::Table::try_from(settings).map_err(|error| SettingsError::Flags(error.to_string()))
        };
        let mut both = table(self)?;
        both.extend(table(over)?);
        both.try_into().map_err(|error: toml::de::Error| SettingsError::Flags(error.to_string()))
    }
}
