//! Whom to sign in as.

use base::{Lang, Outcome, Problem};

use crate::scenario::{Region, book};

/// Worth looking through the eyes of: key in the region, and what they show.
const WORTH: &[(&str, &str)] = &[
    ("sakai", "届いたつなぎに答える"),
    ("kuroda", "再使用の話は届かない"),
    ("shima", "施設の窓口と自分の機関の管理"),
    ("koga", "施設とセンターの二つの席"),
    ("arai", "退院の前に次の先を探す"),
    ("nomura", "退所の日が近い人たち"),
    ("mizuno", "家族を支える"),
    ("nagase", "網の目のどこが滞っているか"),
    ("kurata", "だれが何を見たか"),
    ("fukuoka", "機関と職員の登録"),
];

/// How to sign in as somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What they sign in with.
    pub login: String,
    /// Name.
    pub name: String,
    /// Agencies at which they sit.
    pub agency: String,
    /// What they are there.
    pub roles: String,
    /// What they show.
    pub shows: String,
}

/// Everybody worth signing in as.
pub fn cards() -> Outcome<Vec<Card>> {
    let unreadable = |_| Problem::Internal("the region of the demo cannot be read".to_owned());
    let region = book::region().map_err(unreadable)?;
    let words = crate::words()?;
    let role = |code: &String| words.t(Lang::Ja, &format!("auth-role-{code}")).into_owned();
    let cards = WORTH.iter().filter_map(|(login, shows)| {
        let worker = region.workers.get(*login)?;
        Some(Card {
            login: (*login).to_owned(),
            name: worker.name.clone(),
            agency: agencies(&region, login),
            roles: worker.roles.iter().map(role).collect::<Vec<_>>().join("、"),
            shows: (*shows).to_owned(),
        })
    });
    Ok(cards.collect())
}

fn agencies(region: &Region, login: &str) -> String {
    let names = region.seats(login).into_iter().filter_map(|key| region.agencies.get(key)).map(|a| a.name.as_str());
    names.collect::<Vec<_>>().join("・")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_named_works_in_the_region() {
        let cards = cards().unwrap();
        assert_eq!(cards.len(), WORTH.len());
        assert!(cards.iter().all(|card| !card.roles.contains('⟦')), "{cards:?}");
        let all: String = cards.iter().map(|card| card.roles.as_str()).collect();
        for role in ["調整", "管理"] {
            assert!(all.contains(role), "{all}");
        }
    }
}
