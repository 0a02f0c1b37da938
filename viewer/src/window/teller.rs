//! The thread that tells a run.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use eframe::egui::Context;
use roomrtc_core::base::Time;

use super::{Answer, Following};
use crate::source::{Listener, Source, Told};
use crate::span::Span;
use crate::timeline::{Timeline, TimelineBuilder};

/// The thread that tells a run: first the whole, then each stretch that is asked for.
#[derive(Debug)]
pub(super) struct Teller {
    /// What is asked for: times, each for its stretch.
    requests: SyncSender<Time>,
    /// What it says.
    pub(super) answers: Receiver<Answer>,
}

impl Teller {
    /// Answers that wait at most.
    const MOST_ANSWERS: usize = 8;

    /// Starts the thread; it ends once the teller is gone.
    ///
    /// # Errors
    /// What the system says if it gives no thread.
    pub(super) fn start(
        mut source: Box<dyn Source + Send>,
        context: Context,
    ) -> Result<Teller, std::io::Error> {
        let (requests, asked) = sync_channel(1);
        let (answer, answers) = sync_channel(Teller::MOST_ANSWERS);
        let work = move || {
            let whole = tell(source.as_mut(), &answer, &context);
            if answer.send(Answer::Whole(Box::new(whole))).is_err() {
                return;
            }
            context.request_repaint();
            for time in asked {
                let made = catch_unwind(AssertUnwindSafe(|| Span::make(source.as_mut(), time)));
                // Of a run that crashes there, nothing can be shown; and it is not asked for again.
                let stretch = made.unwrap_or_else(|_| Span::nothing_at(time));
                if answer.send(Answer::Stretch(stretch)).is_err() {
                    return;
                }
                context.request_repaint();
            }
        };
        thread::Builder::new().name("teller".to_owned()).spawn(work)?;
        Ok(Teller { requests, answers })
    }

    /// Asks for the stretch that `time` lies in. Says whether it could be asked for.
    pub(super) fn ask(&self, time: Time) -> bool {
        self.requests.try_send(time).is_ok()
    }
}

fn tell(source: &mut dyn Source, answers: &SyncSender<Answer>, context: &Context) -> Timeline {
    let builder = TimelineBuilder::new(source.heading().clone(), source.tells_losses());
    let mut following = Following { builder, answers, context, said: Time::ZERO };
    let told = catch_unwind(AssertUnwindSafe(|| {
        source.tell(Time::ZERO, Time::FAR_FUTURE, &mut following);
    }));
    if told.is_err() {
        let note = "the run has CRASHED: it is shown as far as it went";
        let _ = following.builder.hear(Told::Note(note));
    }
    following.builder.finish()
}
