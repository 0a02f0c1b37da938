//! What is measured of a call, as JSON and as a table.

mod candidate_pair_report;
mod client_report;
mod dtls_report;
mod exchange_report;
mod frames_report;
mod freezes_report;
mod impairment_report;
mod latency_report;
mod repair_report;
#[expect(clippy::module_inception, reason = "the report is what the module is about")]
mod report;
mod rtcp_report;
mod rtp_report;
mod table;

pub use candidate_pair_report::CandidatePairReport;
pub use client_report::ClientReport;
pub use dtls_report::DtlsReport;
pub use exchange_report::ExchangeReport;
pub use frames_report::FramesReport;
pub use freezes_report::FreezesReport;
pub use impairment_report::ImpairmentReport;
pub use latency_report::LatencyReport;
pub use repair_report::RepairReport;
pub use report::Report;
pub use rtcp_report::RtcpReport;
pub use rtp_report::RtpReport;
pub use table::table;
