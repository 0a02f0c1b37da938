//! Sentences that are made of more than one value.

use std::time::Duration;

use super::Scene;
use crate::desktop::ServerState;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// How the connection to the server stands.
pub fn connection(scene: &Scene<'_>) -> String {
    let server = &scene.desktop.server;
    let name = [("server", server.name.clone().into())];
    match server.state {
        ServerState::Connected if server.is_local => scene.text("connection-local", &[]),
        ServerState::Connected => scene.text("connection-connected", &name),
        ServerState::Connecting => scene.text("connection-connecting", &name),
        ServerState::Away => scene.text("connection-none", &[]),
        ServerState::Waiting { .. } | ServerState::Lost(_) | ServerState::CertificateChanged => {
            scene.text("connection-lost-short", &name)
        }
    }
}

/// What is lost, why, and when it is tried again.
pub fn server_loss_now(scene: &Scene<'_>) -> String {
    let server = scene.desktop.server.name.clone();
    match scene.desktop.server.state {
        ServerState::Waiting { until, loss } => {
            let seconds = until.since(scene.now.min(until)).as_secs() + 1;
            let values = [("server", server.into()), ("seconds", seconds.into())];
            let retry = scene.text("connection-retry", &values);
            format!("{retry} {}", scene.texts.server_loss(loss))
        }
        ServerState::Lost(loss) => scene.texts.server_loss(loss),
        _ => scene.text("connection-lost", &[("server", server.into())]),
    }
}

/// The certificate that the server has shown, if it has.
pub fn certificate(scene: &Scene<'_>) -> String {
    match scene.desktop.server.certificate {
        Some(certificate) => {
            let fingerprint = certificate.to_string();
            scene.text("certificate-fingerprint", &[("fingerprint", fingerprint.into())])
        }
        None => connection(scene),
    }
}

/// What is sent once a call stands.
pub fn chosen_source(scene: &Scene<'_>) -> String {
    let source = scene.texts.source_choice(&scene.desktop.devices.chosen);
    scene.text("ringing-source", &[("source", source.into())])
}

/// How long ago something was, that was `at` so many seconds after 1970.
pub fn ago(scene: &Scene<'_>, at: u64) -> String {
    let now = scene.around.wall_time;
    let seconds = now.saturating_sub(Duration::from_secs(at)).as_secs();
    match seconds {
        0..MINUTE => scene.text("ago-now", &[]),
        MINUTE..HOUR => scene.text("ago-minutes", &[("count", (seconds / MINUTE).into())]),
        HOUR..DAY => scene.text("ago-hours", &[("count", (seconds / HOUR).into())]),
        _ => scene.text("ago-days", &[("count", (seconds / DAY).into())]),
    }
}
