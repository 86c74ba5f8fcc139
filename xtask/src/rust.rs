//! Rust source taken apart as far as the checks need: what is code, what is text, what is a remark.
//!
//! Not a parser. Strings and comments are told from code exactly; the rest goes by braces. That is enough to ask which
//! strings a file holds, how long a function is, and what stands under `#[cfg(test)]`, without a dependency.

use std::ops::Range;

/// A string literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Offset of its opening quote, or of the `r` of a raw one.
    pub at: usize,
    /// What it says, escapes resolved.
    pub value: String,
}

/// A source file taken apart.
#[derive(Clone, Debug, Default)]
pub struct Rust {
    /// The text with everything inside strings and comments blanked; offsets and lines are those of the file.
    pub code: String,
    /// String literals, in order.
    pub literals: Vec<Literal>,
    /// Comments with the offset where each begins.
    pub comments: Vec<(usize, String)>,
    /// What stands under `#[cfg(test)]`.
    pub tests: Vec<Range<usize>>,
    /// Bodies of `macro_rules!`.
    pub macros: Vec<Range<usize>>,
}

impl Rust {
    /// Takes a source file apart.
    pub fn read(text: &str) -> Self {
        let mut scan = Scan { text, code: text.as_bytes().to_vec(), at: 0, literals: Vec::new(), comments: Vec::new() };
        scan.run();
        let code = String::from_utf8_lossy(&scan.code).into_owned();
        let tests = blocks(&code, "#[cfg(test)]");
        let macros = blocks(&code, "macro_rules!");
        Self { code, literals: scan.literals, comments: scan.comments, tests, macros }
    }

    /// Whether this place is only compiled for tests.
    pub fn in_tests(&self, at: usize) -> bool {
        self.tests.iter().any(|range| range.contains(&at))
    }

    /// Whether this place is inside a `macro_rules!`.
    pub fn in_macro(&self, at: usize) -> bool {
        self.macros.iter().any(|range| range.contains(&at))
    }

    /// Every place where `word` stands in the code as a whole word.
    pub fn words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        whole_words(&self.code, word)
    }

    /// Functions with a body: name, offset of `fn`, and offset behind the closing brace.
    pub fn functions(&self) -> Vec<(&str, usize, usize)> {
        let mut found = Vec::new();
        for at in self.words("fn") {
            let rest = self.code[at + 2..].trim_start();
            let name = &rest[..rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())];
            // A type such as `fn(&str)` has no name; a trait's method without a body ends in a semicolon.
            let Some(open) = body(&self.code, at).filter(|_| !name.is_empty()) else { continue };
            found.push((name, at, close(&self.code, open)));
        }
        found
    }
}

/// Line of an offset, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// Every place where `word` stands in `text` with nothing wordlike around it.
pub fn whole_words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        !text[..*at].chars().next_back().is_some_and(is_word) && !text[at + word.len()..].starts_with(is_word)
    })
}

/// Whether a sign can be part of a name.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The braces that follow each `mark`, mark included, unless a semicolon comes first.
fn blocks(code: &str, mark: &str) -> Vec<Range<usize>> {
    code.match_indices(mark).filter_map(|(at, _)| body(code, at).map(|open| at..close(code, open))).collect()
}

