//! What can happen among people and their programs.

use std::time::Duration;

use proptest::prelude::*;
use roomrtc_gui::desktop::flows::World;
use roomrtc_gui::desktop::{Action, DesktopStart, News, SourceProblem};
use roomrtc_io_mio::CertificateFingerprint;

use super::{actions, news};

/// One thing that happens. Seats are numbered.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// A person does something.
    Act(usize, Action),
    /// A program is told something that is not of its client.
    Tell(usize, News),
    /// A camera fails.
    LoseCamera(usize, SourceProblem),
    /// A camera works again.
    MendCamera(usize),
    /// So many milliseconds pass.
    Pass(u64),
    /// The server is killed.
    StopServer,
    /// The server is started again.
    StartServer,
    /// The server has another certificate from now on.
    ChangeCertificate(u8),
    /// Every login is over.
    EndSessions,
    /// Datagrams arrive everywhere, nowhere, or in one direction alone.
    Deliver(u8),
    /// A program is killed and started for the first time again.
    Restart(usize),
}

impl Step {
    /// Steps of so many people, who do things more often than other things happen.
    pub(super) fn any(seats: usize) -> impl Strategy<Value = Step> {
        let seat = move || 0..seats;
        prop_oneof![
            24 => (seat(), actions::action()).prop_map(|(seat, action)| Step::Act(seat, action)),
            4 => (seat(), news::around()).prop_map(|(seat, news)| Step::Tell(seat, news)),
            1 => (seat(), news::problem()).prop_map(|(seat, why)| Step::LoseCamera(seat, why)),
            1 => seat().prop_map(Step::MendCamera),
            6 => (0..3_000_u64).prop_map(Step::Pass),
            1 => (3_000..40_000_u64).prop_map(Step::Pass),
            1 => Just(Step::StopServer),
            2 => Just(Step::StartServer),
            1 => (0..2_u8).prop_map(Step::ChangeCertificate),
            1 => Just(Step::EndSessions),
            1 => (0..4_u8).prop_map(Step::Deliver),
            1 => seat().prop_map(Step::Restart),
        ]
    }

    /// Lets it happen.
    pub(super) fn take(self, world: &mut World) {
        match self {
            Step::Act(seat, action) => world.act(seat, action),
            Step::Tell(seat, news) => world.seats[seat].desktop.hear(world.now, news),
            Step::LoseCamera(seat, why) => world.seats[seat].lose_camera(world.now, why),
            Step::MendCamera(seat) => world.seats[seat].camera = Ok(()),
            Step::Pass(milliseconds) => world.pass(Duration::from_millis(milliseconds)),
            Step::StopServer => world.server.stop(),
            Step::StartServer => world.server.start(),
            Step::ChangeCertificate(which) => {
                world.server.certificate = CertificateFingerprint::of(&[which]);
            }
            Step::EndSessions => world.server.end_sessions(),
            Step::Deliver(which) => {
                world.arrives = match which {
                    0 => |_| false,
                    1 => |from| from == 0,
                    _ => |_| true,
                };
            }
            Step::Restart(seat) => world.restart(seat, number(seat), DesktopStart::default()),
        }
        world.pass(Duration::ZERO);
    }
}

/// The number of the installation at a seat.
pub(super) fn number(seat: usize) -> u8 {
    u8::try_from(seat).expect("few seats")
}
