//! A device that holds one passkey, for tests: it answers as a real one would, and as a bad one could.
//!
//! It signs with ES256, as nearly every device does, and asks nobody for permission.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::passkey::base64url;

/// A device with one key. Change a field to make it lie.
pub struct Device {
    /// The secret key.
    pub key: SigningKey,
    /// The id of its credential.
    pub credential: Vec<u8>,
    /// The page that its browser says it is on.
    pub origin: String,
    /// The site that it signs for.
    pub site: String,
    /// Whether it says that it has verified its holder.
    pub verified: bool,
    /// What its counter stands at.
    pub counter: u32,
}

impl Device {
    /// A device made of one byte, the same for the same byte.
    pub fn new(seed: u8, origin: &str, site: &str) -> Self {
        let key = SigningKey::from_slice(&[seed.max(1); 32]).expect("any small number is a key");
        Self {
            key,
            credential: vec![seed; 16],
            origin: origin.to_owned(),
            site: site.to_owned(),
            verified: true,
            counter: 0,
        }
    }

    /// Answers what a browser was asked for a new passkey.
    pub fn make(&self, asked: &str) -> String {
        let client = self.client("webauthn.create", asked);
        let mut data = self.data(0x40);
        data.extend([0_u8; 16]);
        data.extend(u16::try_from(self.credential.len()).expect("a short id").to_be_bytes());
        data.extend(&self.credential);
        data.extend(self.cose());
        // {"fmt": "none", "attStmt": {}, "authData": bytes}
        let mut object = vec![0xa3];
        object.extend(b"\x63fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).expect("less than 256 bytes"));
        object.extend(data);
        let response =
            json!({ "attestationObject": base64url(&object), "clientDataJSON": base64url(client.as_bytes()) });
        self.envelope(&response)
    }

    /// Answers what a browser was asked for a passkey that it holds.
    pub fn show(&self, asked: &str) -> String {
        let client = self.client("webauthn.get", asked);
        let data = self.data(0);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(client.as_bytes()));
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "authenticatorData": base64url(&data),
            "clientDataJSON": base64url(client.as_bytes()),
            "signature": base64url(signature.to_der().as_bytes()),
        });
        self.envelope(&response)
    }

    fn envelope(&self, response: &Value) -> String {
        let id = base64url(&self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} }).to_string()
    }

    fn client(&self, kind: &str, asked: &str) -> String {
        let asked: Value = serde_json::from_str(asked).expect("what is asked is JSON");
        json!({ "type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
    }

    /// Authenticator data: hash of the site, flags (present; verified), counter.
    fn data(&self, more: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.site.as_bytes()).to_vec();
        data.push(0x01 | if self.verified { 0x04 } else { 0 } | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The public key as COSE (RFC 9053): {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
    fn cose(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let bytes = point.as_bytes();
        let mut cose = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        cose.extend(&bytes[1..33]);
        cose.extend([0x22, 0x58, 0x20]);
        cose.extend(&bytes[33..65]);
        cose
    }
}
