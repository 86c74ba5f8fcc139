//! Facts into entities, questions into requests, answers into sets.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet, Request,
    RestrictedExpression, Schema, ValidationMode, Validator,
};
use policy::{Category, Facts, Label, Purpose};

/// Two labels of one world are told apart by this number in the name of their entity.
type Label16 = u16;

/// Schema, rules and the names in them, read once.
pub struct Oracle {
    schema: Schema,
    rules: PolicySet,
    authorizer: Authorizer,
    categories: Vec<RestrictedExpression>,
    purposes: Vec<RestrictedExpression>,
    actions: HashMap<&'static str, EntityUid>,
    worker: EntityUid,
    person: EntityUid,
    glass: EntityUid,
    ours: EntityUid,
    theirs: EntityUid,
}

/// What Cedar says about one world.
pub struct Reading<'a> {
    oracle: &'a Oracle,
    entities: Entities,
    known: Context,
    given: Vec<Category>,
    asked: usize,
}

impl Oracle {
    /// Reads and validates schema and rules.
    pub fn new(schema: &str, rules: &str) -> Result<Self, String> {
        let (schema, warnings) = Schema::from_cedarschema_str(schema).map_err(|e| e.to_string())?;
        if let Some(warning) = warnings.into_iter().next() {
            return Err(warning.to_string());
        }
        let rules = PolicySet::from_str(rules).map_err(|e| e.to_string())?;
        let found = Validator::new(schema.clone()).validate(&rules, ValidationMode::Strict);
        if !found.validation_passed_without_warnings() {
            return Err(found.to_string());
        }
        let name = |kind, id: &str| uid(kind, id).map(RestrictedExpression::new_entity_uid);
        let actions = ["give", "share", "open_in_emergency", "know", "read"];
        Ok(Self {
            schema,
            rules,
            authorizer: Authorizer::new(),
            categories: Category::ALL.iter().map(|c| name("Category", c.code())).collect::<Result<_, _>>()?,
            purposes: Purpose::ALL.iter().map(|p| name("Purpose", p.code())).collect::<Result<_, _>>()?,
            actions: actions.iter().map(|a| Ok((*a, uid("Action", a)?))).collect::<Result<_, String>>()?,
            worker: uid("Worker", "asks")?,
            person: uid("Person", "asked-about")?,
            glass: uid("Glass", "broken")?,
            ours: uid("Agency", "ours")?,
            theirs: uid("Agency", "theirs")?,
        })
    }

    /// Takes the facts of one world in and asks what each grant gives and the glass opens; the entries that can be
    /// asked about afterwards carry one of `labels`.
    pub fn read(&self, facts: &Facts<'_>, labels: &[Label]) -> Result<Reading<'_>, String> {
        let entities =
            Entities::from_entities(self.world(facts, labels)?, Some(&self.schema)).map_err(|e| e.to_string())?;
        let mut reading = Reading { oracle: self, entities, known: Context::empty(), given: Vec::new(), asked: 0 };
        let mut in_emergency = Vec::new();
        for category in Category::ALL {
            if reading.some_grant_gives(facts, category)? || reading.some_law_gives(facts, category)? {
                reading.given.push(category);
                in_emergency.push(category);
            } else if facts.break_glass.is_some() && reading.glass_opens(facts, category)? {
                in_emergency.push(category);
            }
        }
        reading.known = context([
            ("own_client", RestrictedExpression::new_bool(facts.own_client)),
            ("walled", self.set(facts.barrier.iter())),
            ("given", self.set(reading.given.iter().copied())),
            ("in_emergency", self.set(in_emergency.into_iter())),
        ])?;
        Ok(reading)
    }

    fn world(&self, facts: &Facts<'_>, labels: &[Label]) -> Result<Vec<Entity>, String> {
        let entity = |id: EntityUid, attributes: Vec<(&str, RestrictedExpression)>| {
            let attributes = attributes.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
            Entity::new(id, attributes, HashSet::new()).map_err(|e| e.to_string())
        };
        let (long, bool) = (RestrictedExpression::new_long, RestrictedExpression::new_bool);
        let agency = |id: &EntityUid| RestrictedExpression::new_entity_uid(id.clone());
        let mut all = vec![
            entity(self.ours.clone(), vec![("reports", bool(facts.duty_to_report))])?,
            entity(self.theirs.clone(), vec![("reports", bool(false))])?,
            entity(self.worker.clone(), vec![("agency", agency(&self.ours))])?,
            entity(self.person.clone(), vec![])?,
        ];
        for (at, grant) in facts.grants.iter().enumerate() {
            let purposes = grant.purposes.iter().map(|p| self.purposes[p as usize].clone());
            all.push(entity(
                uid("Grant", &at.to_string())?,
                vec![
                    ("purposes", RestrictedExpression::new_set(purposes)),
                    ("categories", self.set(grant.categories.iter())),
                    ("relapse_named", bool(grant.relapse_from.is_some())),
                    ("relapse_from", long(grant.relapse_from.unwrap_or(0))),
                    ("from", long(grant.from)),
                    ("until", long(grant.until)),
                ],
            )?);
        }
        for (at, basis) in facts.bases.iter().enumerate() {
            let purposes = basis.purposes.iter().map(|p| self.purposes[p as usize].clone());
            all.push(entity(
                uid("LegalBasis", &at.to_string())?,
                vec![
                    ("purposes", RestrictedExpression::new_set(purposes)),
                    ("categories", self.set(basis.categories.iter())),
                    ("vital", bool(basis.vital)),
                    ("from", long(basis.from)),
                    ("until", long(basis.until)),
                ],
            )?);
        }
        if let Some(glass) = facts.break_glass {
            all.push(entity(self.glass.clone(), vec![("from", long(glass.from)), ("until", long(glass.until))])?);
        }
        for label in labels {
            for (own, author) in [(true, &self.ours), (false, &self.theirs)] {
                let label_set = self.set(label.categories().iter());
                all.push(entity(entry(label.bits(), own)?, vec![("label", label_set), ("author", agency(author))])?);
            }
        }
        Ok(all)
    }

    fn set(&self, categories: impl Iterator<Item = Category>) -> RestrictedExpression {
        RestrictedExpression::new_set(categories.map(|c| self.categories[c as usize].clone()))
    }
}

impl Reading<'_> {
    /// Whether the worker may know that the person exists here.
    pub fn knows(&mut self) -> Result<bool, String> {
        let (person, known) = (self.oracle.person.clone(), self.known.clone());
        self.ask("know", person, known)
    }

