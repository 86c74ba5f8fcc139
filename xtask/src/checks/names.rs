//! Names out of the field's language: no Manager, Helper, Util, Service, Dto, Info, Data.

use crate::report::Finding;
use crate::rust::is_word;
use crate::tree::Tree;

const NAME: &str = "names";

/// Endings of types that say nothing about what a thing is.
const EMPTY: &[&str] = &["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Dto", "Info", "Data"];

/// Modules that are drawers for everything.
const DRAWERS: &[&str] =
    &["manager", "helper", "helpers", "util", "utils", "service", "services", "dto", "common", "misc"];

/// Types and modules whose name says nothing.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, rust) in tree.sources() {
        for keyword in ["struct", "enum", "trait", "type", "mod"] {
            for at in rust.words(keyword) {
                let rest = rust.code[at + keyword.len()..].trim_start();
                let name = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
                let empty = if keyword == "mod" {
                    DRAWERS.contains(&name)
                } else {
                    EMPTY.iter().any(|word| name.ends_with(word))
                };
                if empty {
                    let message =
                        format!("`{name}` says nothing about what it is: take the field's word (docs/words.md)");
                    found.push(Finding::error(NAME, &file.path, file.line(at), message));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    #[test]
    fn an_empty_name_is_an_error() {
        let text = "struct ReferralManager; mod utils; struct ServiceId; enum Offer {} // struct UserDto";
        let found = told(check, &[("crates/care/src/lib.rs", text)]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("`ReferralManager`"), "{found:?}");
    }
}
