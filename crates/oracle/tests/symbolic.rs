//! What holds in every world, proved by a solver over the text of the rules; and that the solver would find a fault.
//!
//! It needs cvc5: `CVC5` names the program, or `CVC5_PYTHON` a Python that has its package. `cargo xtask prove
//! symbolic` sees to that. Without a solver there is nothing to run, which is why these tests wait to be asked for.
#![expect(clippy::disallowed_methods, reason = "where the solver is, and how long it takes, is told from outside")]

mod solver;

use std::time::Instant;

use cedar_policy::{
    ActionConstraint, Authorizer, Decision, EntityUid, PolicySet, RequestEnv, Schema, ValidationMode, Validator,
};
use cedar_policy_symcc::{CompiledPolicy, CompiledPolicySet};
use oracle::{RULES, SCHEMA};
use solver::{Prover, prover};

/// The upper bounds, with a bug for each that the solver must find.
const PROPERTIES: &str = include_str!("../rules/properties.cedar");

fn schema(text: &str) -> Schema {
    Schema::from_cedarschema_str(text).expect("the schema is valid").0
}

/// Rules out of a text, held to the schema.
fn rules(text: &str, schema: &Schema) -> PolicySet {
    let rules: PolicySet = text.parse().unwrap_or_else(|e| panic!("{e}\n{text}"));
    let found = Validator::new(schema.clone()).validate(&rules, ValidationMode::Strict);
    assert!(found.validation_passed(), "{found}\n{text}");
    rules
}

/// The kind of request an action makes; here every action is asked about one kind of thing only.
fn kind(schema: &Schema, action: &EntityUid) -> RequestEnv {
    let mut all = schema.request_envs().filter(|env| env.action() == action);
    let kind = all.next().expect("the schema knows the action");
    assert!(all.next().is_none(), "{action} is asked about one kind of thing");
    kind
}

fn compiled(rules: &PolicySet, kind: &RequestEnv, schema: &Schema) -> CompiledPolicySet {
    CompiledPolicySet::compile(rules, kind, schema).unwrap_or_else(|e| panic!("{e}"))
}

#[tokio::test]
#[ignore = "needs a solver"]
async fn no_rule_ever_stumbles() {
    let (schema, mut prover) = (schema(SCHEMA), prover());
    let rules = rules(RULES, &schema);
    let mut count = 0;
    for policy in rules.policies() {
        for kind in schema.request_envs() {
            let rule = CompiledPolicy::compile(policy, &kind, &schema).unwrap_or_else(|e| panic!("{e}"));
            let never = prover.check_never_errors_opt(&rule).await.unwrap_or_else(|e| panic!("{e}"));
            assert!(never, "{policy} can stumble at {}", kind.action());
            count += 1;
        }
    }
    println!("{count} times: a rule never stumbles");
    assert!(count >= 40);
}

#[tokio::test]
#[ignore = "needs a solver"]
async fn every_property_holds_and_every_bug_is_found() {
    let (schema, mut prover) = (schema(SCHEMA), prover());
    let right = rules(RULES, &schema);
    let properties = rules(PROPERTIES, &schema);
    let mut count = 0;
    for property in properties.policies() {
        let name = property.annotation("id").expect("a property has a name");
        let ActionConstraint::Eq(action) = property.action_constraint() else { panic!("{name} is about one action") };
        let kind = kind(&schema, &action);
        let bound = PolicySet::from_policies([property.clone()]).expect("one policy is a set");
        let begun = Instant::now();
        assert!(implied(&mut prover, &schema, &kind, &right, &bound).await, "{name} does not hold");
        let milliseconds = begun.elapsed().as_millis();
        let bug = property.annotation("bug").expect("a property has a bug").replace('\'', "\"");
        let (from, to) = bug.split_once(" => ").expect("a bug is: fragment => other");
        assert!(RULES.contains(from), "{name}: the rules do not say `{from}`");
        let wrong = rules(&RULES.replace(from, to), &schema);
        must_be_refuted(&mut prover, &schema, &kind, &wrong, &bound, name).await;
        println!("proved in {milliseconds} ms, and refuted with its bug: {name}");
        count += 1;
    }
    println!("{count} properties proved");
    assert!(count >= 18);
}

/// P7: who is given less sees no more. Each law asks the same question twice in one request, and says of the second
/// what makes it the wider one.
struct Law {
    name: &'static str,
    action: &'static str,
    /// What the request carries for the second question.
    more: &'static str,
    /// How the rules are read for the second question.
    second: &'static [(&'static str, &'static str)],
    /// When the second question is the wider one.
    when: &'static str,
}

