//! A process of Chromium.

use std::env;
use std::fs;
use std::process::Command;
use std::sync::MutexGuard;

use roomrtc_test_programs::{Namespaces, prerequisite};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::devtools::DevTools;
use super::film;
use super::page::Page;
use crate::turn;

/// Whoever may film is trusted with addresses, too: without it candidates have names.
const GRANTS_CAMERA: &str = "--use-fake-ui-for-media-stream";

const FLAGS: [&str; 14] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-breakpad",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.local",
    "--use-fake-device-for-media-stream",
    GRANTS_CAMERA,
    "--autoplay-policy=no-user-gesture-required",
];

/// A process of Chromium with a film for a camera, in a network namespace beside the one where
/// [`super::call::Call`] runs ours. Everything it leaves is removed when this is dropped.
#[derive(Debug)]
pub(crate) struct Browser {
    devtools: DevTools,
    /// As it names itself: `156.0.1`.
    pub(crate) version: String,
    pub(crate) namespaces: Namespaces,
    /// Its profile, its page, its film, and what our end writes.
    pub(crate) directory: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Browser {
    /// Starts one; `None`, told loudly, where there is no Chromium or no right to make namespaces.
    pub(crate) fn start() -> Option<Browser> {
        Browser::start_with(&[])
    }

    /// The same with more flags.
    pub(crate) fn start_with(flags: &[&str]) -> Option<Browser> {
        Browser::start_as(&[&FLAGS, flags].concat())
    }

    /// One that may not film and therefore hides its addresses.
    pub(crate) fn start_hiding() -> Option<Browser> {
        let flags = FLAGS.into_iter().filter(|flag| *flag != GRANTS_CAMERA);
        Browser::start_as(&flags.collect::<Vec<&str>>())
    }

    fn start_as(flags: &[&str]) -> Option<Browser> {
        let turn = turn::wait();
        let program = env::var("ROOMRTC_CHROMIUM").unwrap_or_else(|_| "chromium".into());
        if let Err(error) = Command::new(&program).arg("--version").output() {
            prerequisite::missing("Chromium", &format!("`{program}` does not run: {error}"));
            return None;
        }
        let namespaces = Namespaces::make();
        let missing = |error: String| prerequisite::missing("network namespaces", &error);
        let namespaces = namespaces.map_err(missing).ok()?;
        let directory = tempfile::tempdir().expect("a directory");
        let mut command = Command::new(program);
        command.args(flags).args(own_flags(&directory));
        let mut devtools = DevTools::start(&namespaces.inside(0, &command));
        let version = devtools.call(None, "Browser.getVersion", json!({})).expect("a browser");
        let product = version["product"].as_str().unwrap_or_default();
        let version = product.rsplit('/').next().unwrap_or_default().to_owned();
        Some(Browser { devtools, version, namespaces, directory, _turn: turn })
    }

    /// Takes the addresses of IPv6 away from both ends.
    pub(crate) fn leave_ipv4_alone(&self) {
        self.flush("-6");
    }

    /// Takes the addresses of IPv4 away from both ends.
    pub(crate) fn leave_ipv6_alone(&self) {
        self.flush("-4");
    }

    fn flush(&self, family: &str) {
        for name in &self.namespaces.names {
            let flush = ["-n", name, family, "address", "flush", "scope", "global"];
            assert!(Command::new("ip").args(flush).status().expect("ip runs").success());
        }
    }

    /// Opens a page. One is open at a time.
    pub(crate) fn open_page(&mut self) -> Page<'_> {
        let address = format!("file://{}", self.directory.path().join("page.html").display());
        Page::open(&mut self.devtools, &address)
    }

    /// Opens the page of a site. One is open at a time.
    pub(crate) fn open_site(&mut self, address: &str) -> Page<'_> {
        Page::open(&mut self.devtools, address)
    }

    /// The formats of H.264 that it can receive, as its parameters read.
    pub(crate) fn formats(&mut self) -> Vec<String> {
        let formats = self.open_page().evaluate("room.formats()");
        let text = |format: &Value| format.as_str().expect("text").to_owned();
        formats.as_array().expect("a list").iter().map(text).collect()
    }
}

/// What is of this process alone; the files it names are made.
fn own_flags(directory: &TempDir) -> [String; 2] {
    let path = |name: &str| directory.path().join(name);
    fs::write(path("page.html"), include_str!("page.html")).expect("written");
    film::write(&path("film.y4m"));
    [
        format!("--user-data-dir={}", path("profile").display()),
        format!("--use-file-for-fake-video-capture={}", path("film.y4m").display()),
    ]
}
