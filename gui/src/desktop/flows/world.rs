//! All of it.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::Datagram;
use roomrtc_core::signaling::Password;
use roomrtc_io_mio::{StreamAction, StreamClosure, StreamEvent, StreamSecurity};
use roomrtc_server::hub::ConnectionId;

use super::{Seat, TestServer};
use crate::desktop::{Action, DesktopStart, Notice};

/// Programs, a server and what is between them. Time passes only when nothing else happens.
#[derive(Debug)]
pub struct World {
    /// The time that all of it goes by.
    pub now: Time,
    /// The programs.
    pub seats: Vec<Seat>,
    /// The server.
    pub server: TestServer,
    /// Whether datagrams arrive, by who sends them.
    pub arrives: fn(usize) -> bool,
}

impl World {
    /// The server's name.
    pub const SERVER: &str = "room.example:7000";

    /// The name of the server of "try it here".
    pub const LOCAL: &str = "127.0.0.1:40000";

    /// The password of every account.
    pub const PASSWORD: &str = "correct horse";

    /// So many programs that were started for the first time.
    pub fn new(seats: u8) -> World {
        let now = Time::ZERO;
        let seats = (0..seats).map(|number| Seat::new(now, number, DesktopStart::default()));
        World { now, seats: seats.collect(), server: TestServer::new(), arrives: |_| true }
    }

    /// So many people who are in the lobby: alice, bob, carol.
    pub fn in_lobby(seats: u8) -> World {
        let mut world = World::new(seats);
        for (seat, user) in (0..usize::from(seats)).zip(["alice", "bob", "carol"]) {
            world.register(seat, user);
        }
        world
    }

    /// Alice and bob in a call that shows pictures.
    pub fn in_call() -> World {
        let mut world = World::in_lobby(2);
        world.call(0, 1, "bob");
        world
    }

    /// Makes an account, and goes on until this program is in the lobby with it.
    pub fn register(&mut self, seat: usize, user: &str) {
        let password = || Password::new(World::PASSWORD);
        let (server, user) = (World::SERVER.to_owned(), user.to_owned());
        let (password, repeated) = (password(), password());
        self.act(seat, Action::Register { server, user, password, repeated });
        self.run_until(|world| world.seats[seat].desktop.account.is_some());
        self.settle();
    }

    /// One calls the other, who accepts, until both see each other.
    pub fn call(&mut self, caller: usize, callee: usize, user: &str) {
        self.act(caller, Action::Call(user.to_owned()));
        self.run_until(|world| world.seats[callee].desktop.ringing.is_some());
        self.act(callee, Action::Accept);
        let sees = |world: &World, seat: usize| {
            world.seats[seat].desktop.call.as_ref().is_some_and(|call| call.has_picture)
        };
        self.run_until(|world| sees(world, caller) && sees(world, callee));
    }

    /// The person at this seat does this, and all that follows at once is done.
    pub fn act(&mut self, seat: usize, action: Action) {
        self.seats[seat].desktop.act(self.now, action);
        self.settle();
    }

    /// A program is started anew, in the installation of this number: that of the seat is its own.
    pub fn restart(&mut self, seat: usize, number: u8, start: DesktopStart) {
        if let Some(connection) = self.seats[seat].stream.take() {
            self.server.close(self.now, connection);
        }
        self.seats[seat] = Seat::new(self.now, number, start);
        self.settle();
    }

    /// What this program shows in passing.
    pub fn notices(&self, seat: usize) -> Vec<&Notice> {
        self.seats[seat].desktop.notices.iter().map(|posted| &posted.notice).collect()
    }

    /// Lets things happen until `is_done`, for at most two minutes of their time.
    pub fn run_until(&mut self, is_done: impl Fn(&World) -> bool) {
        let end = self.now + Duration::from_secs(120);
        self.settle();
        while !is_done(self) {
            let next = self.next_time().expect("more to come");
            assert!(next <= end, "it does not come to it: {:#?}", self.seats);
            self.advance(next);
        }
    }

    /// Lets this much time pass.
    pub fn pass(&mut self, time: Duration) {
        let end = self.now + time;
        self.settle();
        while let Some(next) = self.next_time().filter(|next| *next <= end) {
            self.advance(next);
        }
        self.advance(end);
    }

