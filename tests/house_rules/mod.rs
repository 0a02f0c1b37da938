//! The house rules, checked on every source file of the workspace.
//!
//! Set `HOUSE_ROOT` to check another tree than this one.

mod data_types;
mod function_lengths;
mod layers;
mod purity;
mod source_file;
mod violations;

use violations::assert_none;

#[test]
fn no_function_is_over_thirty_lines() {
    assert_none(function_lengths::check);
}

#[test]
fn every_data_type_has_its_own_file() {
    assert_none(data_types::check);
}

#[test]
fn imports_of_core_go_down_only() {
    assert_none(layers::check);
}

#[test]
fn nothing_is_unsafe_and_the_core_is_pure() {
    assert_none(purity::check);
}
