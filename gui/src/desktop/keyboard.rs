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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::flows::World;

    fn does(world: &World, seat: usize, command: ShortcutCommand) -> Option<Action> {
        world.seats[seat].desktop.action_of(command)
    }

    #[test]
    fn what_a_shortcut_does_depends_on_where_one_is() {
        let mut world = World::new(1);
        for command in
            [ShortcutCommand::Statistics, ShortcutCommand::HangUp, ShortcutCommand::Camera]
        {
            assert_eq!(does(&world, 0, command), None, "{command:?}");
        }
        let open = does(&world, 0, ShortcutCommand::Shortcuts).expect("an action");
        assert_eq!(open, Action::OpenPanel(Panel::Shortcuts));
        world.act(0, open);
        assert_eq!(does(&world, 0, ShortcutCommand::Shortcuts), Some(Action::ClosePanel));
        assert_eq!(does(&world, 0, ShortcutCommand::Back), Some(Action::ClosePanel));
    }

    #[test]
    fn a_call_is_taken_given_up_declined_and_ended_by_keys() {
        let mut world = World::in_lobby(2);
        world.act(0, Action::Call("bob".into()));
        world.run_until(|world| world.seats[1].desktop.ringing.is_some());
        assert_eq!(does(&world, 0, ShortcutCommand::Accept), None);
        assert_eq!(does(&world, 0, ShortcutCommand::HangUp), Some(Action::Cancel));
        assert_eq!(does(&world, 0, ShortcutCommand::Back), Some(Action::Cancel));
        assert_eq!(does(&world, 1, ShortcutCommand::HangUp), Some(Action::Reject));
        let accept = does(&world, 1, ShortcutCommand::Accept).expect("an action");
        world.act(1, accept);
        world.run_until(|world| world.seats[0].desktop.call.is_some());
        assert_eq!(does(&world, 0, ShortcutCommand::HangUp), Some(Action::HangUp));
        assert_eq!(does(&world, 0, ShortcutCommand::Camera), Some(Action::TurnCamera(false)));
        let share = does(&world, 0, ShortcutCommand::Share).expect("an action");
        world.act(0, share);
        assert_eq!(does(&world, 0, ShortcutCommand::Share), Some(Action::StopSharing));
    }

    #[test]
    fn keys_are_found_unless_one_types_with_them() {
        let desktop = Desktop::default();
        let find = |key: &str, control: bool, is_typing: bool| {
            let is_it = |one: &Shortcut| one.keys.key == key && one.keys.control == control;
            desktop.shortcut(is_it, is_typing).map(|one| one.command)
        };
        assert_eq!(find("F", false, false), Some(ShortcutCommand::FullScreen));
        assert_eq!(find("F", false, true), None);
        assert_eq!(find("F", true, true), Some(ShortcutCommand::Search));
        assert_eq!(find("Escape", false, true), Some(ShortcutCommand::Back));
    }
}
