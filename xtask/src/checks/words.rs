//! Every sentence in every register: keys that code uses exist, keys that exist are used.
//!
//! A key begins with its room's name, so a string such as `"consent-needed"` is known to be one. A key may be put
//! together (`format!("person-stay-{code}")`): then at least one key of that form must exist, and all of them count as used.

use std::collections::BTreeSet;

use crate::report::Finding;
use crate::rust::{Literal, Rust};
use crate::tree::{File, Tree};

const NAME: &str = "words";

/// Said by the command line alone, to whoever runs the house: no page shows them in plain Japanese.
const NOT_ON_PAGES: [&str; 6] =
    ["directory-import-", "audit-bent", "audit-straight", "audit-key-", "vault-", "doctor-"];

/// A room's words: where its files lie and what they hold.
struct Room {
    name: String,
    folder: String,
    ja: Vec<Message>,
    en: Vec<Message>,
    simple: Vec<Message>,
}

/// One sentence of a Fluent file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Message {
    key: String,
    line: usize,
    /// What it wants to be given.
    variables: BTreeSet<String>,
    /// Other sentences it is made of.
    names: BTreeSet<String>,
}

/// Everything that is missing, too much or spelt wrongly.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let (rooms, mut found) = rooms(tree);
    let names: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
    let uses = uses(tree, &names);
    let given = given(tree);
    for room in &rooms {
        found.extend(compare(room));
        found.extend(wanting(room, &given));
    }
    for used in &uses {
        if !rooms.iter().flat_map(|room| &room.ja).any(|message| used.means(&message.key)) {
            let message = format!("`{}` is no sentence of any room", used.text);
            found.push(Finding::error(NAME, &used.path, used.line, message));
        }
    }
    found.extend(rooms.iter().filter_map(|room| unsaid(room, &uses)));
    found
}

/// Sentences that nothing says, all of a room in one finding.
fn unsaid(room: &Room, uses: &[Use]) -> Option<Finding> {
    let said_inside =
        |key: &String| [&room.ja, &room.en, &room.simple].iter().any(|side| side.iter().any(|m| m.names.contains(key)));
    let lone: Vec<&Message> =
        room.ja.iter().filter(|m| !said_inside(&m.key) && !uses.iter().any(|used| used.means(&m.key))).collect();
    let keys: Vec<&str> = lone.iter().map(|m| m.key.as_str()).collect();
    let message = format!("nothing says {} of these: {}", keys.len(), keys.join(", "));
    lone.first().map(|first| Finding::error(NAME, &format!("{}/ja.ftl", room.folder), first.line, message))
}

/// Rooms by their `words!("name", "…/ja.ftl", …)`.
fn rooms(tree: &Tree) -> (Vec<Room>, Vec<Finding>) {
    let (mut rooms, mut found) = (Vec::new(), Vec::new());
    for (file, rust) in tree.sources().filter(|(file, _)| !file.is_test()) {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for at in rust.words("words!").filter(|at| rust.code[at + 6..].starts_with('(') && !rust.in_macro(*at)) {
            let mut inside =
                rust.literals.iter().skip_while(|literal| literal.at < at).map(|literal| literal.value.as_str());
            let Some(name) = inside.next() else { continue };
            let ja = inside.next().filter(|path| path.ends_with("ja.ftl")).unwrap_or("words/ja.ftl");
            let folder = join(folder, ja.trim_end_matches("/ja.ftl"));
            let mut read = |register: &str| {
                let path = format!("{folder}/{register}.ftl");
                tree.get(&path).map_or_else(Vec::new, |file| {
                    let messages = messages(&file.text);
                    found.extend(spelling(file, name, &messages));
                    messages
                })
            };
            let (ja, en, simple) = (read("ja"), read("en"), read("ja-simple"));
            rooms.push(Room { name: name.to_owned(), folder, ja, en, simple });
        }
    }
    (rooms, found)
}

fn join(folder: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in relative.split('/') {
        if part == ".." { parts.truncate(parts.len().saturating_sub(1)) } else { parts.push(part) }
    }
    parts.join("/")
}

/// Keys that do not begin with their room's name, or stand twice.
fn spelling(file: &File, room: &str, messages: &[Message]) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for message in messages {
        if !message.key.strip_prefix(room).is_some_and(|rest| rest.starts_with('-')) {
            let text = format!("`{}` must begin with `{room}-`", message.key);
            found.push(Finding::error(NAME, &file.path, message.line, text));
        }
        if !seen.insert(&message.key) {
            found.push(Finding::error(NAME, &file.path, message.line, format!("`{}` stands here twice", message.key)));
        }
    }
    found
}

