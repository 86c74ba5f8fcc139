//! The API described by itself: made from the list of endpoints, so it cannot disagree with it.

use std::collections::BTreeMap;

use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathsBuilder, Ref, RefOr, Required,
    ResponseBuilder, Schema,
};

use crate::Room;
use crate::endpoint::{Access, ApiDoc, Endpoint, Method};

/// OpenAPI 3.1 of every endpoint under `/api/v1`.
pub fn description(rooms: &[Room]) -> OpenApi {
    let mut components = ComponentsBuilder::new()
        .schema("Problem", problem_schema())
        .security_scheme("session", SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()));
    let mut paths = PathsBuilder::new();
    let mut items: BTreeMap<&str, PathItem> = BTreeMap::new();
    for room in rooms {
        for endpoint in &room.endpoints {
            let Some(doc) = &endpoint.doc else { continue };
            for (name, schema) in doc.schemas.iter().chain(doc.input.iter()).chain(std::iter::once(&doc.output)) {
                components = components.schema(name.clone(), schema.clone());
            }
            let item = PathItem::new(http_method(endpoint.method), operation(room.name, endpoint, doc));
            match items.get_mut(endpoint.path) {
                Some(known) => known.merge_operations(item),
                None => drop(items.insert(endpoint.path, item)),
            }
        }
    }
    for (path, item) in items {
        paths = paths.path(path, item);
    }
    let info = InfoBuilder::new()
        .title("Tsunagi")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Handing over with consent. Sign in with POST /api/v1/sessions and send the token as a bearer token. \
             Errors are application/problem+json. Send an Idempotency-Key with every POST: a repeated one acts once.",
        ))
        .build();
    OpenApiBuilder::new().info(info).paths(paths.build()).components(Some(components.build())).build()
}

/// The same as text.
pub(crate) fn description_json(rooms: &[Room]) -> String {
    description(rooms).to_json().unwrap_or_default()
}

fn http_method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::Get,
        Method::Post => HttpMethod::Post,
    }
}

fn operation(room: &str, endpoint: &Endpoint, doc: &ApiDoc) -> utoipa::openapi::path::Operation {
    let mut op = OperationBuilder::new()
        .summary(Some(doc.summary))
        .tag(room)
        .operation_id(Some(operation_id(endpoint)))
        .response("200", json_response("Done", reference(&doc.output.0)));
    for (status, said) in [
        ("401", "Nobody is signed in"),
        ("403", "The role does not allow it"),
        ("404", "There is no such thing, or it may not be seen"),
        ("409", "A rule says no now, or somebody saved before"),
        ("413", "More than four mebibytes were sent; nothing was read"),
        ("422", "Something in the body cannot be read"),
        ("429", "Too many tries"),
        ("503", "Not possible at the moment; nothing was done"),
    ] {
        op = op.response(status, problem_response(said));
    }
    if let Some((name, _)) = &doc.input {
        let content = ContentBuilder::new().schema(Some(reference(name))).build();
        let required = if doc.input_optional { Required::False } else { Required::True };
        op = op.request_body(Some(
            RequestBodyBuilder::new().content("application/json", content).required(Some(required)).build(),
        ));
    }
    for name in params(endpoint.path) {
        op = op.parameter(parameter(name, ParameterIn::Path).required(Required::True));
    }
    for (name, about) in doc.query {
        let query = parameter(name, ParameterIn::Query).required(Required::False).description(Some(*about));
        op = op.parameter(query);
    }
    if endpoint.access == Access::Public {
        op = op.security(SecurityRequirement::default());
    } else if endpoint.access != Access::Link {
        op = op.security(SecurityRequirement::new("session", Vec::<String>::new()));
    }
    op.build()
}

fn operation_id(endpoint: &Endpoint) -> String {
    let verb = if endpoint.method == Method::Get { "get" } else { "post" };
    let path: String = endpoint
        .path
        .trim_start_matches("/api/v1/")
        .chars()
        .filter(|c| !matches!(c, '{' | '}'))
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    format!("{verb}_{path}")
}

fn params(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

fn parameter(name: &str, within: ParameterIn) -> ParameterBuilder {
    let schema = ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).build();
    ParameterBuilder::new().name(name).parameter_in(within).schema(Some(Schema::Object(schema)))
}

fn reference(name: &str) -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(name))
}

fn json_response(said: &str, schema: RefOr<Schema>) -> utoipa::openapi::Response {
    let content = ContentBuilder::new().schema(Some(schema)).build();
    ResponseBuilder::new().description(said).content("application/json", content).build()
}

fn problem_response(said: &str) -> utoipa::openapi::Response {
    let content = ContentBuilder::new().schema(Some(reference("Problem"))).build();
    ResponseBuilder::new().description(said).content("application/problem+json", content).build()
}

fn problem_schema() -> Schema {
    let text = || Schema::Object(ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).build());
    let number = Schema::Object(ObjectBuilder::new().schema_type(SchemaType::Type(Type::Integer)).build());
    let field: RefOr<Schema> =
        ObjectBuilder::new().property("field", text()).property("code", text()).property("message", text()).into();
    Schema::Object(
        ObjectBuilder::new()
            .property("type", text())
            .property("title", text())
            .property("status", number)
            .property("code", text())
            .property("fields", utoipa::openapi::schema::ArrayBuilder::new().items(field).build())
            .required("code")
            .required("status")
            .build(),
    )
}
