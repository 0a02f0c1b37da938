//! `roomrtc call`: a headless client of a real server.
//!
//! It logs in, and makes an account of a name that is free. Then it calls a user, or waits to be
//! called and accepts. If the server is lost during the call, the call goes on.

mod call_script;
mod login;
mod run;

pub use call_script::CallScript;
pub use login::Login;
pub use run::run;