/// The registers against each other. All are complete: who reads plain Japanese reads it to the end of every page.
fn compare(room: &Room) -> Vec<Finding> {
    let mut found = Vec::new();
    let sides = [("ja", &room.ja), ("en", &room.en), ("ja-simple", &room.simple)];
    for (has, messages) in sides {
        for (register, others) in sides.iter().filter(|(register, _)| *register != has) {
            let on_pages =
                |m: &&Message| *register != "ja-simple" || !NOT_ON_PAGES.iter().any(|p| m.key.starts_with(p));
            let lacking = messages.iter().filter(|m| !others.iter().any(|other| other.key == m.key)).filter(on_pages);
            found.extend(lacking.map(|m| {
                let path = format!("{}/{register}.ftl", room.folder);
                Finding::error(NAME, &path, 0, format!("lacks `{}`, which {has}.ftl has in line {}", m.key, m.line))
            }));
        }
    }
    found
}

/// Sentences that want something which no code ever gives: they would show its name instead.
fn wanting(room: &Room, given: &BTreeSet<&str>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (register, messages) in [("ja", &room.ja), ("en", &room.en), ("ja-simple", &room.simple)] {
        for message in messages {
            for variable in message.variables.iter().filter(|variable| !given.contains(variable.as_str())) {
                let text = format!("`{}` wants ${variable}, which no code gives", message.key);
                found.push(Finding::error(NAME, &format!("{}/{register}.ftl", room.folder), message.line, text));
            }
        }
    }
    found
}

/// Every string outside tests; names of arguments are among them.
fn given(tree: &Tree) -> BTreeSet<&str> {
    let outside = |(file, rust)| outside_tests(file, rust).map(|literal| literal.value.as_str());
    tree.sources().flat_map(outside).collect()
}

fn outside_tests<'a>(file: &'a File, rust: &'a Rust) -> impl Iterator<Item = &'a Literal> {
    rust.literals.iter().filter(|literal| !file.tests_at(literal.at))
}

/// Sentences of a Fluent file.
fn messages(text: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let head = line.split_once('=').map(|(key, _)| key.trim_end());
        match head.filter(|key| is_key(key) && !line.starts_with([' ', '#'])) {
            Some(key) => {
                let key = key.to_owned();
                found.push(Message { key, line: n + 1, variables: BTreeSet::new(), names: BTreeSet::new() });
            }
            None if !line.starts_with(' ') => continue,
            None => {}
        }
        let Some(message) = found.last_mut() else { continue };
        message.variables.extend(names_after(line, '$'));
        message.names.extend(names_after(line, '{').into_iter().filter(|name| name.contains('-')));
    }
    found
}

