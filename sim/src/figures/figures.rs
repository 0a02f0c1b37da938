//! All figures of a run.

use super::{Figure, FigureKey, Unit};

/// All figures of a run, in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures(Vec<Figure>);

impl Figures {
    /// Adds a figure; of the run, or of a host.
    pub fn add(&mut self, host: Option<&str>, name: &'static str, unit: Unit, value: u64) {
        let key = FigureKey { host: host.map(str::to_owned), name };
        self.0.push(Figure { key, unit, value });
    }

    /// The figures.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.0.iter()
    }

    /// The value of the figure `name` of `host`, or of the run; `None` if it has none.
    pub fn value(&self, host: Option<&str>, name: &str) -> Option<u64> {
        let matches =
            |figure: &&Figure| figure.key.name == name && figure.key.host.as_deref() == host;
        self.0.iter().find(matches).map(|figure| figure.value)
    }

    /// The hosts that figures are of, in order of appearance.
    pub fn hosts(&self) -> Vec<&str> {
        let mut hosts: Vec<&str> = Vec::new();
        for host in self.0.iter().filter_map(|figure| figure.key.host.as_deref()) {
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
        hosts
    }

    /// The names of the figures that hosts have, in order of appearance.
    pub fn host_names(&self) -> Vec<&'static str> {
        let mut names: Vec<&'static str> = Vec::new();
        for figure in self.0.iter().filter(|figure| figure.key.host.is_some()) {
            if !names.contains(&figure.key.name) {
                names.push(figure.key.name);
            }
        }
        names
    }

    /// The figure `name` of `host`, for people; a dash if it has no value.
    pub fn text(&self, host: Option<&str>, name: &str) -> String {
        let matches =
            |figure: &&Figure| figure.key.name == name && figure.key.host.as_deref() == host;
        self.0.iter().find(matches).map_or_else(|| "–".to_owned(), Figure::text)
    }
}
