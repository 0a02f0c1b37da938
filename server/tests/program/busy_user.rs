//! A user who never rests.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::mpsc::Sender;

use roomrtc_core::signaling::{Credentials, ErrorCode, Message, Password, Token};
use roomrtc_server::accounts::{
    AccountStore, DataDirectory, HashMemory, PasswordCost, PasswordHasher,
};

use crate::client::Client;
use crate::dice::Dice;
use crate::wish::Wish;

/// A user, what the server has confirmed to it, and what it has asked for.
#[derive(Clone, Debug)]
pub(crate) struct BusyUser {
    name: String,
    /// The password of its account, if it has one.
    password: Option<String>,
    /// What resumes its session.
    token: Option<Token>,
    /// What the server was asked for and had not confirmed when it was killed.
    wish: Option<Wish>,
    passwords: u64,
    /// How many things were confirmed to it.
    pub(crate) confirmed: u64,
}

impl BusyUser {
    pub(crate) fn new(number: u64) -> BusyUser {
        let (password, token, wish) = (None, None, None);
        let name = format!("user{number}");
        BusyUser { name, password, token, wish, passwords: 0, confirmed: 0 }
    }

    /// Whether the server owes it an answer.
    pub(crate) const fn is_waiting(&self) -> bool {
        self.wish.is_some()
    }

    /// Asks for one thing after the other. Each that is confirmed is told.
    pub(crate) fn be_busy(
        &mut self,
        address: SocketAddr,
        dice: &mut Dice,
        confirmed: &Sender<()>,
    ) -> io::Result<()> {
        loop {
            let mut client = Client::connect(address)?;
            let mut wish = self.first_wish(dice);
            for _ in 0..8 {
                let is_over = matches!(wish, Wish::LogOut | Wish::Delete);
                self.ask(&mut client, wish)?;
                // Nobody counts any more when the server is being killed.
                let _ = confirmed.send(());
                if is_over {
                    break;
                }
                wish = self.next_wish(dice);
            }
        }
    }

    /// What someone wants who is not logged in.
    fn first_wish(&mut self, dice: &mut Dice) -> Wish {
        match (&self.password, &self.token) {
            (None, _) => Wish::Register(self.new_password()),
            (Some(_), Some(_)) if dice.below(2) == 0 => Wish::Resume,
            (Some(_), _) => Wish::LogIn,
        }
    }

    /// What someone wants who has registered or is logged in.
    fn next_wish(&mut self, dice: &mut Dice) -> Wish {
        if self.token.is_none() {
            return Wish::LogIn;
        }
        match dice.below(6) {
            0 => Wish::LogOut,
            1 => Wish::Delete,
            _ => Wish::ChangePassword(self.new_password()),
        }
    }

    fn new_password(&mut self) -> String {
        self.passwords += 1;
        format!("password {} of {}", self.passwords, self.name)
    }

    /// Asks for something and notes that it was confirmed.
    fn ask(&mut self, client: &mut Client, wish: Wish) -> io::Result<()> {
        let request = self.request(&wish);
        let gives_token = matches!(wish, Wish::LogIn | Wish::Resume | Wish::ChangePassword(_));
        self.wish = Some(wish.clone());
        let answer = client.ask(&request)?;
        assert_eq!(answer, Ok(()), "{} wanted {wish:?}", self.name);
        self.wish = None;
        self.confirmed += 1;
        match wish {
            Wish::Register(password) => self.password = Some(password),
            Wish::ChangePassword(password) => (self.password, self.token) = (Some(password), None),
            Wish::Delete => (self.password, self.token) = (None, None),
            Wish::LogOut => self.token = None,
            Wish::LogIn | Wish::Resume => {}
        }
        if gives_token {
            let token = client.wait(|message| match message {
                Message::Session { token, .. } => Some(token),
                _ => None,
            });
            self.token = Some(token?);
        }
        Ok(())
    }

    fn request(&self, wish: &Wish) -> Message {
        let password = self.password.clone().unwrap_or_default();
        let credentials = |password: &str| Credentials::new(&self.name, password);
        match wish {
            Wish::Register(password) => Message::Register(credentials(password)),
            Wish::LogIn => Message::Login(credentials(&password)),
            Wish::Resume => Message::Resume { token: self.token.clone().expect("a session") },
            Wish::ChangePassword(new) => Message::ChangePassword {
                password: Password::new(password),
                new_password: Password::new(new),
            },
            Wish::LogOut => Message::Logout,
            Wish::Delete => Message::DeleteAccount { password: Password::new(password) },
        }
    }

    /// Looks at what a server finds after a kill: everything that was confirmed, and what was asked
    /// for either done or not.
    pub(crate) fn find(&mut self, data: &Path, address: SocketAddr) {
        let wished = match self.wish.clone() {
            Some(Wish::Register(password) | Wish::ChangePassword(password)) => Some(password),
            _ => None,
        };
        let stored = DataDirectory::open_beside(data).expect("opened").account(&self.name);
        let stored = stored.expect("read").map(|account| account.password_hash);
        let hasher = PasswordHasher::new(PasswordCost::LEAST).expect("in range");
        let is = |password: &Option<String>| match (password, &stored) {
            (None, None) => true,
            (Some(password), Some(hash)) => {
                hasher.verify(password, hash, &mut HashMemory::default())
            }
            _ => false,
        };
        if wished.is_some() && is(&wished) {
            (self.password, self.token) = (wished, None);
        } else if self.wish == Some(Wish::Delete) && stored.is_none() {
            (self.password, self.token) = (None, None);
        }
        assert!(is(&self.password), "{} is not as it was confirmed: {:?}", self.name, self.wish);
        self.resume(address);
        self.wish = None;
    }

    /// A session outlasts the kill, unless its end was asked for.
    fn resume(&mut self, address: SocketAddr) {
        let Some(token) = self.token.take() else {
            return;
        };
        let mut client = Client::connect(address).expect("the server is back");
        let answer = client.ask(&Message::Resume { token }).expect("the server stands");
        if self.wish == Some(Wish::LogOut) && answer == Err(ErrorCode::UnknownSession) {
            return;
        }
        assert_eq!(answer, Ok(()), "{} lost its session: {:?}", self.name, self.wish);
        self.token = client
            .wait(|message| match message {
                Message::Session { token, .. } => Some(Some(token)),
                _ => None,
            })
            .expect("the server stands");
    }
}
