//! `roomrtc call`: a headless client of a real server.
//!
//! It logs in, and makes an account of a name that is free. Then it calls a user, or waits to be
//! called and accepts. If the server is lost the call goes on, and the client comes back to the server
//! when it is there again.

mod call_script;
mod lobby;
mod login;
mod run;
mod server_loss;
#[cfg(test)]
mod tests;

pub use call_script::CallScript;
pub use login::Login;
pub use run::run;
