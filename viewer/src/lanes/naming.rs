//! What states are called.

use roomrtc_core::dtls::StateName;
use roomrtc_core::ice::ConnectionState;
use roomrtc_core::negotiation::SignalingState;

use super::Mood;
use crate::source::CallState;

pub(crate) const fn call_name(state: CallState) -> (&'static str, Mood) {
    match state {
        CallState::Offline => ("no connection", Mood::Idle),
        CallState::Connected => ("connected", Mood::Busy),
        CallState::LoggedIn => ("logged in", Mood::Busy),
        CallState::Ringing => ("ringing", Mood::Busy),
        CallState::Accepted => ("in a call", Mood::Good),
        CallState::Detached => ("in a call, without the server", Mood::Bad),
    }
}

pub(crate) const fn negotiation_name(state: SignalingState) -> (&'static str, Mood) {
    match state {
        SignalingState::Stable => ("stable", Mood::Good),
        SignalingState::HaveLocalOffer => ("have local offer", Mood::Busy),
        SignalingState::HaveRemoteOffer => ("have remote offer", Mood::Busy),
    }
}

pub(crate) const fn ice_name(state: ConnectionState) -> (&'static str, Mood) {
    match state {
        ConnectionState::New => ("new", Mood::Idle),
        ConnectionState::Checking => ("checking", Mood::Busy),
        ConnectionState::Connected => ("connected", Mood::Good),
        ConnectionState::Completed => ("completed", Mood::Good),
        ConnectionState::Disconnected => ("disconnected", Mood::Bad),
        ConnectionState::Failed => ("failed", Mood::Bad),
    }
}

pub(crate) const fn dtls_name(state: Option<StateName>) -> (&'static str, Mood) {
    let Some(state) = state else { return ("no role yet", Mood::Idle) };
    match state {
        StateName::ClientStart => ("client: not started", Mood::Idle),
        StateName::ClientWaitServerHello => ("client: waits for ServerHello", Mood::Busy),
        StateName::ClientWaitCertificate => ("client: waits for Certificate", Mood::Busy),
        StateName::ClientWaitServerKeyExchange => {
            ("client: waits for ServerKeyExchange", Mood::Busy)
        }
        StateName::ClientWaitCertificateRequest => {
            ("client: waits for CertificateRequest", Mood::Busy)
        }
        StateName::ClientWaitServerHelloDone => ("client: waits for ServerHelloDone", Mood::Busy),
        StateName::ClientWaitFinished => ("client: waits for Finished", Mood::Busy),
        StateName::ServerWaitClientHello => ("server: waits for ClientHello", Mood::Busy),
        StateName::ServerWaitCertificate => ("server: waits for Certificate", Mood::Busy),
        StateName::ServerWaitClientKeyExchange => {
            ("server: waits for ClientKeyExchange", Mood::Busy)
        }
        StateName::ServerWaitCertificateVerify => {
            ("server: waits for CertificateVerify", Mood::Busy)
        }
        StateName::ServerWaitFinished => ("server: waits for Finished", Mood::Busy),
        StateName::Connected => ("connected", Mood::Good),
        StateName::Closed => ("closed", Mood::Idle),
        StateName::Failed => ("failed", Mood::Bad),
    }
}
