//! Somebody who follows every link, sends every form that only asks, and opens every address of the interface that the
//! ids they met fit into.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use web::Method;
use web::testing::Client;

use crate::endpoints::{all, names};

/// Breadth first, each address once, the pages of things themselves before what can be done with them.
pub struct Crawler {
    client: Client,
    patterns: Vec<&'static str>,
    seen: BTreeSet<String>,
    first: VecDeque<String>,
    waiting: VecDeque<String>,
    most: usize,
    opened: usize,
}

impl Crawler {
    pub fn new(client: Client, most: usize) -> Self {
        let patterns: Vec<&'static str> =
            all().iter().filter(|e| e.method == Method::Get).map(|endpoint| endpoint.path).collect();
        let (first, waiting) = (VecDeque::new(), VecDeque::new());
        let mut crawler = Self { client, patterns, seen: BTreeSet::new(), first, waiting, most, opened: 0 };
        let begin: Vec<_> = crawler.patterns.iter().filter(|path| names(path).next().is_none()).collect();
        for path in begin.into_iter().map(|path| (*path).to_owned()).collect::<Vec<_>>() {
            crawler.wait(path);
        }
        crawler
    }

    /// How many addresses were opened.
    pub const fn opened(&self) -> usize {
        self.opened
    }

    /// Every text that came back, headers too.
    pub fn everything(&mut self) -> Vec<String> {
        let mut texts = Vec::new();
        while let Some(path) = self.first.pop_front().or_else(|| self.waiting.pop_front()) {
            if self.opened >= self.most {
                break;
            }
            self.opened += 1;
            let client = self.client.clone();
            let reply = if path.starts_with("/api/") { client.as_program().get(&path) } else { client.get(&path) };
            assert!(reply.status < 500, "{path}: {}", reply.body);
            if reply.status < 300 {
                self.beside(&path);
            }
            for address in addresses(&reply.body).into_iter().chain([reply.location().to_owned()]) {
                self.wait(address);
            }
            texts.extend(reply.headers.into_iter().map(|(_, value)| value));
            texts.push(reply.body);
        }
        texts
    }

    fn wait(&mut self, address: String) {
        let address = address.split('#').next().unwrap_or_default().to_owned();
        let inside = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/assets/");
        if inside && self.seen.insert(address.clone()) {
            let of_a_thing = address.trim_start_matches("/api/v1").matches('/').count() <= 2;
            if of_a_thing { &mut self.first } else { &mut self.waiting }.push_back(address);
        }
    }

    /// What the ids in an address lead to besides: the same person as JSON, their letter, their export.
    fn beside(&mut self, path: &str) {
        let path = path.split('?').next().unwrap_or_default();
        let Some(ids) = self.patterns.iter().find_map(|pattern| ids(pattern, path)) else { return };
        let fits = |pattern: &'static str| {
            names(pattern).next().is_some() && names(pattern).all(|name| ids.contains_key(name))
        };
        let filled: Vec<String> = self.patterns.iter().filter(|p| fits(p)).map(|p| fill(p, &ids)).collect();
        for address in filled {
            self.wait(address);
        }
    }
}

/// The ids in an address, if it is one of this pattern.
fn ids<'a>(pattern: &'static str, path: &'a str) -> Option<BTreeMap<&'static str, &'a str>> {
    let (mut shape, mut parts) = (pattern.split('/'), path.split('/'));
    let mut ids = BTreeMap::new();
    loop {
        match (shape.next(), parts.next()) {
            (None, None) => return (!ids.is_empty()).then_some(ids),
            (Some(shape), Some(part)) => match shape.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                // A word of a longer pattern is no id.
                Some(name) if part.starts_with(|sign: char| sign.is_ascii_digit()) => drop(ids.insert(name, part)),
                None if shape == part => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

fn fill(pattern: &str, ids: &BTreeMap<&'static str, &str>) -> String {
    ids.iter().fold(pattern.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id))
}

/// Where a page leads: links, and forms that only ask, with what stands in their fields.
fn addresses(body: &str) -> Vec<String> {
    let mut found: Vec<String> = values(body, "href=\"").map(|address| address.replace("&amp;", "&")).collect();
    for form in body.split("<form").skip(1) {
        let form = form.split("</form").next().unwrap_or_default();
        let (head, fields) = form.split_once('>').unwrap_or_default();
        if !head.contains("method=\"get\"") {
            continue;
        }
        let Some(action) = values(head, "action=\"").next() else { continue };
        let mut query = form_urlencoded::Serializer::new(String::new());
        for field in fields.split("<input").skip(1) {
            let field = field.split('>').next().unwrap_or_default();
            if let Some(name) = values(field, "name=\"").next() {
                query.append_pair(name, values(field, "value=\"").next().unwrap_or_default());
            }
        }
        found.push(format!("{action}?{}", query.finish()));
    }
    // A list as JSON says where its next page begins.
    if let Some(next) = body.split_once("\"next\":\"").and_then(|(_, rest)| rest.split('"').next()) {
        found.push(format!("/api/v1/persons?after={next}"));
    }
    // Whatever a program is told of a person or a referral it opens.
    for (name, path) in [("\"person\":\"", "/persons/"), ("\"referral\":\"", "/referrals/")] {
        found.extend(values(body, name).map(|id| format!("{path}{id}")));
    }
    found
}

fn values<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}
