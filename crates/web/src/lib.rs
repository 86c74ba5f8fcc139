//! The kit: app state, extractors, forms, templates, problems as pages or JSON, TestApp
