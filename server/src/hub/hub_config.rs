//! The hub's limits.

use std::time::Duration;

use super::SecondDevice;

/// How long and how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubConfig {
    /// How long a connection may stay without a login. What the server takes for a request does
    /// not count.
    pub login_timeout: Duration,
    /// The silence of a connection after which it is asked for a sign of life.
    pub heartbeat: Duration,
    /// How long it then has to give one.
    pub heartbeat_grace: Duration,
    /// How long an accepted call waits for a party whose connection was lost.
    pub resume_time: Duration,
    /// What becomes of a login of a user who is logged in.
    pub second_device: SecondDevice,
    /// The time at [`roomrtc_core::base::Time::ZERO`], since the beginning of 1970.
    pub epoch: Duration,
    /// Most guests of one user at the same time, and most sessions of guests that last.
    pub max_guests: usize,
    /// How long a call rings.
    pub ring_timeout: Duration,
    /// How long a connection may leave what waits for it untaken.
    pub stall_timeout: Duration,
    /// Most messages that a connection may send without logging in.
    pub max_anonymous_actions: u32,
    /// Most connections that are not logged in and wait for nothing, at the same time. One more,
    /// and the one that has taken longest is closed, so that idle ones keep nobody out.
    pub max_anonymous: usize,
    /// Bytes that may wait for a connection before nothing more that others cause is added.
    pub outbox_relay_limit: usize,
    /// Bytes that may wait for a connection before it is closed.
    pub outbox_limit: usize,
}

impl Default for HubConfig {
    fn default() -> HubConfig {
        HubConfig {
            login_timeout: Duration::from_secs(30),
            heartbeat: Duration::from_secs(20),
            heartbeat_grace: Duration::from_secs(10),
            resume_time: Duration::from_secs(30),
            second_device: SecondDevice::Refuse,
            epoch: Duration::ZERO,
            max_guests: 16,
            ring_timeout: Duration::from_secs(60),
            stall_timeout: Duration::from_secs(30),
            max_anonymous_actions: 16,
            max_anonymous: 1024,
            outbox_relay_limit: 256 * 1024,
            outbox_limit: 512 * 1024,
        }
    }
}
