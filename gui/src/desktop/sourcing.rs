//! What one sends pictures of, and the device check.

use roomrtc_core::base::Time;
use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::camera::CameraInfo;

use super::{
    Action, Desktop, DesktopEffect, Notice, SettingChange, SourceChoice, SourceProblem, SourceState,
};

impl Desktop {
    /// Takes an action that concerns what is sent.
    pub(super) fn handle_source(&mut self, now: Time, action: Action) {
        match action {
            // A window is there for this run alone.
            Action::ChooseSource(choice) if matches!(choice, SourceChoice::Window(_)) => {
                self.choose_source(now, choice);
            }
            Action::ChooseSource(choice) => {
                self.choose_source(now, choice.clone());
                self.change_setting(now, SettingChange::Source(choice));
            }
            Action::Share(choice) if choice.is_screen() => self.share(Some(choice)),
            Action::StopSharing => self.share(None),
            Action::StartPreview if self.call.is_none() && self.closing_since.is_none() => {
                self.start_preview();
            }
            Action::StopPreview => self.stop_preview(),
            Action::ListWindows => self.want(DesktopEffect::ListWindows),
            _ => {}
        }
    }

    pub(super) fn choose_source(&mut self, _now: Time, choice: SourceChoice) {
        if self.devices.chosen == choice {
            return;
        }
        self.devices.chosen = choice;
        let is_sharing = self.call.as_ref().is_some_and(|call| call.sharing.is_some());
        if !is_sharing {
            self.switch(self.devices.chosen.clone());
        }
        if self.devices.preview != SourceState::Off {
            self.start_preview();
        }
    }

    /// Sends pictures of this from now on.
    fn switch(&mut self, choice: SourceChoice) {
        if let Some(call) = &mut self.call {
            call.source = match choice {
                SourceChoice::Nothing => SourceState::Off,
                _ => SourceState::Starting,
            };
        }
        self.want(DesktopEffect::ChooseSource(choice));
    }

    fn share(&mut self, shared: Option<SourceChoice>) {
        let Some(call) = self.call.as_mut().filter(|call| call.sharing != shared) else {
            return;
        };
        call.sharing.clone_from(&shared);
        self.switch(shared.unwrap_or_else(|| self.devices.chosen.clone()));
    }

    fn start_preview(&mut self) {
        if self.devices.chosen == SourceChoice::Nothing {
            return self.stop_preview();
        }
        self.devices.formats.clear();
        self.devices.preview = SourceState::Starting;
        self.want(DesktopEffect::StartPreview(self.devices.chosen.clone()));
    }

    /// Ends the preview, if there is one, and lets go of the camera.
    pub(super) fn stop_preview(&mut self) {
        if self.devices.preview != SourceState::Off {
            self.devices.preview = SourceState::Off;
            self.want(DesktopEffect::StopPreview);
        }
    }

    /// These cameras are there now. One that was lost and is back is opened again.
    pub(super) fn see_cameras(&mut self, cameras: Vec<CameraInfo>) {
        let is_news = self.devices.cameras != cameras;
        self.devices.cameras = cameras;
        self.devices.is_known = true;
        if !is_news || !self.is_chosen_there() {
            return;
        }
        let has_failed = |state: SourceState| matches!(state, SourceState::Failed(_));
        if self.call.as_ref().is_some_and(|it| it.sharing.is_none() && has_failed(it.source)) {
            self.switch(self.devices.chosen.clone());
        }
        if has_failed(self.devices.preview) {
            self.start_preview();
        }
    }

    fn is_chosen_there(&self) -> bool {
        match &self.devices.chosen {
            SourceChoice::AnyCamera => !self.devices.cameras.is_empty(),
            SourceChoice::Camera(name) => self.devices.cameras.iter().any(|it| it.name == *name),
            _ => false,
        }
    }

    /// The preview gives pictures, or none.
    pub(super) fn hear_of_preview(&mut self, news: Result<PictureSize, SourceProblem>) {
        if self.devices.preview != SourceState::Off {
            self.devices.preview = news.map_or_else(SourceState::Failed, SourceState::Running);
        }
    }

    /// What the call sends gives pictures, or none.
    pub(super) fn hear_of_source(&mut self, now: Time, news: Result<PictureSize, SourceProblem>) {
        let Some(call) = &mut self.call else {
            return;
        };
        let was_running = matches!(call.source, SourceState::Running(_));
        call.source = news.map_or_else(SourceState::Failed, SourceState::Running);
        match news {
            Ok(_) if std::mem::take(&mut self.is_source_lost) => self.post(now, Notice::SourceBack),
            Ok(_) => {}
            // The camera takes the place of a window that was closed.
            Err(problem) if call.sharing.is_some() => {
                self.post(now, Notice::SourceLost(problem));
                self.share(None);
            }
            Err(problem) => {
                self.is_source_lost = true;
                self.post(now, Notice::SourceLost(problem));
                // Once more: there may be another camera.
                if was_running && self.is_chosen_there() {
                    self.switch(self.devices.chosen.clone());
                }
            }
        }
        self.follow_report(now);
    }
}