/// Names that follow a sign, blanks between allowed.
fn names_after(line: &str, sign: char) -> Vec<String> {
    line.split(sign)
        .skip(1)
        .map(str::trim_start)
        .map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect::<String>()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// A string in the code that is a key, or the shape of several.
struct Use {
    path: String,
    line: usize,
    text: String,
    /// The fixed parts between what is put in.
    fixed: Vec<String>,
}

impl Use {
    fn means(&self, key: &str) -> bool {
        let [first, middle @ .., last] = self.fixed.as_slice() else {
            return self.fixed.first().is_some_and(|f| f == key);
        };
        let Some(mut rest) = key.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else {
            return false;
        };
        middle.iter().all(|part| {
            let at = rest.find(part.as_str());
            rest = at.map_or(rest, |at| &rest[at + part.len()..]);
            at.is_some()
        })
    }
}

/// Strings outside tests that begin with a room's name and look like a key.
fn uses(tree: &Tree, rooms: &[&str]) -> Vec<Use> {
    let addresses: BTreeSet<&str> =
        given(tree).into_iter().filter(|text| text.starts_with('/')).flat_map(|text| text.split('/')).collect();
    let mut found = Vec::new();
    for (file, rust) in tree.sources() {
        for literal in outside_tests(file, rust) {
            let fixed = fixed(&literal.value);
            let rest = rooms.iter().find_map(|room| fixed[0].strip_prefix(room)?.strip_prefix('-'));
            // `consent-1` is a migration, `person-says` a part of an address, `class="notice-body"` an attribute, written
            // without a blank.
            let is_migration = rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
            let is_address = addresses.contains(literal.value.as_str());
            let is_attribute = rust.code[..literal.at].ends_with('=');
            if rest.is_some()
                && !is_migration
                && !is_address
                && !is_attribute
                && fixed.iter().all(|part| part.is_empty() || is_key(part))
            {
                let line = file.line(literal.at);
                found.push(Use { path: file.path.clone(), line, text: literal.value.clone(), fixed });
            }
        }
    }
    found
}

/// What stays the same in a put-together key: `a-{b}-c` is `a-`, `-c`; `a-` is `a-` and nothing.
fn fixed(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(before.to_owned());
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    parts.push(rest.to_owned());
    if parts.len() == 1 && text.ends_with('-') {
        parts.push(String::new());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    const ROOM: &str =
        "pub const W: WordsOf = base::words!(\"leg\", \"words/ja.ftl\", \"words/en.ftl\", \"words/ja-simple.ftl\");";

    fn room(ja: &str, en: &str, simple: &str, code: &str) -> Vec<String> {
        told(
            check,
            &[
                ("crates/care/src/leg/mod.rs", &format!("{ROOM}\n{code}")),
                ("crates/care/src/leg/words/ja.ftl", ja),
                ("crates/care/src/leg/words/en.ftl", en),
                ("crates/care/src/leg/words/ja-simple.ftl", simple),
            ],
        )
    }

    #[test]
    fn a_complete_room_is_quiet() {
        let ja = "# Legs\nleg-a = { $n }回\n    と{ leg-b }\nleg-b = b\nleg-kind-letter = 手紙\n";
        let code = "fn f() { t(\"leg-a\", \"n\"); t(&format!(\"leg-kind-{code}\")); html! { p class=\"leg-look\" {} } } const M: &str = \"leg-1\"; const P: [&str; 2] = [\"leg-says\", \"/legs/{leg}/leg-says\"];";
        assert_eq!(room(ja, ja, ja, code), Vec::<String>::new());
    }

    #[test]
    fn a_key_without_a_sentence_is_an_error() {
        let found = room(
            "leg-a = a\n",
            "leg-a = a\n",
            "leg-a = a\n",
            "fn f() { t(\"leg-a\"); t(\"leg-gone\"); t(\"leg-kind-\"); }",
        );
        assert_eq!(
            found,
            [
                "error[words] crates/care/src/leg/mod.rs:2: `leg-gone` is no sentence of any room",
                "error[words] crates/care/src/leg/mod.rs:2: `leg-kind-` is no sentence of any room",
            ]
        );
    }

    #[test]
    fn every_register_is_complete() {
        let found = room("leg-a = a\n", "leg-b = b\n", "leg-c = c\n", "fn f() { t(\"leg-a\"); }");
        assert!(found.contains(
            &"error[words] crates/care/src/leg/words/en.ftl: lacks `leg-a`, which ja.ftl has in line 1".to_owned()
        ));
        assert!(found.contains(
            &"error[words] crates/care/src/leg/words/ja.ftl: lacks `leg-b`, which en.ftl has in line 1".to_owned()
        ));
        assert!(found.iter().any(|f| f.contains("lacks `leg-c`, which ja-simple.ftl has")), "{found:?}");
        assert!(found.iter().any(|f| f.contains("ja-simple.ftl: lacks `leg-a`, which ja.ftl has")), "{found:?}");
    }

    #[test]
    fn somebody_gives_what_a_sentence_wants() {
        let found =
            room("leg-a = { $n }\n", "leg-a = { $m }\n", "leg-a = { $n }\n", "fn f() { t(\"leg-a\", &[(\"n\", 1)]); }");
        assert_eq!(found, ["error[words] crates/care/src/leg/words/en.ftl:1: `leg-a` wants $m, which no code gives"]);
    }

    #[test]
    fn unused_double_and_foreign_keys_are_told() {
        let found = room("leg-a = a\nleg-a = b\narm-b = c\n", "leg-a = a\narm-b = c\n", "", "");
        assert!(found.iter().any(|f| f.contains("`leg-a` stands here twice")), "{found:?}");
        assert!(found.iter().any(|f| f.contains("`arm-b` must begin with `leg-`")), "{found:?}");
        assert!(
            found.iter().any(|f| f.starts_with("error") && f.contains("nothing says 3 of these: leg-a")),
            "{found:?}"
        );
    }

    #[test]
    fn shapes_of_keys() {
        let shape = |text: &str| Use { path: String::new(), line: 0, text: text.to_owned(), fixed: fixed(text) };
        assert!(shape("leg-{a}-{b}-end").means("leg-x-y-end"));
        assert!(!shape("leg-{a}-end").means("leg-x"));
        assert!(shape("leg-").means("leg-x"));
        assert!(!shape("leg-x").means("leg-xy"));
    }
}
