//! Running a rule over all files.

use super::source_file::SourceFile;

/// Fails with every sentence that `check` has for any file.
pub(super) fn assert_none(check: fn(&SourceFile) -> Vec<String>) {
    let found: Vec<String> = SourceFile::all()
        .iter()
        .flat_map(|file| {
            let path = file.path.display().to_string();
            check(file).into_iter().map(move |what| format!("{path}: {what}"))
        })
        .collect();
    assert!(found.is_empty(), "{} violations\n{}", found.len(), found.join("\n"));
}
