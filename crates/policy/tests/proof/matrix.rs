//! What each role sees in each relation under each kind of grant, as a table to review.
//!
//! A cell is an entry labelled with that one category. `own`, `#1` (grant 1) and `glass` are the basis.

use std::fmt::Write as _;

use policy::{
    Act, Basis, BreakGlass, Categories, Category, Facts, Grant, Label, LegalBasis, Purpose, Purposes, Role, mask, may,
};

use crate::worlds::{NOW, basis, grant};

/// How the worker's agency stands to the person, and who wrote the entry.
struct Relation {
    name: &'static str,
    own_client: bool,
    author: bool,
    refused: Categories,
    barrier: Categories,
    duty: bool,
}

const fn relation(name: &'static str, own_client: bool, author: bool) -> Relation {
    Relation { name, own_client, author, refused: Categories::NONE, barrier: Categories::NONE, duty: false }
}

fn relations() -> Vec<Relation> {
    use Category::{Contact, Health, Relapse};
    let refused = Categories::of(&[Contact, Health, Relapse]);
    let barrier = Categories::SEPARATION;
    vec![
        relation("no relation but the grant; another agency's entry", false, false),
        relation("own client; another agency's entry", true, false),
        relation("own client; entry of the own agency (author)", true, true),
        relation("involvement ended; entry of the own agency", false, true),
        Relation { refused, ..relation("refused: contact, health, relapse; another agency's entry", false, false) },
        Relation { refused, ..relation("refused: contact, health, relapse; own client, own entry", true, true) },
        Relation { barrier, ..relation("separated; another agency's entry", false, false) },
        Relation { barrier, ..relation("separated; own client, own entry", true, true) },
        Relation {
            barrier: barrier.with(Category::Existence),
            ..relation("separated, existence too; own client, own entry", true, true)
        },
        Relation { duty: true, ..relation("duty to report; another agency's entry", false, false) },
        Relation { duty: true, ..relation("duty to report; own client, own entry", true, true) },
    ]
}

/// A row: the grants the agency has, the bases in law, and whether the worker has broken glass.
type Kind = (&'static str, Vec<Grant>, Vec<LegalBasis>, bool);

fn kinds() -> Vec<Kind> {
    use Category::{Contact, Existence, Health, Relapse};
    let everything = grant(1, Categories::ALL, false);
    let named = Grant { relapse_from: Some(NOW), ..everything };
    let some = |categories: &[Category]| grant(1, Categories::of(categories), false);
    let split = vec![some(&[Existence, Contact]), grant(2, Categories::of(&[Health, Relapse]), true)];
    vec![
        ("nothing granted", vec![], vec![], false),
        ("existence", vec![some(&[Existence])], vec![], false),
        ("existence, contact, health", vec![some(&[Existence, Contact, Health])], vec![], false),
        ("contact, health, no existence", vec![some(&[Contact, Health])], vec![], false),
        ("everything", vec![everything], vec![], false),
        ("everything, relapse named", vec![named], vec![], false),
        ("the same, not a day ago", vec![Grant { relapse_from: Some(NOW + 1), ..named }], vec![], false),
        ("two grants, relapse named in #2", split, vec![], false),
        ("named, but without relapse", vec![Grant { relapse_from: Some(NOW), ..some(&[Existence]) }], vec![], false),
        (
            "everything, other purpose",
            vec![Grant { purposes: Purposes::of(&[Purpose::FollowUp]), ..named }],
            vec![],
            false,
        ),
        ("everything, ended now", vec![Grant { until: NOW, ..named }], vec![], false),
        ("everything, begins later", vec![Grant { from: NOW + 1, ..named }], vec![], false),
        ("break-glass alone", vec![], vec![], true),
        ("existence and break-glass", vec![some(&[Existence])], vec![], true),
        ("a support conference", vec![], vec![basis(40, Categories::ALL, false)], false),
        ("danger to life", vec![], vec![basis(40, Categories::ALL, true)], false),
        ("the same, over", vec![], vec![LegalBasis { until: NOW, ..basis(40, Categories::ALL, true) }], false),
        ("existence and a conference", vec![some(&[Existence])], vec![basis(40, Categories::ALL, false)], false),
    ]
}

fn cell(basis: Option<Basis>) -> String {
    match basis {
        None => "✘".into(),
        Some(Basis::Own) => "✔own".into(),
        Some(Basis::Grant { id, .. }) => format!("✔#{id}"),
        Some(Basis::Law(id)) => format!("✔§{id}"),
        Some(Basis::Grants) => "✔#?".into(),
        Some(Basis::BreakGlass(_)) => "✔glass".into(),
    }
}

fn row(role: Role, relation: &Relation, grants: &[Grant], bases: &[LegalBasis], glass: bool) -> String {
    let facts = Facts {
        purpose: Purpose::Support,
        now: NOW,
        own_client: relation.own_client,
        duty_to_report: relation.duty,
        grants,
        bases,
        refused: relation.refused,
        barrier: relation.barrier,
        break_glass: (glass && may(role.into(), Act::BreakGlass)).then_some(BreakGlass {
            id: 9,
            from: NOW,
            until: NOW + 1,
        }),
    };
    let decided = if may(role.into(), Act::OpenPerson) { mask(&facts) } else { policy::Mask::nothing() };
    Category::ALL.into_iter().fold(String::new(), |mut row, category| {
        let seen = cell(decided.sees(Label::of(category), relation.author));
        let _ = write!(row, " {seen:<12}");
        row
    })
}

/// The rows of one relation; one row is enough where the grants make no difference.
fn block(role: Role, relation: &Relation) -> String {
    let rows: Vec<(&str, String)> = kinds()
        .into_iter()
        .map(|(name, grants, bases, glass)| (name, row(role, relation, &grants, &bases, glass)))
        .collect();
    let all_alike = rows.iter().all(|(_, row)| *row == rows[0].1);
    let shown = if all_alike { vec![("under every grant", rows[0].1.clone())] } else { rows };
    let mut text = format!("{}\n", relation.name);
    for (name, row) in shown {
        let _ = writeln!(text, "{}", format!("  {name:<32}{row}").trim_end());
    }
    text
}

fn page(role: Role) -> String {
    let mut head = format!("{:<34}", "");
    for category in Category::ALL {
        let _ = write!(head, " {:<12}", category.code());
    }
    let mut text = format!("{}\n\n", head.trim_end());
    for relation in relations() {
        let _ = writeln!(text, "{}", block(role, &relation));
    }
    text
}

/// Roles that see the same share one page, so that a difference between them shows as a new page.
#[test]
fn table_of_what_is_seen() {
    let mut pages: Vec<(Vec<&str>, String)> = Vec::new();
    for role in Role::ALL {
        let page = page(role);
        match pages.iter_mut().find(|(_, text)| *text == page) {
            Some((roles, _)) => roles.push(role.code()),
            None => pages.push((vec![role.code()], page)),
        }
    }
    let mut table = String::new();
    for (roles, page) in pages {
        let title = roles.join(", ");
        let page =
            if page.contains('✔') { page } else { "sees nothing, in every relation and under every grant.\n".into() };
        let _ = writeln!(table, "== {title} ==\n\n{page}");
    }
    insta::assert_snapshot!("seen", table);
}