    /// Whether the worker may read an entry with this label; `own`: their agency wrote it.
    pub fn may_read(&mut self, label: Label, own: bool) -> Result<bool, String> {
        let known = self.known.clone();
        self.ask("read", entry(label.bits(), own)?, known)
    }

    /// How many decisions Cedar has taken for this world.
    #[must_use]
    pub const fn asked(&self) -> usize {
        self.asked
    }

    fn some_grant_gives(&mut self, facts: &Facts<'_>, category: Category) -> Result<bool, String> {
        for at in 0..facts.grants.len() {
            let mut pairs = self.asking(facts, category).to_vec();
            pairs.push(("purpose", self.oracle.purposes[facts.purpose as usize].clone()));
            if self.ask("give", uid("Grant", &at.to_string())?, context(pairs)?)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn some_law_gives(&mut self, facts: &Facts<'_>, category: Category) -> Result<bool, String> {
        for at in 0..facts.bases.len() {
            let mut pairs = self.asking(facts, category).to_vec();
            pairs.push(("purpose", self.oracle.purposes[facts.purpose as usize].clone()));
            if self.ask("share", uid("LegalBasis", &at.to_string())?, context(pairs)?)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn glass_opens(&mut self, facts: &Facts<'_>, category: Category) -> Result<bool, String> {
        let mut pairs = self.asking(facts, category).to_vec();
        pairs.push(("walled", self.oracle.set(facts.barrier.iter())));
        let asking = context(pairs)?;
        self.ask("open_in_emergency", self.oracle.glass.clone(), asking)
    }

    fn asking(&self, facts: &Facts<'_>, category: Category) -> [(&'static str, RestrictedExpression); 3] {
        [
            ("category", self.oracle.categories[category as usize].clone()),
            ("now", RestrictedExpression::new_long(facts.now)),
            ("refused", self.oracle.set(facts.refused.iter())),
        ]
    }

    /// Asks; an error of any rule is an error, whatever the answer was.
    fn ask(&mut self, action: &'static str, resource: EntityUid, context: Context) -> Result<bool, String> {
        self.asked += 1;
        let oracle = self.oracle;
        let (worker, action) = (oracle.worker.clone(), oracle.actions[action].clone());
        let request =
            Request::new(worker, action, resource, context, Some(&oracle.schema)).map_err(|e| e.to_string())?;
        let answer = oracle.authorizer.is_authorized(&request, &oracle.rules, &self.entities);
        match answer.diagnostics().errors().next() {
            Some(error) => Err(error.to_string()),
            None => Ok(answer.decision() == Decision::Allow),
        }
    }
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, String> {
    let kind = EntityTypeName::from_str(kind).map_err(|e| e.to_string())?;
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(id)))
}

fn entry(label: Label16, own: bool) -> Result<EntityUid, String> {
    uid("Entry", &format!("{label}-{own}"))
}

fn context(pairs: impl IntoIterator<Item = (&'static str, RestrictedExpression)>) -> Result<Context, String> {
    Context::from_pairs(pairs.into_iter().map(|(k, v)| (k.to_owned(), v))).map_err(|e| e.to_string())
}
