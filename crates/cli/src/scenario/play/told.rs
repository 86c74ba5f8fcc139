//! What has been written about a person so far, so that a check knows what to look for.

use serde_json::{Map, Value, json};

use crate::scenario::read::{Get, Values};

/// One thing that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What it is about.
    pub label: Vec<String>,
    /// Key of the agency that wrote it, which sees it in any case.
    pub by: String,
    /// Whether it stands in the person's record; otherwise in a referral.
    pub in_record: bool,
    /// What it looks like.
    pub form: Form,
}

/// How something written is recognised.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// By its words.
    Text(String),
    /// By the fields of a fact.
    Fact(Value),
}

impl Told {
    /// A note in the record.
    pub fn note(by: &str, label: &[String], text: &str) -> Self {
        Self { label: label.to_vec(), by: by.to_owned(), in_record: true, form: Form::Text(text.to_owned()) }
    }

    /// Words in a referral.
    pub fn paper(by: &str, label: Vec<String>, text: &str) -> Self {
        Self { label, by: by.to_owned(), in_record: false, form: Form::Text(text.to_owned()) }
    }

    fn fact(by: &str, category: &str, fact: Value) -> Self {
        Self { label: vec![category.to_owned()], by: by.to_owned(), in_record: true, form: Form::Fact(fact) }
    }

    /// Whether it touches a category.
    pub fn is_about(&self, category: &str) -> bool {
        self.label.iter().any(|code| code == category)
    }

    /// Whether everything it is about stands in the list.
    pub fn is_within(&self, categories: &[String]) -> bool {
        self.label.iter().all(|code| code == "existence" || categories.contains(code))
    }

    /// In a few words, for messages.
    pub fn short(&self) -> String {
        match &self.form {
            Form::Text(text) => {
                let start: String = text.chars().take(24).collect();
                if start.len() < text.len() { format!("「{start}…」") } else { format!("「{start}」") }
            }
            Form::Fact(fact) => fact.to_string(),
        }
    }

    /// Whether it stands in an answer.
    pub fn stands_in(&self, answer: &Value) -> bool {
        match &self.form {
            Form::Text(text) => any_text(answer, &mut |found| found.contains(text.as_str())),
            Form::Fact(fact) => any_table(answer, &mut |found| holds(found, fact)),
        }
    }
}

/// The facts that a registration writes down.
pub fn facts(by: &str, values: &Values, mut date: impl FnMut(i64) -> String) -> Vec<Told> {
    let mut told = Vec::new();
    let on = values.words("dependence");
    if !on.is_empty() {
        told.push(Told::fact(by, "drug_history", json!({ "fact": "dependence", "on": on })));
    }
    for (key, category) in [("legal", "justice"), ("stay", "location"), ("contact", "contact")] {
        if let Some(table) = values.table(key) {
            let mut fact = Map::new();
            fact.insert("fact".to_owned(), key.into());
            for (name, given) in super::act::plain(table, &mut date) {
                fact.insert(name, given);
            }
            told.push(Told::fact(by, category, fact.into()));
        }
    }
    told
}

/// Whether some text of an answer meets a condition; names of fields do not count.
pub fn any_text(answer: &Value, meets: &mut impl FnMut(&str) -> bool) -> bool {
    match answer {
        Value::String(text) => meets(text),
        Value::Array(items) => items.iter().any(|item| any_text(item, meets)),
        Value::Object(fields) => fields.values().any(|field| any_text(field, meets)),
        _ => false,
    }
}

fn any_table(answer: &Value, meets: &mut impl FnMut(&Map<String, Value>) -> bool) -> bool {
    match answer {
        Value::Array(items) => items.iter().any(|item| any_table(item, meets)),
        Value::Object(fields) => meets(fields) || fields.values().any(|field| any_table(field, meets)),
        _ => false,
    }
}

fn holds(found: &Map<String, Value>, fact: &Value) -> bool {
    fact.as_object().is_some_and(|fields| fields.iter().all(|(name, value)| found.get(name) == Some(value)))
}
