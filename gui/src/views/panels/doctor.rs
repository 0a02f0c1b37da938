//! The call doctor.

use eframe::egui::{RichText, Ui};

use crate::desktop::{Action, DoctorFinding, DoctorReport, DoctorStage, StageState};
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::{Tone, banner, button, dot, empty};

/// Shows what stands in the way of a call, and what was tried.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    match &scene.desktop.doctor {
        Some(report) => report_of(ui, scene, report),
        None => empty(ui, &scene.text("doctor-none", &[]), &scene.text("doctor-none-advice", &[])),
    }
    ui.add_space(space::FAR);
    let palette = Palette::of(ui);
    ui.label(RichText::new(scene.text("report-explanation", &[])).color(palette.weak));
    if button(ui, true, &scene.text("report-save", &[])).clicked() {
        scene.act(Action::SaveReport(None));
    }
}

fn report_of(ui: &mut Ui, scene: &Scene<'_>, report: &DoctorReport) {
    let is_well = report.finding == DoctorFinding::Healthy;
    let tone = if is_well { Tone::Good } else { Tone::Bad };
    banner(ui, tone, &scene.texts.doctor_finding(report.finding), |_| ());
    ui.add_space(space::APART);
    ui.label(RichText::new(scene.text("doctor-tried", &[])).strong());
    for (stage, state) in &report.stages {
        stage_row(ui, scene, *stage, *state);
    }
    let tried = &report.tried;
    ui.add_space(space::CLOSE);
    ui.label(scene.texts.tried_checks(tried));
    candidates(ui, &scene.text("doctor-candidates-local", &[]), &tried.local);
    candidates(ui, &scene.text("doctor-candidates-remote", &[]), &tried.remote);
}

fn stage_row(ui: &mut Ui, scene: &Scene<'_>, stage: DoctorStage, state: StageState) {
    let tone = match state {
        StageState::Done => Tone::Good,
        StageState::Running => Tone::Accent,
        StageState::Failed => Tone::Bad,
        StageState::NotReached | StageState::Skipped => Tone::Plain,
    };
    ui.horizontal(|ui| {
        dot(ui, tone);
        ui.label(scene.texts.doctor_stage(stage, state));
    });
}

fn candidates(ui: &mut Ui, title: &str, all: &[String]) {
    if all.is_empty() {
        return;
    }
    ui.add_space(space::CLOSE);
    ui.label(RichText::new(title).strong());
    for one in all {
        ui.label(RichText::new(one).monospace());
    }
}
