//! Laws between two worlds, on random worlds with many grants over all ten categories.

use policy::{BreakGlass, Categories, Facts, Grant, Label, LegalBasis, Mask, Purpose, Purposes, mask};
use proptest::prelude::*;

use crate::reference::Reading;
use crate::worlds::NOW;

/// A world that owns its grants.
#[derive(Clone, Debug)]
struct World {
    grants: Vec<Grant>,
    bases: Vec<LegalBasis>,
    purpose: Purpose,
    own_client: bool,
    duty: bool,
    refused: Categories,
    barrier: Categories,
    glass: bool,
}

impl World {
    fn mask_with(&self, grants: &[Grant]) -> Mask {
        mask(&self.facts(grants))
    }

    fn facts<'a>(&'a self, grants: &'a [Grant]) -> Facts<'a> {
        Facts {
            purpose: self.purpose,
            now: NOW,
            own_client: self.own_client,
            duty_to_report: self.duty,
            grants,
            bases: &self.bases,
            refused: self.refused,
            barrier: self.barrier,
            break_glass: self.glass.then_some(BreakGlass { id: 7, from: NOW, until: NOW + 1 }),
        }
    }
}

fn categories() -> impl Strategy<Value = Categories> {
    (0_u16..1024).prop_map(Categories::known)
}

/// Few categories, so that walls and refusals leave something to see.
fn few() -> impl Strategy<Value = Categories> {
    (categories(), categories(), categories()).prop_map(|(a, b, c)| a.common(b).common(c))
}

fn grants() -> impl Strategy<Value = Vec<Grant>> {
    let one = (1_i64..40, 1_i64..4, 1_u8..16, categories(), proptest::option::of(-20_i64..10), -30_i64..5, -3_i64..30);
    let one = one.prop_map(|(id, version, purposes, categories, relapse, from, until)| Grant {
        id,
        version,
        purposes: Purpose::ALL.into_iter().filter(|p| purposes & p.bit() != 0).collect(),
        categories,
        relapse_from: relapse.map(|at| NOW + at),
        from: NOW + from,
        until: NOW + until,
    });
    prop::collection::vec(one, 0..7)
}

fn bases() -> impl Strategy<Value = Vec<LegalBasis>> {
    let one = (40_i64..60, 1_u8..16, categories(), any::<bool>(), -30_i64..5, -3_i64..30);
    let one = one.prop_map(|(id, purposes, categories, vital, from, until)| LegalBasis {
        id,
        purposes: Purpose::ALL.into_iter().filter(|p| purposes & p.bit() != 0).collect(),
        categories,
        vital,
        from: NOW + from,
        until: NOW + until,
    });
    prop::collection::vec(one, 0..3)
}

fn worlds() -> impl Strategy<Value = World> {
    let purpose = (0_usize..4).prop_map(|at| Purpose::ALL[at]);
    let switches = (any::<bool>(), any::<bool>(), any::<bool>());
    (grants(), bases(), purpose, switches, few(), few()).prop_map(
        |(grants, bases, purpose, (own_client, duty, glass), refused, barrier)| World {
            grants,
            bases,
            purpose,
            own_client,
            duty,
            refused,
            barrier,
            glass,
        },
    )
}

/// The grants with the one at `at` replaced by two.
fn split(world: &World, at: prop::sample::Index, into: impl FnOnce(Grant) -> [Grant; 2]) -> Vec<Grant> {
    let mut grants = world.grants.clone();
    if !grants.is_empty() {
        let whole = grants.remove(at.index(grants.len()));
        grants.extend(into(whole));
    }
    grants
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn many_grants_are_read_the_same_way(world in worlds(), bits in 1_u16..1024, own: bool) {
        let facts = world.facts(&world.grants);
        let Some(label) = Label::from_bits(bits) else { unreachable!() };
        prop_assert_eq!(mask(&facts).sees(label, own).is_some(), Reading::of(&facts).may_see(bits, own));
    }

    #[test]
    fn the_order_of_grants_changes_nothing((world, order) in worlds().prop_flat_map(|world| {
        let order = Just(world.grants.clone()).prop_shuffle();
        (Just(world), order)
    })) {
        prop_assert_eq!(world.mask_with(&order), world.mask_with(&world.grants));
    }

    #[test]
    fn a_grant_twice_changes_nothing(world in worlds()) {
        let twice = [world.grants.clone(), world.grants.clone()].concat();
        prop_assert_eq!(world.mask_with(&twice), world.mask_with(&world.grants));
    }

    #[test]
    fn splitting_the_categories_of_a_grant_changes_nothing(
        world in worlds(), at: prop::sample::Index, part in categories(),
    ) {
        let halves = split(&world, at, |whole| [
            Grant { categories: whole.categories.common(part), ..whole },
            Grant { categories: whole.categories.without(part), ..whole },
        ]);
        prop_assert_eq!(world.mask_with(&halves), world.mask_with(&world.grants));
    }

    #[test]
    fn splitting_the_purposes_of_a_grant_changes_nothing(
        world in worlds(), at: prop::sample::Index, part in 0_usize..4,
    ) {
        let part = Purposes::from(Purpose::ALL[part]);
        let halves = split(&world, at, |whole| [
            Grant { purposes: whole.purposes.common(part), ..whole },
            Grant { purposes: whole.purposes.without(part), ..whole },
        ]);
        prop_assert_eq!(world.mask_with(&halves), world.mask_with(&world.grants));
    }

    #[test]
    fn splitting_the_time_of_a_grant_changes_nothing(
        world in worlds(), at: prop::sample::Index, middle in -3_i64..4,
    ) {
        let halves = split(&world, at, |whole| {
            let middle = (NOW + middle).clamp(whole.from, whole.until.max(whole.from));
            [Grant { until: middle.min(whole.until), ..whole }, Grant { from: middle, ..whole }]
        });
        prop_assert_eq!(world.mask_with(&halves), world.mask_with(&world.grants));
    }

    #[test]
    fn revoking_is_the_same_as_never_having_granted(world in worlds(), at: prop::sample::Index) {
        if !world.grants.is_empty() {
            let at = at.index(world.grants.len());
            let (mut revoked, mut removed) = (world.grants.clone(), world.grants.clone());
            revoked[at].until = revoked[at].until.min(NOW);
            removed.remove(at);
            prop_assert_eq!(world.mask_with(&revoked), world.mask_with(&removed));
        }
    }

    #[test]
    fn the_bases_named_hold_and_suffice(world in worlds(), bits in 1_u16..1024, own: bool) {
        let Some(label) = Label::from_bits(bits) else { unreachable!() };
        let decided = world.mask_with(&world.grants);
        let bases: Vec<_> = decided.bases(label, own).collect();
        prop_assert_eq!(bases.is_empty(), decided.sees(label, own).is_none());
        if let Some(basis) = decided.sees(label, own) {
            prop_assert!(bases.contains(&basis));
        }
        let mut once = bases.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), bases.len());
        let named: Vec<_> = world.grants.iter().copied().filter(|g| {
            bases.contains(&policy::Basis::Grant { id: g.id, version: g.version })
        }).collect();
        for grant in &named {
            let live = world.grants.iter().any(|g| g.id == grant.id && g.is_live(world.purpose, NOW));
            prop_assert!(live, "{:?} is named but does not hold", grant);
        }
        let alone = World { own_client: true, glass: false, ..world };
        if matches!(bases.first(), Some(policy::Basis::Grant { .. })) {
            prop_assert!(alone.mask_with(&named).sees(label, false).is_some(), "{:?} do not open {}", named, label);
        }
    }
}
