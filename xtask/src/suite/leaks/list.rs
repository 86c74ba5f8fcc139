//! The leaks: each a kind that real products had.

/// A leak and the test that must find it.
pub struct Leak {
    pub name: &'static str,
    /// What leaks.
    pub what: &'static str,
    /// Part of the names of the tests that must fail.
    pub found_by: &'static str,
}

const fn leak(name: &'static str, what: &'static str, found_by: &'static str) -> Leak {
    Leak { name, what, found_by }
}

/// A change: what stands there once, and what comes into its place.
pub type Change = (&'static str, &'static str);

/// What lets a leak out, in the copy only: for code, and for statements on their way to the engine.
pub const SWITCH: (Change, Change) = (
    (
        "#[doc(hidden)]\npub use serde;\n",
        r#"#[doc(hidden)]
pub use serde;

/// Whether this leak is let out.
pub fn leaks(name: &str) -> bool {
    let out = std::env::var("TSUNAGI_LEAK").is_ok_and(|out| out == name);
    if out {
        eprintln!("a leak was reached");
    }
    out
}
"#,
    ),
    (
        "            Link::Sqlite(link) => link.each(sql, values, read),\n",
        r#"            Link::Sqlite(link) => {
                let from = std::env::var("TSUNAGI_LEAK_FROM").unwrap_or_default();
                if !from.is_empty() && sql.contains(&from) {
                    eprintln!("a leak was reached");
                    let to = std::env::var("TSUNAGI_LEAK_TO").unwrap_or_default();
                    link.each(Box::leak(sql.replace(&from, &to).into_boxed_str()), values, read)
                } else {
                    link.each(sql, values, read)
                }
            }
"#,
    ),
);

/// Leaks in statements: what of the statement, and what instead.
pub const SQL: &[(Leak, &str, &str)] = &[
    (
        leak("count", "entries are counted before they are decided about", "hidden_entries_might_as_well"),
        "(SELECT count(*) FROM entry e WHERE e.person_id = k.pid AND (e.label & k.d) = 0 AND (e.author_agency = $1 OR (e.label & ~k.m) = 0))",
        "(SELECT count(*) FROM entry e WHERE e.person_id = k.pid)",
    ),
    (
        leak("latest", "the newest entry of all stands on the list", "hidden_text_changes_nothing"),
        "(SELECT max(e.at) FROM entry e WHERE e.person_id = k.pid AND (e.label & k.d) = 0 AND (e.author_agency = $1 OR (e.label & ~k.m) = 0))",
        "(SELECT max(e.at) FROM entry e WHERE e.person_id = k.pid)",
    ),
    (
        leak("paging", "a page is cut before it is decided about", "whoever_is_known_elsewhere_might"),
        " ORDER BY l.sort_key, l.person_id) AS c",
        " ORDER BY l.sort_key, l.person_id LIMIT $8) AS c",
    ),
    (
        leak("order", "the list is in the order of what is hidden", "hidden_entries_do_not_move"),
        "ORDER BY k.sort_key, k.pid",
        "ORDER BY (SELECT max(e.at) FROM entry e WHERE e.person_id = k.pid) DESC, k.sort_key, k.pid",
    ),
    (
        leak("search", "a search finds who has notes that are hidden", "hidden_entries_might_as_well"),
        "OR l.name_key LIKE $7 ESCAPE '!')",
        "OR l.name_key LIKE $7 ESCAPE '!' OR EXISTS (SELECT 1 FROM entry s WHERE s.person_id = l.person_id AND s.label = 512))",
    ),
    (
        leak("looked", "who looked tells of agencies the viewer knows nothing of", "what_others_do"),
        "(e.agency_id = $2 OR ($3 AND",
        "(e.agency_id = $2 OR e.agency_id <> 0 OR ($3 AND",
    ),
    (
        leak("notice", "a notice stays when the consent is gone", "what_others_do"),
        "FROM notice n WHERE n.agency_id = $1 AND (EXISTS",
        "FROM notice n WHERE n.agency_id = $1 AND (1 = 1 OR EXISTS",
    ),
    (
        leak("family", "a relation is shown across a wall", "wherever_she_is"),
        "AS r WHERE NOT EXISTS",
        "AS r WHERE 1 = 1 OR NOT EXISTS",
    ),
    (
        leak("calendar", "a coming ending tells a place behind a wall", "behind_a_wall_the_own"),
        "e.replaced_at IS NULL AND (e.label &",
        "e.replaced_at IS NULL AND (0 &",
    ),
];

/// Leaks in code: file, what stands there, what instead.
pub const CODE: &[(Leak, &str, &str, &str)] = &[
    (
        leak("status", "403 for somebody who exists, 404 for somebody who does not", "an_unknown_person_looks_like"),
        "crates/people/src/consent/mod.rs",
        "    if mask.knows_of() { Ok(mask) } else { Err(Problem::NotFound) }\n",
        r#"    if mask.knows_of() {
        Ok(mask)
    } else if base::leaks("status") && cx.tx.exists("SELECT 1 FROM person WHERE id = $1", &db::v![person])? {
        Err(Problem::Forbidden(Msg::new("person-not-own-client")))
    } else {
        Err(Problem::NotFound)
    }
"#,
    ),
    (
        leak("double", "the check for doubles knows persons of others", "to_register_somebody"),
        "crates/people/src/person/doubles.rs",
        "    let mut found: Vec<Double> = Vec::new();\n",
        r#"    let everywhere = "SELECT 1 FROM person WHERE name = $1";
    if base::leaks("double") && cx.tx.exists(everywhere, &db::v![&input.name])? {
        return Err(base::Problem::Refused(base::Msg::new("person-doubles-found")));
    }
    let mut found: Vec<Double> = Vec::new();
"#,
    ),
    (
        leak("letter", "a letter is written with its writer's eyes", "a_letter_leaves_out"),
        "crates/care/src/referral/show/letter.rs",
        "    let eyes = Eyes { viewer: referral.to, sender: referral.from };\n",
        r#"    let viewer = if base::leaks("letter") { referral.from } else { referral.to };
    let eyes = Eyes { viewer, sender: referral.from };
"#,
    ),
    (
        leak("preview", "a preview counts consents the asker knows nothing of", "what_others_do"),
        "crates/people/src/consent/preview.rs",
        "    grants.push(policy::Grant {\n",
        r#"    if base::leaks("preview") {
        grants.extend(super::store::live(cx.tx, to.id, person, now)?.iter().map(GrantRow::policy));
    }
    grants.push(policy::Grant {
"#,
    ),
    (
        leak("page", "a page opens seals with another mask than the decision's", "whatever_anybody_comes_across"),
        "crates/people/src/person/acts.rs",
        "    let entries: Vec<_> = sealed.into_iter().filter_map(|entry| mask.open(entry)).collect();\n",
        r#"    let eyes = if base::leaks("page") { Mask::for_row(u16::MAX, 0, true) } else { mask };
    let entries: Vec<_> = sealed.into_iter().filter_map(|entry| eyes.open(entry)).collect();
"#,
    ),
];
