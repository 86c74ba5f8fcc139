//! The pages of persons, each a function of what stands on it. Nothing about a person gets here undisclosed.

mod facts;
mod forms;
mod hands;
mod list;
mod show;
#[cfg(test)]
mod tests;

use base::PersonId;
use maud::{Markup, html};
use policy::{Categories, Disclosed};
use web::ui::{Tone, Ui, badge, tag};

pub(super) use forms::{EditPage, EndPage, FactsPage, NewPage, NotePage, RelationPage};
pub(super) use hands::{AssignPage, HandsPage};
pub(super) use list::{ListPage, Row};
pub(crate) use show::as_told;
pub(super) use show::{Agreed, Kin, PersonPage};

use super::model::Name;

/// Somebody the agency may know of, with their name.
pub(super) struct Known {
    pub person: PersonId,
    pub name: Disclosed<Name>,
}

/// Categories as words.
pub(crate) fn categories(ui: &Ui<'_>, set: Categories) -> Markup {
    html! { @for category in set.iter() { (tag(&ui.t(&format!("consent-category-{}", category.code())))) " " } }
}

/// Whether the agency works with a person or was told of them.
fn standing(ui: &Ui<'_>, own_client: bool) -> Markup {
    if own_client { badge(Tone::Success, &ui.t("person-own")) } else { badge(Tone::Info, &ui.t("person-told")) }
}

/// The reading and whether the name is an alias, in smaller words after the name.
fn beside_name(ui: &Ui<'_>, name: &Name) -> Markup {
    html! {
        @if !name.kana.is_empty() && name.kana != name.name { " （" (name.kana) "）" }
        @if name.is_alias { " " (tag(&ui.t("person-alias-is"))) }
    }
}
