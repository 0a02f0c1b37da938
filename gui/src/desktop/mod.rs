//! What the window shows and what it does next: pure state, without a window.
//!
//! A [`Desktop`] takes what the user does ([`Action`]) and what happens outside ([`News`]), and says what is
//! to be done outside ([`DesktopEffect`]). Views are functions of its fields; a shell carries the effects
//! out. It has no clock, thread, socket or file, and the same actions and news at the same times bring about
//! the same state and effects.
//!
//! Whatever is shown is a typed value ([`Notice`], [`Problem`], [`Quality`], [`DoctorReport`]…), never a
//! sentence: catalogues turn it into words. Pictures never pass through here, and passwords only on their
//! way to the server; none of it prints itself.
//!
//! - [`Screen::Welcome`]: a server and how one enters it, or "try it here". A server's certificate is kept
//!   at the first connection; one that changes is asked about before anything is sent.
//! - [`Screen::Lobby`]: people, a call that rings, missed calls, the device check. The connection to the
//!   server is made again by the client.
//! - [`Screen::Call`]: the call, which goes on without the server; what it sends; how good it is; the safety
//!   number and what is known of the other side's certificate.
//! - [`Shortcut`] is a table of keys, without any library's names for them.
//!
//! Left out: the lines of the log and the history of the statistics, which have places of their own; what
//! is typed into fields, which is the views' until it is sent.

mod account;
mod accounting;
mod acting;
mod action;
mod call_ending;
mod call_stage;
mod calling;
mod certificate_change;
mod closing;
mod connecting;
mod copied;
mod corner;
mod current_call;
#[expect(clippy::module_inception, reason = "the desktop is what the module is about")]
mod desktop;
mod desktop_effect;
mod desktop_start;
mod devices;
mod doctor_finding;
mod doctor_report;
mod doctor_stage;
#[cfg(test)]
mod doctor_tests;
mod doctoring;
mod entering;
mod entry;
mod field;
#[cfg(any(test, feature = "testing"))]
pub mod flows;
mod form_check;
mod hearing;
mod in_call;
mod invitation;
mod kept;
mod key_chord;
mod keyboard;
mod known_peer;
mod language;
mod lobby;
mod local_server;
mod local_server_problem;
mod log_view;
mod logging_in;
mod looks;
mod news;
mod notice;
mod notices;
mod own_picture;
mod panel;
mod peer_key;
mod peer_keys;
mod person;
mod posted_notice;
mod problem;
mod quality;
mod quality_cause;
mod quality_level;
mod quality_measuring;
mod ringing;
mod ringing_stage;
mod screen;
mod secret_text;
mod server;
mod server_loss;
mod server_state;
mod setting_change;
mod settings;
mod shared_window;
mod shortcut;
mod shortcut_command;
mod source_choice;
mod source_problem;
mod source_state;
mod sourcing;
mod stage_state;
mod stored_session;
mod theme;
mod tried_checks;
mod welcome;
mod welcome_form;
mod welcome_step;

pub use account::Account;
pub use action::Action;
pub use call_ending::CallEnding;
pub use call_stage::CallStage;
pub use certificate_change::CertificateChange;
pub use copied::Copied;
pub use corner::Corner;
pub use current_call::CurrentCall;
pub use desktop::Desktop;
pub use desktop_effect::DesktopEffect;
pub use desktop_start::DesktopStart;
pub use devices::Devices;
pub use doctor_finding::DoctorFinding;
pub use doctor_report::DoctorReport;
pub use doctor_stage::DoctorStage;
pub use field::Field;
pub use invitation::Invitation;
pub use kept::Kept;
pub use key_chord::KeyChord;
pub use known_peer::KnownPeer;
pub use language::Language;
pub use lobby::Lobby;
pub use local_server::LocalServer;
pub use local_server_problem::LocalServerProblem;
pub use log_view::LogView;
pub use news::News;
pub use notice::Notice;
pub use notices::Notices;
pub use own_picture::OwnPicture;
pub use panel::Panel;
pub use peer_key::PeerKey;
pub use person::Person;
pub use posted_notice::PostedNotice;
pub use problem::Problem;
pub use quality::Quality;
pub use quality_cause::QualityCause;
pub use quality_level::QualityLevel;
pub use ringing::Ringing;
pub use ringing_stage::RingingStage;
pub use screen::Screen;
pub use secret_text::SecretText;
pub use server::Server;
pub use server_loss::ServerLoss;
pub use server_state::ServerState;
pub use setting_change::SettingChange;
pub use settings::Settings;
pub use shared_window::SharedWindow;
pub use shortcut::Shortcut;
pub use shortcut_command::ShortcutCommand;
pub use source_choice::SourceChoice;
pub use source_problem::SourceProblem;
pub use source_state::SourceState;
pub use stage_state::StageState;
pub use stored_session::StoredSession;
pub use theme::Theme;
pub use tried_checks::TriedChecks;
pub use welcome::Welcome;
pub use welcome_form::WelcomeForm;
pub use welcome_step::WelcomeStep;
