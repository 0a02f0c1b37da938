//! The command line.

mod arguments;
mod bit_rate;
mod call_options;
mod card_options;
mod demo_options;
mod impaired_way;
mod impairment_options;
mod local_binding;
mod media_options;
mod network_options;
mod peer_options;
mod peer_role;
mod percent;
mod record_options;
#[cfg(feature = "window")]
mod replay_options;
mod run_options;
mod seconds;
mod server_options;
mod subcommand;

pub use arguments::Arguments;
pub use bit_rate::BitRate;
pub use call_options::CallOptions;
pub use card_options::CardOptions;
pub use demo_options::DemoOptions;
pub use impaired_way::ImpairedWay;
pub use impairment_options::ImpairmentOptions;
pub use local_binding::LocalBinding;
pub use media_options::MediaOptions;
pub use network_options::NetworkOptions;
pub use peer_options::PeerOptions;
pub use peer_role::PeerRole;
pub use percent::Percent;
pub use record_options::RecordOptions;
#[cfg(feature = "window")]
pub use replay_options::ReplayOptions;
pub use run_options::RunOptions;
pub use seconds::Seconds;
pub use server_options::ServerOptions;
pub use subcommand::Subcommand;
