//! The outside of a real window.

use std::collections::VecDeque;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use roomrtc_media::picture::Picture;

use super::telling::tell;
use super::{Feed, Outside};
use crate::archive::{Archive, SystemFacts, Withheld};
use crate::desktop::{DesktopEffect, News};
use crate::log::{LogFiles, LogStore};
use crate::recording::WrittenSoFar;
use crate::runtime::Runtime;
use crate::settings::Folders;

/// The outside of a real window: what runs behind it, and reports.
pub(super) struct Backstage {
    runtime: Runtime,
    folders: Option<Folders>,
    log: LogStore,
    withheld: Withheld,
    /// The report that is being written.
    report: Option<JoinHandle<()>>,
    told: VecDeque<News>,
}

impl Backstage {
    /// One with these folders; without any, nothing is kept. `withheld` is what no report may have in it.
    pub(super) fn new(
        runtime: Runtime,
        folders: Option<Folders>,
        log: LogStore,
        withheld: Withheld,
    ) -> Self {
        let (report, told) = (None, VecDeque::new());
        Self { runtime, folders, log, withheld, report, told }
    }

    fn archive(&self, statistics: String) -> Archive {
        let log_files = self.folders.as_ref().map(|folders| LogFiles::paths(&folders.log));
        Archive {
            log: self.log.text(),
            log_files: log_files.unwrap_or_default(),
            statistics,
            recording: self.runtime.recording(),
            facts: SystemFacts::read(),
            withheld: self.withheld.clone(),
        }
    }
}

impl Outside for Backstage {
    fn carry_out(&mut self, effect: DesktopEffect) {
        if let DesktopEffect::WriteSession(session) = &effect {
            self.withheld.add(session.token.reveal());
        }
        if let Some(other) = self.runtime.carry_out(effect) {
            tracing::error!(?other, "nobody does this");
        }
    }

    fn save_report(&mut self, path: Option<PathBuf>, statistics: String) {
        if self.report.as_ref().is_some_and(|report| !report.is_finished()) {
            return;
        }
        let reports = self.folders.as_ref().map(|folders| folders.reports.clone());
        let path = path.or_else(|| Some(reports?.join(Archive::file_name_now())));
        let news = self.runtime.news_sender();
        let Some(path) = path else { return news.tell(News::ReportSaved(Err(None))) };
        let (archive, recordings) = (self.archive(statistics), self.runtime.written_so_far());
        let thread = thread::Builder::new().name("report".to_owned()).spawn(move || {
            recordings.iter().for_each(WrittenSoFar::wait);
            let written = archive.write(&path);
            let result = written.inspect_err(|error| tracing::warn!(%error, "no report"));
            news.tell(News::ReportSaved(result.map(|()| path.clone()).map_err(|_| Some(path))));
        });
        match thread {
            Ok(thread) => self.report = Some(thread),
            Err(error) => {
                tracing::error!(%error, "there is no thread for a report");
                self.told.push_back(News::ReportSaved(Err(None)));
            }
        }
    }

    fn poll_news(&mut self) -> Option<News> {
        let news = self.told.pop_front().or_else(|| self.runtime.poll_news());
        news.inspect(tell)
    }

    fn picture(&self, feed: Feed, is_awaited: bool) -> Option<Arc<Picture>> {
        let pictures = match feed {
            Feed::Remote => self.runtime.remote_pictures(),
            Feed::Own => self.runtime.own_pictures(),
            Feed::Preview => self.runtime.previewed_pictures(),
        };
        if is_awaited { pictures.latest() } else { pictures.peek() }
    }
}

impl Drop for Backstage {
    fn drop(&mut self) {
        if let Some(report) = self.report.take() {
            // A panic on that thread has already been printed there.
            let _ = report.join();
        }
    }
}

impl fmt::Debug for Backstage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Backstage").field("runtime", &self.runtime).finish_non_exhaustive()
    }
}
