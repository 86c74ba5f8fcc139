//! Every endpoint of the product, filled with the ids of a world. A new endpoint is covered by being declared;
//! one whose address names something the world does not have makes the tests fail.

use std::collections::BTreeMap;

use web::{Endpoint, Method};

/// Ids of a world by the name that addresses use for them.
pub type Ids = BTreeMap<&'static str, Vec<String>>;

/// One call: method, address, fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub method: Method,
    pub pattern: &'static str,
    pub path: String,
    pub fields: Vec<(String, String)>,
    pub json: bool,
}

pub fn all() -> Vec<Endpoint> {
    house::rooms().into_iter().flat_map(|room| room.endpoints).collect()
}

/// Every way to fill the address of an endpoint with ids of the world.
pub fn calls(endpoint: &Endpoint, ids: &Ids) -> Vec<Call> {
    let mut paths = vec![endpoint.path.to_owned()];
    for name in names(endpoint.path) {
        let values = ids.get(name).unwrap_or_else(|| panic!("the test world has no {{{name}}} for {}", endpoint.path));
        paths = paths
            .iter()
            .flat_map(|path| values.iter().map(move |value| path.replace(&format!("{{{name}}}"), value)))
            .collect();
    }
    let fields: Vec<(String, String)> = endpoint.sample.iter().map(|(k, v)| ((*k).to_owned(), fill(v, ids))).collect();
    paths
        .into_iter()
        .map(|path| Call {
            method: endpoint.method,
            pattern: endpoint.path,
            path,
            fields: fields.clone(),
            json: endpoint.doc.is_some(),
        })
        .collect()
}

/// The parts of an address that are named in braces.
pub fn names(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

fn fill(value: &str, ids: &Ids) -> String {
    match value.strip_prefix('{').and_then(|v| v.strip_suffix('}')) {
        Some(name) => ids.get(name).and_then(|v| v.first()).cloned().unwrap_or_else(|| panic!("no {{{name}}}")),
        None => value.to_owned(),
    }
}

/// What came back, as bytes that may be compared.
pub fn send(client: &web::testing::Client, call: &Call) -> (u16, Vec<(String, String)>, String) {
    let reply = match (call.method, call.json) {
        (Method::Get, true) => client.clone().as_program().get(&call.path),
        (Method::Get, false) => client.get(&call.path),
        (Method::Post, true) => client.clone().as_program().post_json(&call.path, &json_of(&call.fields)),
        (Method::Post, false) => {
            let fields: Vec<(&str, &str)> = call.fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            client.post(&call.path, &fields)
        }
    };
    (reply.status, reply.headers, reply.body)
}

/// Fields that hold lists in JSON, as forms send them one by one.
const LISTS: &[&str] = &["shows", "for", "hides", "label", "roles", "dependence", "sections"];

fn json_of(fields: &[(String, String)]) -> serde_json::Value {
    let mut object = serde_json::Map::new();
    for (name, value) in fields {
        let value = match value.as_str() {
            "true" => true.into(),
            "false" => false.into(),
            text if name == "version" => text.parse::<i64>().map_or_else(|_| text.into(), Into::into),
            text => serde_json::Value::from(text),
        };
        if LISTS.contains(&name.as_str()) {
            match object.entry(name.clone()).or_insert_with(|| serde_json::Value::Array(Vec::new())) {
                serde_json::Value::Array(list) => list.push(value),
                _ => unreachable!("made as a list above"),
            }
        } else {
            object.insert(name.clone(), value);
        }
    }
    object.into()
}
