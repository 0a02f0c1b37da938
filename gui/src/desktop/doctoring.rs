//! What is written down for the call doctor.

use roomrtc_core::base::Time;

use super::{CurrentCall, Desktop, DoctorFinding, DoctorReport, DoctorStage, StageState};
use crate::client::{CallEnd, CallSummary};

impl Desktop {
    /// A call begins.
    pub(super) fn begin_report(&mut self, user: &str) {
        let mut report = DoctorReport::new(user);
        report.set(DoctorStage::Server, StageState::Done);
        report.set(DoctorStage::Gathering, StageState::Running);
        self.doctor = Some(report);
    }

    /// Something is known of the call that was not before.
    pub(super) fn follow_report(&mut self, now: Time) {
        let Some((call, report)) = self.call.as_ref().zip(self.doctor.as_mut()) else {
            return;
        };
        report.follow(call);
        let is_blind = call.lasted(now) >= DoctorReport::PATIENCE && !call.has_picture;
        if is_blind && report.finding == DoctorFinding::Healthy {
            report.finding = DoctorFinding::NoPicture;
        }
    }

    /// The call is over.
    pub(super) fn conclude_report(
        &mut self,
        call: &CurrentCall,
        end: &CallEnd,
        summary: &CallSummary,
    ) {
        if let Some(report) = &mut self.doctor {
            report.conclude(call, end, summary);
        }
    }

    /// It did not come to a call, because of the server.
    pub(super) fn report_server(&mut self, finding: DoctorFinding) {
        if self.call.is_none() {
            let mut report = DoctorReport::new("");
            report.set(DoctorStage::Server, StageState::Failed);
            report.finding = finding;
            self.doctor = Some(report);
        }
    }
}
