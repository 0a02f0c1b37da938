//! What only changes what is shown, and the settings.

use roomrtc_core::base::Time;

use super::{Action, Desktop, DesktopEffect, OwnPicture, Panel, SettingChange, Settings};

impl Desktop {
    /// Takes an action that concerns the looks of things.
    pub(super) fn look(&mut self, now: Time, action: Action) {
        match action {
            Action::OpenForm(form) => {
                self.welcome.form = form;
                self.welcome.problem = None;
            }
            Action::Search(text) => self.lobby.search = text,
            Action::FullScreen(is_full) => self.is_full_screen = is_full,
            Action::OpenPanel(panel) => self.open_panel(panel),
            Action::ClosePanel => self.panel = None,
            Action::SetLogLevel(level) => self.log.level = level,
            Action::SetLogTarget(target) => self.log.target = target,
            Action::SearchLog(text) => self.log.search = text,
            Action::DismissNotice(number) => self.notices.dismiss(number),
            Action::ChangeSetting(change) => self.change_setting(now, change),
            Action::ZoomIn => {
                self.zoom(now, self.settings.scale.saturating_add(Settings::SCALE_STEP))
            }
            Action::ZoomOut => {
                self.zoom(now, self.settings.scale.saturating_sub(Settings::SCALE_STEP));
            }
            Action::CopyStatistics => self.want(DesktopEffect::CopyStatistics),
            Action::SaveReport(path) => self.want(DesktopEffect::SaveReport(path)),
            other => self.place(now, other),
        }
    }

    /// Takes an action that concerns one's own picture.
    fn place(&mut self, now: Time, action: Action) {
        match action {
            Action::ShowOwnPicture(is_shown) => {
                self.change_setting(now, SettingChange::ShowsOwnPicture(is_shown));
            }
            Action::MirrorOwnPicture(is_mirrored) => {
                self.change_setting(now, SettingChange::MirrorsOwnPicture(is_mirrored));
            }
            Action::MoveOwnPicture => {
                self.place_own_picture(now, self.settings.own_picture_corner.next())
            }
            Action::PlaceOwnPicture(corner) => self.place_own_picture(now, corner),
            _ => {}
        }
    }

    fn open_panel(&mut self, panel: Panel) {
        if panel == Panel::Share {
            self.want(DesktopEffect::ListWindows);
        }
        self.panel = Some(panel);
    }

    fn place_own_picture(&mut self, now: Time, corner: super::Corner) {
        self.change_setting(now, SettingChange::OwnPictureCorner(corner));
    }

    fn zoom(&mut self, now: Time, percent: u16) {
        self.change_setting(now, SettingChange::Scale(percent));
    }

    /// Changes a setting, has it kept if it was another, and does what follows from it.
    pub(super) fn change_setting(&mut self, now: Time, change: SettingChange) {
        let before = self.settings.clone();
        self.settings.change(change);
        if self.settings == before {
            return;
        }
        self.want(DesktopEffect::WriteSettings(self.settings.clone()));
        if let Some(call) = &mut self.call {
            call.own_picture = OwnPicture::from(&self.settings);
        }
        if self.settings.keeps_login != before.keeps_login {
            self.keep_login();
        }
        if self.settings.source != before.source {
            self.choose_source(now, self.settings.source.clone());
        }
    }
}
