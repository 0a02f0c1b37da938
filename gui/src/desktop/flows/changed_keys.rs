//! Worlds in which somebody has another certificate than before.

use std::time::Duration;

use roomrtc_core::signaling::Password;
use roomrtc_io_mio::CertificateFingerprint;

use super::World;
use crate::desktop::{Action, DesktopStart, Screen};

impl World {
    /// Alice was never logged in here, has an account, and knows another certificate of the server than it
    /// has now.
    pub(crate) fn with_a_changed_server() -> (World, CertificateFingerprint) {
        let mut world = World::new(1);
        world.server.add_account("alice", World::PASSWORD);
        let before = CertificateFingerprint::of(b"of yesterday");
        let certificates = vec![(World::SERVER.to_owned(), before)];
        world.restart(0, 0, DesktopStart { certificates, ..DesktopStart::default() });
        (world, before)
    }

    /// Alice and bob have called before, and bob comes back with another certificate.
    pub(crate) fn with_a_changed_peer() -> World {
        let mut world = World::in_call();
        world.act(0, Action::ConfirmSafetyNumber);
        world.hang_up();
        world.act(1, Action::SignOut);
        world.restart(1, 7, DesktopStart::default());
        let (server, user) = (World::SERVER.to_owned(), "bob".to_owned());
        let password = Password::new(World::PASSWORD);
        world.act(1, Action::SignIn { server, user, password });
        world.run_until(|world| world.seats[1].desktop.screen() == Screen::Lobby);
        world.seats[0].take_wanted();
        world.call(0, 1, "bob");
        world
    }

    /// The first ends the call.
    pub(crate) fn hang_up(&mut self) {
        self.act(0, Action::HangUp);
        self.run_until(|world| world.seats.iter().all(|seat| seat.desktop.call.is_none()));
        self.pass(Duration::from_secs(1));
    }
}
