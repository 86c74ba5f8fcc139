//! Encrypting the connection to the server, and knowing that it is the server.
//!
//! `sslmode` in the URL decides. Left out or `disable`: not encrypted, for a socket, the same machine or a tunnel.
//! `require`, `verify-ca` and `verify-full` all mean the strictest of them: encrypted, with a certificate that a known
//! authority has signed for this name. An encrypted line to somebody unknown would protect nothing, so there is no such
//! mode; `prefer` and `allow` are refused for the same reason. The authorities are those that browsers know, or the ones
//! in the file that `sslrootcert` names.

use std::sync::Arc;

use base::{Outcome, Problem};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Takes out of a URL what it says about encryption: the rest for the driver, and how to encrypt
pub(super) fn read(url: &str) -> Outcome<(String, Option<MakeRustlsConnect>)> {
    let Some((address, query)) = url.split_once('?') else { return Ok((url.to_owned(), None)) };
    let (mut mode, mut authorities, mut rest) = (None, None, Vec::new());
    for pair in query.split('&') {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = Some(value),
            Some(("sslrootcert", value)) => authorities = Some(decoded(value)?),
            _ => rest.push(pair),
        }
    }
    let tls = match mode {
        None | Some("disable") => None,
        Some("require" | "verify-ca" | "verify-full") => Some(connector(authorities.as_deref())?),
        Some(_) => return Err(Problem::Internal("sslmode is one of disable, require and verify-full".to_owned())),
    };
    if tls.is_none() && authorities.is_some() {
        // Whoever names authorities wants to be safe, and would believe to be.
        return Err(Problem::Internal("a CA file is named, but sslmode does not ask for encryption".to_owned()));
    }
    let url = if rest.is_empty() { address.to_owned() } else { format!("{address}?{}", rest.join("&")) };
    Ok((url, tls))
}

fn connector(authorities: Option<&str>) -> Outcome<MakeRustlsConnect> {
    let mut roots = RootCertStore::empty();
    match authorities {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(path) => {
            let unreadable = |why: &dyn std::fmt::Display| Problem::Internal(format!("the CA file {path}: {why}"));
            for certificate in CertificateDer::pem_file_iter(path).map_err(|why| unreadable(&why))? {
                roots.add(certificate.map_err(|why| unreadable(&why))?).map_err(|why| unreadable(&why))?;
            }
            if roots.is_empty() {
                return Err(unreadable(&"there is no certificate in it"));
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(Problem::internal)?.with_root_certificates(roots).with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// A value of a URL with its `%` taken back
fn decoded(value: &str) -> Outcome<String> {
    let wrong = || Problem::Internal("the path of the CA file in the PostgreSQL URL cannot be read".to_owned());
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next().ok_or_else(wrong)?, rest.next().ok_or_else(wrong)?];
        let hex = std::str::from_utf8(&digits).map_err(|_| wrong())?;
        bytes.push(u8::from_str_radix(hex, 16).map_err(|_| wrong())?);
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_about_encryption_goes_to_the_driver_as_it_was() {
        for url in ["postgres://u@h/d", "postgres:///d?user=u&host=/run/postgresql", "host=h user=u"] {
            let (rest, tls) = read(url).expect("a readable URL");
            assert_eq!((rest.as_str(), tls.is_some()), (url, false));
        }
        let (rest, tls) = read("postgres://u@h/d?sslmode=verify-full&options=-c%20x").expect("a readable URL");
        assert_eq!((rest.as_str(), tls.is_some()), ("postgres://u@h/d?options=-c%20x", true));
    }

    #[test]
    fn nothing_is_encrypted_by_halves() {
        for query in ["sslmode=prefer", "sslmode=allow", "sslmode=", "sslrootcert=/x", "sslmode=disable&sslrootcert=/x"]
        {
            assert!(read(&format!("postgres://u@h/d?{query}")).is_err(), "{query}");
        }
    }

    #[test]
    fn a_file_without_authorities_is_refused() {
        for path in ["/nowhere/ca.pem", "/dev/null", "%zz", "%2"] {
            assert!(read(&format!("postgres://u@h/d?sslmode=require&sslrootcert={path}")).is_err(), "{path}");
        }
    }
}
