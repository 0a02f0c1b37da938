//! What keyboard shortcuts do at the moment.

use super::{
    Action, Desktop, Panel, RingingStage, Screen, SettingChange, Shortcut, ShortcutCommand,
    SourceChoice,
};

impl Desktop {
    /// What a shortcut does now; `None` if it means nothing at the moment, or is the views' own, as the
    /// search is.
    pub fn action_of(&self, command: ShortcutCommand) -> Option<Action> {
        let is_here = self.screen() != Screen::Welcome;
        match command {
            ShortcutCommand::Shortcuts => Some(self.toggle(Panel::Shortcuts)),
            ShortcutCommand::Back => self.back(),
            ShortcutCommand::Search => None,
            ShortcutCommand::Accept => {
                self.rings(RingingStage::RingsHere).then_some(Action::Accept)
            }
            ShortcutCommand::HangUp => self.ending(),
            ShortcutCommand::Statistics => is_here.then(|| self.toggle(Panel::Statistics)),
            ShortcutCommand::Log => Some(self.toggle(Panel::Log)),
            ShortcutCommand::Doctor => self.doctor.as_ref().map(|_| self.toggle(Panel::Doctor)),
            ShortcutCommand::Devices => self.call.is_none().then(|| self.toggle(Panel::Devices)),
            ShortcutCommand::Settings => Some(self.toggle(Panel::Settings)),
            ShortcutCommand::ZoomIn => Some(Action::ZoomIn),
            ShortcutCommand::ZoomOut => Some(Action::ZoomOut),
            ShortcutCommand::ZoomReset => Some(Action::ChangeSetting(SettingChange::Scale(100))),
            ShortcutCommand::SaveReport => Some(Action::SaveReport(None)),
            ShortcutCommand::Quit => Some(Action::CloseWindow),
            in_call => self.action_in_call(in_call),
        }
    }

    fn action_in_call(&self, command: ShortcutCommand) -> Option<Action> {
        let call = self.call.as_ref()?;
        Some(match command {
            ShortcutCommand::Camera => Action::TurnCamera(!call.is_camera_on),
            ShortcutCommand::Share if call.sharing.is_some() => Action::StopSharing,
            ShortcutCommand::Share => Action::Share(SourceChoice::Screen),
            ShortcutCommand::OwnPicture => Action::ShowOwnPicture(!call.own_picture.is_shown),
            ShortcutCommand::MoveOwnPicture => Action::MoveOwnPicture,
            ShortcutCommand::FullScreen => Action::FullScreen(!self.is_full_screen),
            ShortcutCommand::SafetyNumber => self.toggle(Panel::SafetyNumber),
            _ => return None,
        })
    }

    /// The shortcut of these keys that works now.
    pub fn shortcut(
        &self,
        is_pressed: impl Fn(&Shortcut) -> bool,
        is_typing: bool,
    ) -> Option<&'static Shortcut> {
        let works = |one: &&Shortcut| !is_typing || one.works_while_typing();
        Shortcut::ALL.iter().filter(works).find(|one| is_pressed(one))
    }

    fn toggle(&self, panel: Panel) -> Action {
        if self.panel == Some(panel) { Action::ClosePanel } else { Action::OpenPanel(panel) }
    }

    fn rings(&self, stage: RingingStage) -> bool {
        self.ringing.as_ref().is_some_and(|ringing| ringing.stage == stage)
    }

    fn back(&self) -> Option<Action> {
        let rings_there = self.ringing.as_ref().is_some_and(|ringing| !ringing.is_incoming());
        if self.panel.is_some() {
            Some(Action::ClosePanel)
        } else if self.is_full_screen {
            Some(Action::FullScreen(false))
        } else if rings_there {
            Some(Action::Cancel)
        } else {
            self.welcome.step.map(|_| Action::CancelEntry)
        }
    }

    fn ending(&self) -> Option<Action> {
        match (&self.call, &self.ringing) {
            (Some(_), _) => Some(Action::HangUp),
            (None, Some(ringing)) if ringing.is_incoming() => Some(Action::Reject),
            (None, Some(_)) => Some(Action::Cancel),
            (None, None) => None,
        }
    }
}