const LAWS: &[Law] = &[
    Law {
        name: "P7 a narrower grant never gives more",
        action: "give",
        more: "wider: Grant",
        second: &[("resource.", "context.wider.")],
        when: "context.wider.purposes.containsAll(resource.purposes) && context.wider.categories.containsAll(resource.categories) \
               && context.wider.from <= resource.from && resource.until <= context.wider.until \
               && (!resource.relapse_named || (context.wider.relapse_named && context.wider.relapse_from <= resource.relapse_from))",
    },
    Law {
        name: "P7 a refusal more never gives more",
        action: "give",
        more: "fewer: Set<Category>",
        second: &[("context.refused", "context.fewer")],
        when: "context.refused.containsAll(context.fewer)",
    },
    Law {
        name: "P7 a duty to report never gives more",
        action: "give",
        more: "lighter: Bool",
        second: &[("principal.agency.reports", "context.lighter")],
        when: "!context.lighter || principal.agency.reports",
    },
    Law {
        name: "P7 less given, and more walled, is never read more",
        action: "read",
        more: "wider: Known",
        second: &[("context.", "context.wider.")],
        when: "(!context.own_client || context.wider.own_client) && context.walled.containsAll(context.wider.walled) \
               && context.wider.given.containsAll(context.given) \
               && context.wider.in_emergency.containsAll(context.in_emergency)",
    },
    Law {
        name: "P7 one category more in the label is never read by more",
        action: "read",
        more: "shorter: Set<Category>",
        second: &[("resource.label", "context.shorter")],
        when: "resource.label.containsAll(context.shorter) && !context.shorter.isEmpty()",
    },
];

#[tokio::test]
#[ignore = "needs a solver"]
async fn less_is_never_more() {
    let mut prover = prover();
    for law in LAWS {
        let schema = schema(&carrying(law));
        let action: EntityUid = format!("Action::\"{}\"", law.action).parse().expect("an action");
        let kind = kind(&schema, &action);
        let narrow =
            |when: &str| format!("{RULES}\nforbid (principal, action == {action}, resource) unless {{ {when} }};");
        let other = law.second.iter().fold(RULES.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{}: the rules do not say `{from}`", law.name);
            text.replace(from, to)
        });
        // Only the rules of this action know what the request carries.
        let other = only(&rules_of(&other), law.action);
        let (narrow, wide) = (rules(&narrow(law.when), &schema), rules(&other, &schema));
        let begun = Instant::now();
        assert!(implied(&mut prover, &schema, &kind, &narrow, &wide).await, "{} does not hold", law.name);
        let milliseconds = begun.elapsed().as_millis();
        // The converse is false, and so is the law without its condition: the prover must say so.
        must_be_refuted(&mut prover, &schema, &kind, &wide, &narrow, law.name).await;
        let any = rules(RULES, &schema);
        must_be_refuted(&mut prover, &schema, &kind, &any, &wide, law.name).await;
        println!("proved in {milliseconds} ms, converse refuted: {}", law.name);
    }
}

/// The schema with what the law's request carries besides.
fn carrying(law: &Law) -> String {
    let (before, after) = SCHEMA.split_once(&format!("action {} ", law.action)).expect("the schema has the action");
    let after = if after.contains("context: Known") && law.action == "read" {
        let known = "own_client: Bool, walled: Set<Category>, given: Set<Category>, in_emergency: Set<Category>";
        after.replacen("context: Known", &format!("context: {{ {known}, {} }}", law.more), 1)
    } else {
        after.replacen("context: {", &format!("context: {{ {},", law.more), 1)
    };
    format!("{before}action {} {after}", law.action)
}

/// The rules of a text, one by one.
fn rules_of(text: &str) -> Vec<String> {
    text.split("@id(").skip(1).map(|rule| format!("@id({rule}")).collect()
}

/// Those that speak about this action, and of several actions only about this one.
fn only(rules: &[String], action: &str) -> String {
    let asked = format!("Action::\"{action}\"");
    let about = |rule: &&String| rule.split_once(", resource)").is_some_and(|(head, _)| head.contains(&asked));
    let mut text = String::new();
    for rule in rules.iter().filter(about) {
        let (head, rest) = rule.split_once("action ").expect("a rule is about an action");
        let (_, rest) = rest.split_once(", resource)").expect("a rule is about something");
        text.extend([head, "action == ", &asked, ", resource)", rest]);
    }
    text
}

async fn implied(
    prover: &mut Prover,
    schema: &Schema,
    kind: &RequestEnv,
    narrow: &PolicySet,
    wide: &PolicySet,
) -> bool {
    let (left, right) = (compiled(narrow, kind, schema), compiled(wide, kind, schema));
    prover.check_implies_opt(&left, &right).await.unwrap_or_else(|e| panic!("{e}"))
}

/// The solver finds a world that `narrow` allows and `wide` does not; and the engine that answers requests agrees.
async fn must_be_refuted(
    prover: &mut Prover,
    schema: &Schema,
    kind: &RequestEnv,
    narrow: &PolicySet,
    wide: &PolicySet,
    name: &str,
) {
    let (left, right) = (compiled(narrow, kind, schema), compiled(wide, kind, schema));
    let found = prover.check_implies_with_counterexample_opt(&left, &right).await.unwrap_or_else(|e| panic!("{e}"));
    let world = found.unwrap_or_else(|| panic!("{name}: the bug is not found"));
    let says = |rules| Authorizer::new().is_authorized(&world.request, rules, &world.entities).decision();
    assert_eq!((says(narrow), says(wide)), (Decision::Allow, Decision::Deny), "{name}: the world found shows it");
}
