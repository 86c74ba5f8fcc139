//! Between the fields of the forms and what the acts take: the one parse is the acts' own.

use web::Form;

use super::model::{Contact, Fact, LegalInput, Name, PersonInput, RelationInput, StayInput};

/// What the form says about a person; the fields of parts that the form does not show are empty.
pub(super) fn person(form: &Form) -> PersonInput {
    let text = |name: &str| form.get(name).to_owned();
    let some = |name: &str| Some(text(name));
    PersonInput {
        name: text("name"),
        alias: form.ticked("alias"),
        kana: text("kana"),
        birth_year: some("birth_year"),
        dependence: form.all("dependence").map(str::to_owned).collect(),
        legal: Some(LegalInput { status: text("legal_status"), from: some("legal_from"), until: some("legal_until") }),
        stay: Some(StayInput { kind: text("stay_kind"), place: some("stay_place"), until: some("stay_until") }),
        contact: Some(Contact {
            phone: some("phone"),
            may_leave_message: form.ticked("may_leave_message"),
            note: some("contact_note"),
        }),
        relation: Some(RelationInput {
            kind: text("relation_kind"),
            principal_is: text("principal_is"),
            principal: some("principal"),
        }),
        version: None,
    }
}

/// The fields of a name as they are stored.
pub(super) fn name_fields(name: &Name) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("name", name.name.clone()),
        ("kana", name.kana.clone()),
        ("birth_year", name.birth_year.map(|year| year.to_string()).unwrap_or_default()),
        ("version", name.version.to_string()),
    ];
    if name.is_alias {
        fields.push(("alias", "yes".to_owned()));
    }
    fields
}

/// The fields of a fact as they are stored.
pub(super) fn fact_fields(fact: &Fact) -> Vec<(&'static str, String)> {
    let day = |date: &Option<base::Date>| date.map(|d| d.to_string()).unwrap_or_default();
    match fact {
        Fact::Contact(contact) => {
            let mut fields = vec![
                ("phone", contact.phone.clone().unwrap_or_default()),
                ("contact_note", contact.note.clone().unwrap_or_default()),
            ];
            if contact.may_leave_message {
                fields.push(("may_leave_message", "yes".to_owned()));
            }
            fields
        }
        Fact::Dependence { on } => on.iter().map(|code| ("dependence", code.clone())).collect(),
        Fact::Legal { status, from, until } => {
            vec![("legal_status", status.clone()), ("legal_from", day(from)), ("legal_until", day(until))]
        }
        Fact::Stay { kind, place, until } => vec![
            ("stay_kind", kind.clone()),
            ("stay_place", place.clone().unwrap_or_default()),
            ("stay_until", day(until)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use base::Date;

    use super::*;

    #[test]
    fn a_fact_comes_back_out_of_the_form_that_shows_it() {
        let day = Date::new(2026, 11, 20);
        let facts = [
            Fact::Contact(Contact {
                phone: Some("000-0000-0001".into()),
                may_leave_message: true,
                note: Some("夜だけ".into()),
            }),
            Fact::Dependence { on: vec!["stimulants".into(), "alcohol".into()] },
            Fact::Legal { status: "parole".into(), from: day, until: day },
            Fact::Stay { kind: "hostel".into(), place: Some("ひかり寮".into()), until: day },
        ];
        for fact in facts {
            let form = Form(fact_fields(&fact).into_iter().map(|(k, v)| (k.to_owned(), v)).collect());
            let input = PersonInput { name: "-".into(), ..person(&form) };
            let read = input.parse(day.expect("a day")).expect("what was stored can be read");
            assert_eq!(read.facts, [fact]);
        }
    }
}
