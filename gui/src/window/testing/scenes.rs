//! Desktops in the states that pictures are kept of.

use std::sync::Arc;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::{MissedCall, UserState};
use roomrtc_io_mio::CertificateFingerprint;
use roomrtc_media::picture::{Picture, PictureSize};
use roomrtc_media::source::camera::CameraInfo;
use roomrtc_media::test_card::TestCard;
use roomrtc_media::time::WallTime;

use super::Stage;
use crate::desktop::{
    Account, CallStage, Corner, CurrentCall, OwnPicture, PeerKey, Person, Quality, QualityCause,
    Ringing, RingingStage, ServerState, SourceState,
};
use crate::safety_number::SafetyNumber;

/// The lobby of somebody with friends.
pub(crate) fn lobby() -> Stage {
    let mut stage = Stage::new();
    stage.now = Time::from_secs(60);
    let desktop = &mut stage.desktop;
    desktop.server.name = "calls.example:7000".to_owned();
    desktop.server.state = ServerState::Connected;
    desktop.account = Some(Account {
        user: "ann".to_owned(),
        guest_name: None,
        is_busy: false,
        problem: None,
        invitation: None,
    });
    let person = |name: &str, state, is_echo| Person { name: name.to_owned(), state, is_echo };
    desktop.lobby.people = vec![
        person("echo", UserState::Available, true),
        person("bob", UserState::Available, false),
        person("carol", UserState::Busy, false),
        person("dave", UserState::Offline, false),
    ];
    let at = Stage::WALL_TIME - 300;
    desktop.lobby.missed = vec![MissedCall { user: "bob".to_owned(), at, number: 1, name: None }];
    desktop.devices.is_known = true;
    desktop.devices.cameras = vec![CameraInfo { index: 0, name: "Desk camera".to_owned() }];
    stage
}

/// Somebody calls.
pub(crate) fn incoming() -> Stage {
    let mut stage = lobby();
    stage.desktop.ringing = Some(Ringing {
        user: "bob".to_owned(),
        guest_name: None,
        stage: RingingStage::RingsHere,
        since: stage.now,
    });
    stage
}

/// A call that stands, with both pictures.
pub(crate) fn call() -> Stage {
    let mut stage = lobby();
    let size = PictureSize::new(640, 360).expect("valid");
    stage.now = Time::from_secs(60) + Duration::from_secs(83);
    stage.desktop.call = Some(CurrentCall {
        user: "bob".to_owned(),
        guest_name: None,
        role: CallRole::Caller,
        began: Time::from_secs(59),
        connected_at: Some(Time::from_secs(60)),
        stage: CallStage::Connected,
        is_detached: false,
        is_camera_on: true,
        sharing: None,
        source: SourceState::Running(size),
        own_picture: OwnPicture { is_shown: true, is_mirrored: true, corner: Corner::BottomRight },
        has_picture: true,
        has_video_ended: false,
        statistics: None,
        quality: Quality::of(vec![QualityCause::UploadLoss { percent: 8 }]),
        safety_number: Some(safety_number()),
        peer_key: PeerKey::First,
    });
    stage.views.remote.set(Some(card(size, 30)));
    stage.views.own.set(Some(card(size, 90)));
    stage
}

fn safety_number() -> SafetyNumber {
    SafetyNumber::new(&CertificateFingerprint::of(b"ann"), &CertificateFingerprint::of(b"bob"))
}

/// A picture of the test card.
pub(crate) fn card(size: PictureSize, position: u32) -> Arc<Picture> {
    let mut picture = Picture::new(size);
    picture.position = position;
    picture.capture_time = WallTime::default();
    TestCard::new(size).draw(&mut picture);
    Arc::new(picture)
}
