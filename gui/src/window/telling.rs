//! What happens, in lines of the log.

use roomrtc_core::signaling::UserState;

use crate::client::ClientEvent;
use crate::desktop::News;

/// Notes in the log what a person who reads it looks for: how connections and calls went.
pub(super) fn tell(news: &News) {
    match news {
        News::Client(event) => tell_of_client(event),
        News::CallOver { end, .. } => tracing::info!(%end, "the call is over"),
        News::FirstPicture => tracing::info!("the first picture is there"),
        News::Source(Ok(size)) => tracing::info!(?size, "pictures are sent"),
        News::Source(Err(problem)) => tracing::warn!(?problem, "there are no pictures to send"),
        News::Preview(Err(problem)) => tracing::info!(?problem, "there is no preview"),
        News::LocalServer(Err(problem)) => tracing::warn!(?problem, "no server on this machine"),
        News::Cameras(cameras) => tracing::info!(count = cameras.len(), "cameras"),
        _ => {}
    }
}

fn tell_of_client(event: &ClientEvent) {
    match event {
        ClientEvent::ServerConnected => tracing::info!("connected to the server"),
        ClientEvent::ServerLost { closure, retry } => {
            tracing::warn!(?closure, ?retry, "the server is lost");
        }
        ClientEvent::LoggedIn { .. } => tracing::info!("logged in"),
        ClientEvent::Resumed { .. } => tracing::info!("logged in again"),
        ClientEvent::LoggedOut => tracing::info!("logged out"),
        ClientEvent::Users(users) => {
            let is_free = |state: UserState| state == UserState::Available;
            let available = users.iter().filter(|(_, state)| is_free(*state)).count();
            tracing::debug!(others = users.len(), available, "people");
        }
        ClientEvent::Ringing(user) => tracing::info!(user, "it rings there"),
        ClientEvent::IncomingCall { user, .. } => tracing::info!(user, "a call comes"),
        ClientEvent::CallBegan { user, role } => tracing::info!(user, ?role, "the call begins"),
        ClientEvent::Connected => tracing::info!("media can flow"),
        ClientEvent::PathFound => tracing::info!("there is a way to the other side"),
        ClientEvent::PathLost => tracing::warn!("the way to the other side is lost"),
        ClientEvent::CallDetached => tracing::warn!("the server does not reach both sides"),
        ClientEvent::CallRejoined => tracing::info!("the server knows of the call again"),
        ClientEvent::Refused { code, .. } => tracing::info!(?code, "the server has refused"),
        ClientEvent::ServerFault(text) => tracing::warn!(text, "the server has a fault"),
        ClientEvent::VideoFault(text) => tracing::warn!(text, "the video has a fault"),
        _ => {}
    }
}