    fn next_time(&self) -> Option<Time> {
        let of_seat = |seat: &Seat| {
            let client = seat.client.deadline().map(|deadline| deadline.at);
            [client, seat.desktop.deadline(), seat.next_frame].into_iter().flatten().min()
        };
        self.seats.iter().filter_map(of_seat).chain(self.server.deadline()).min()
    }

    fn advance(&mut self, to: Time) {
        self.now = self.now.max(to);
        self.server.tick(self.now);
        for seat in &mut self.seats {
            seat.client.handle_timeout(self.now);
            seat.desktop.handle_timeout(self.now);
            seat.send_frame(self.now);
        }
        self.settle();
    }

    /// Does everything that can be done without time passing.
    fn settle(&mut self) {
        loop {
            let mut is_busy = false;
            for seat in 0..self.seats.len() {
                is_busy |= self.seats[seat].serve(self.now);
                is_busy |= self.carry_streams(seat);
                is_busy |= self.carry_datagrams(seat);
            }
            if !is_busy && !self.answer() {
                return;
            }
        }
    }

    fn carry_streams(&mut self, seat: usize) -> bool {
        let (mut is_busy, mut bytes) = (false, Vec::new());
        while let Some(action) = self.seats[seat].client.poll_stream(&mut bytes) {
            is_busy = true;
            match action {
                StreamAction::Connect { security, .. } => self.open_stream(seat, security),
                StreamAction::Send { .. } => {
                    if let Some(connection) = self.seats[seat].stream {
                        self.server.receive(self.now, connection, &bytes);
                    }
                }
                StreamAction::Close { .. } => {
                    if let Some(connection) = self.seats[seat].stream.take() {
                        self.server.close(self.now, connection);
                    }
                }
            }
            bytes.clear();
        }
        is_busy
    }

    fn open_stream(&mut self, seat: usize, security: StreamSecurity) {
        let (now, shown) = (self.now, self.server.certificate);
        if let Some(connection) = self.seats[seat].stream.take() {
            self.server.close(now, connection);
        }
        let client = &mut self.seats[seat].client;
        let closure = match (self.server.open(now), security) {
            (None, _) => StreamClosure::Failed(std::io::ErrorKind::ConnectionRefused),
            (Some(opened), StreamSecurity::Tls { pin: Some(pin) }) if pin != shown => {
                self.server.close(now, opened);
                StreamClosure::WrongCertificate(shown)
            }
            (Some(opened), _) => {
                client.handle_stream(now, StreamEvent::Certificate(shown));
                client.handle_stream(now, StreamEvent::Connected);
                self.seats[seat].stream = Some(opened);
                return;
            }
        };
        client.handle_stream(now, StreamEvent::Closed(closure));
    }

    fn carry_datagrams(&mut self, from: usize) -> bool {
        let (mut is_busy, mut bytes) = (false, Vec::new());
        while let Some(transmit) = self.seats[from].client.poll_transmit(self.now, &mut bytes) {
            is_busy = true;
            let (local, remote) = (transmit.destination, transmit.local);
            let to = self.seats.iter_mut().find(|seat| seat.address == local);
            let size = transmit.segment_size.unwrap_or(bytes.len()).max(1);
            if let Some(to) = to.filter(|_| (self.arrives)(from)) {
                for payload in bytes.chunks(size) {
                    let datagram = Datagram { local, remote, ecn: 0, payload };
                    to.client.handle_datagram(self.now, datagram);
                }
            }
            bytes.clear();
        }
        is_busy
    }

    /// What the server has to say.
    fn answer(&mut self) -> bool {
        let mut is_busy = false;
        while let Some((connection, bytes)) = self.server.poll_transmit(self.now) {
            is_busy = true;
            self.hear(connection, StreamEvent::Received(&bytes));
        }
        for connection in self.server.take_closed() {
            is_busy = true;
            self.hear(connection, StreamEvent::Closed(StreamClosure::Remote));
        }
        is_busy
    }

    fn hear(&mut self, connection: ConnectionId, event: StreamEvent<'_>) {
        let now = self.now;
        let whose = self.seats.iter_mut().find(|seat| seat.stream == Some(connection));
        if let Some(seat) = whose {
            if matches!(event, StreamEvent::Closed(_)) {
                seat.stream = None;
            }
            seat.client.handle_stream(now, event);
        }
    }
}
