//! The command line.

mod arguments;
mod bit_rate;
mod call_options;
mod demo_options;
mod local_binding;
mod media_options;
mod network_options;
mod peer_options;
mod peer_role;
mod record_options;
mod run_options;
mod seconds;
mod subcommand;

pub use arguments::Arguments;
pub use bit_rate::BitRate;
pub use call_options::CallOptions;
pub use demo_options::DemoOptions;
pub use local_binding::LocalBinding;
pub use media_options::MediaOptions;
pub use network_options::NetworkOptions;
pub use peer_options::PeerOptions;
pub use peer_role::PeerRole;
pub use record_options::RecordOptions;
pub use run_options::RunOptions;
pub use seconds::Seconds;
pub use subcommand::Subcommand;