/// The first brace after `at` that is not behind a semicolon, parentheses and brackets skipped.
fn body(code: &str, at: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (i, b) in code.as_bytes().iter().enumerate().skip(at) {
        match b {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(i),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Offset behind the brace that closes the one at `open`.
fn close(code: &str, open: usize) -> usize {
    let mut depth = 0_i32;
    for (i, b) in code.as_bytes().iter().enumerate().skip(open) {
        match b {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return i + 1;
        }
    }
    code.len()
}

struct Scan<'a> {
    text: &'a str,
    code: Vec<u8>,
    at: usize,
    literals: Vec<Literal>,
    comments: Vec<(usize, String)>,
}

impl Scan<'_> {
    fn run(&mut self) {
        while self.at < self.text.len() {
            let rest = &self.text.as_bytes()[self.at..];
            match rest {
                [b'/', b'/', ..] => self.line_comment(),
                [b'/', b'*', ..] => self.block_comment(),
                [b'"', ..] => self.string(),
                [b'r', b'"' | b'#', ..] if self.starts_raw() => self.raw_string(),
                [b'\'', ..] => self.quote(),
                _ => self.at += 1,
            }
        }
    }

    /// Blanks what is no code; line ends stay.
    fn blank(&mut self, range: Range<usize>) {
        for b in &mut self.code[range] {
            if *b != b'\n' {
                *b = b' ';
            }
        }
    }

    fn line_comment(&mut self) {
        let end = self.text[self.at..].find('\n').map_or(self.text.len(), |n| self.at + n);
        self.comment(end);
    }

    fn block_comment(&mut self) {
        let mut depth = 0_u32;
        let mut end = self.at;
        while end < self.text.len() {
            match &self.text.as_bytes()[end..] {
                [b'/', b'*', ..] => (depth, end) = (depth + 1, end + 2),
                [b'*', b'/', ..] => (depth, end) = (depth - 1, end + 2),
                _ => end += 1,
            }
            if depth == 0 {
                break;
            }
        }
        self.comment(end);
    }

    fn comment(&mut self, end: usize) {
        self.comments.push((self.at, self.text[self.at..end].to_owned()));
        self.blank(self.at..end);
        self.at = end;
    }

    fn string(&mut self) {
        let (start, mut end) = (self.at, self.at + 1);
        while end < self.text.len() && self.text.as_bytes()[end] != b'"' {
            end += if self.text.as_bytes()[end] == b'\\' { 2 } else { 1 };
        }
        let end = end.min(self.text.len());
        self.literals.push(Literal { at: start, value: unescape(&self.text[start + 1..end]) });
        self.blank(start + 1..end);
        self.at = end + 1;
    }

    /// Whether the `r` here begins a raw string: not `r#name`, not the end of a longer name.
    fn starts_raw(&self) -> bool {
        let before = self.text[..self.at].trim_end_matches(['b', 'c']);
        let quoted = self.text[self.at + 1..].trim_start_matches('#').starts_with('"');
        quoted && !before.chars().next_back().is_some_and(is_word)
    }

    fn raw_string(&mut self) {
        let hashes = self.text[self.at + 1..].find('"').unwrap_or_default();
        let inside = self.at + 1 + hashes + 1;
        let ending = format!("\"{}", "#".repeat(hashes));
        let end = self.text[inside..].find(&ending).map_or(self.text.len(), |n| inside + n);
        self.literals.push(Literal { at: self.at, value: self.text[inside..end].to_owned() });
        self.blank(inside..end);
        self.at = (end + ending.len()).min(self.text.len());
    }

    /// A sign in quotes, or a lifetime.
    fn quote(&mut self) {
        let mut after = self.text[self.at + 1..].chars();
        let end = match after.next() {
            Some('\\') => self.text[self.at + 3..].find('\'').map(|n| self.at + 3 + n),
            Some(c) if after.next() == Some('\'') => Some(self.at + 1 + c.len_utf8()),
            _ => None,
        };
        match end {
            Some(end) => {
                self.blank(self.at + 1..end);
                self.at = end + 1;
            }
            None => self.at += 1,
        }
    }
}

/// What an ordinary string literal says.
fn unescape(inside: &str) -> String {
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('\n') => while rest.next_if(|c| c.is_whitespace()).is_some() {},
            Some('u') => {
                let digits: String = rest.by_ref().skip_while(|c| *c == '{').take_while(|c| *c != '}').collect();
                out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        Rust::read(text).literals.into_iter().map(|l| l.value).collect()
    }

    #[test]
    fn strings_of_every_kind() {
        let text = r##"let a = "x\"y\u{3042}\
            z"; let b = r"\d"; let c = r#"say "hi""#; let d = b"bytes"; let e = br#"raw"#;"##;
        assert_eq!(values(text), ["x\"yあz", "\\d", "say \"hi\"", "bytes", "raw"]);
    }

    #[test]
    fn signs_and_lifetimes_are_no_strings() {
        let rust =
            Rust::read("fn f<'a>(x: &'a str) -> char { let q = '\"'; let s = '\\''; let r#type = 'あ'; q } // \"no\"");
        assert_eq!(rust.literals, []);
        assert_eq!(rust.comments.len(), 1);
        assert!(!rust.code.contains("no"), "{}", rust.code);
    }

    #[test]
    fn comments_nest_and_lines_stay() {
        let rust = Rust::read("/* a /* b\n */ \"c\" */ \"d\"\n// e\nf");
        assert_eq!(rust.literals.len(), 1);
        assert_eq!(line_of(&rust.code, rust.code.find('f').expect("code is kept")), 4);
    }

    #[test]
    fn what_stands_under_cfg_test() {
        let rust = Rust::read("fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\n#[cfg(test)]\nmod more;\nfn c() {}");
        let place = |needle| rust.in_tests(rust.code.find(needle).expect("is there"));
        assert!(!place("fn a"));
        assert!(place("fn b"));
        assert!(!place("fn c"));
    }

    #[test]
    fn functions_with_their_bodies() {
        let rust =
            Rust::read("trait T { fn none(&self); }\nfn one(f: fn(i32) -> i32, a: [u8; 4]) -> i32 {\n  f(1)\n}\n");
        let found: Vec<_> =
            rust.functions().into_iter().map(|(n, a, z)| (n, line_of(&rust.code, a), line_of(&rust.code, z))).collect();
        assert_eq!(found, [("one", 2, 4)]);
    }
}
