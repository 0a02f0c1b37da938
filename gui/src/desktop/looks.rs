//! What only changes what is shown.

use roomrtc_core::base::Time;

use super::{Action, Desktop, DesktopEffect, SettingChange, Settings};

impl Desktop {
    /// Takes an action that concerns the looks of things.
    pub(super) fn look(&mut self, _now: Time, action: Action) {
        match action {
            Action::OpenForm(form) => {
                self.welcome.form = form;
                self.welcome.problem = None;
            }
            Action::Search(text) => self.lobby.search = text,
            Action::FullScreen(is_full) => self.is_full_screen = is_full,
            Action::OpenPanel(panel) => self.panel = Some(panel),
            Action::ClosePanel => self.panel = None,
            Action::SetLogLevel(level) => self.log.level = level,
            Action::SearchLog(text) => self.log.search = text,
            Action::DismissNotice(number) => self.notices.dismiss(number),
            Action::ChangeSetting(change) => self.change_setting(change),
            Action::ZoomIn => self.zoom(self.settings.scale.saturating_add(Settings::SCALE_STEP)),
            Action::ZoomOut => self.zoom(self.settings.scale.saturating_sub(Settings::SCALE_STEP)),
            Action::ListWindows => self.want(DesktopEffect::ListWindows),
            Action::CopyStatistics => self.want(DesktopEffect::CopyStatistics),
            Action::SaveReport(path) => self.want(DesktopEffect::SaveReport(path)),
            _ => {}
        }
    }

    fn zoom(&mut self, percent: u16) {
        self.change_setting(SettingChange::Scale(percent));
    }

    /// Changes a setting, and has it kept if it was another.
    pub(super) fn change_setting(&mut self, change: SettingChange) {
        let before = self.settings.clone();
        self.settings.change(change);
        if self.settings != before {
            self.want(DesktopEffect::WriteSettings(self.settings.clone()));
        }
    }
}
