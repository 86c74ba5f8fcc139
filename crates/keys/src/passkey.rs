//! Passkeys (WebAuthn level 3): what a browser is asked, and whether what it answers holds.
//!
//! The checks are those of `webauthn-rs`: the challenge, the origin, the relying party, that the holder was verified by
//! the device, the signature. Three things are ours. The challenge is given in, so that it can be kept by whoever calls
//! and worlds from one seed stay alike. No attestation is asked for: which make of key somebody has is nobody's business
//! here. And a counter that went back is told, not refused, because passkeys that travel between devices count nothing.

use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url,
    Uuid,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// Bytes of a challenge, drawn by whoever calls.
pub const CHALLENGE_BYTES: usize = 32;

/// Milliseconds for which a browser waits for the holder; as long as the challenge lives.
const WAIT_MS: u64 = 5 * 60 * 1000;

/// Why a passkey does not hold. What exactly was wrong is for the log: somebody at a desk can only try again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

impl Wrong {
    fn of(why: impl std::fmt::Display) -> Self {
        Self(why.to_string())
    }
}

/// The site that passkeys belong to.
pub struct Site {
    webauthn: Webauthn,
}

/// A passkey that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its id, as base64url.
    pub credential: String,
    /// What is needed to check it later: the public key and what was said of it. No secret.
    pub key: String,
}

/// A passkey that was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// How often it says that it was used; 0 for those that do not count.
    pub counter: u32,
}

impl Site {
    /// The site at this public address, or nothing where browsers allow no passkeys: without TLS, or by a number
    /// instead of a name. The own machine counts as `localhost`, on any port.
    pub fn of(base_url: &str, name: &str) -> Option<Self> {
        let mut origin = Url::parse(base_url).ok()?;
        let local = matches!(origin.host_str()?, "127.0.0.1" | "[::1]" | "localhost");
        if local {
            origin.set_host(Some("localhost")).ok()?;
        } else if origin.scheme() != "https" {
            return None;
        }
        let id = origin.domain()?.to_owned();
        let builder = WebauthnBuilder::new(&id, &origin).ok()?;
        let webauthn = builder.rp_name(name).allow_any_port(local).build().ok()?;
        Some(Self { webauthn })
    }

    /// What a browser is asked for a new passkey of `user` (an opaque number that stays the same), who is shown as
    /// `login` and `name`. Devices that hold one of the `known` credentials say so instead of making a second one.
    pub fn ask_new(
        &self,
        user: u64,
        login: &str,
        name: &str,
        known: &[String],
        challenge: &[u8; CHALLENGE_BYTES],
    ) -> Result<String, Wrong> {
        let (asked, _) =
            self.webauthn.start_passkey_registration(handle(user), login, name, None).map_err(Wrong::of)?;
        let mut asked = serde_json::to_value(asked).map_err(Wrong::of)?;
        let public = &mut asked["publicKey"];
        public["challenge"] = base64url(challenge).into();
        public["timeout"] = WAIT_MS.into();
        public["excludeCredentials"] = descriptors(known);
        // Found without the login where the device can; a key that has no room for that is fine, too.
        public["authenticatorSelection"]["residentKey"] = "preferred".into();
        Ok(public.to_string())
    }

    /// Checks the answer to [`Self::ask_new`].
    pub fn make(&self, user: u64, challenge: &[u8; CHALLENGE_BYTES], answer: &str) -> Result<Made, Wrong> {
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).map_err(Wrong::of)?;
        let (_, state) = self.webauthn.start_passkey_registration(handle(user), "-", "-", None).map_err(Wrong::of)?;
        let state: PasskeyRegistration = with_challenge(&state, "rs", challenge)?;
        let made = self.webauthn.finish_passkey_registration(&answer, &state).map_err(Wrong::of)?;
        let mut key = serde_json::to_value(&made).map_err(Wrong::of)?;
        // With a stored counter the library would refuse one that went back; see `Used::counter`.
        key["cred"]["counter"] = 0.into();
        Ok(Made { credential: base64url(made.cred_id().as_ref()), key: key.to_string() })
    }

    /// What a browser is asked for a passkey: one of `known`, or any that it holds for this site.
    pub fn ask_known(&self, known: &[String], challenge: &[u8; CHALLENGE_BYTES]) -> Result<String, Wrong> {
        let (asked, _) = self.webauthn.start_discoverable_authentication().map_err(Wrong::of)?;
        let mut asked = serde_json::to_value(asked).map_err(Wrong::of)?;
        let public = &mut asked["publicKey"];
        public["challenge"] = base64url(challenge).into();
        public["timeout"] = WAIT_MS.into();
        public["allowCredentials"] = descriptors(known);
        Ok(public.to_string())
    }

    /// Checks the answer to [`Self::ask_known`] with the key that was kept for its credential.
    pub fn check(&self, challenge: &[u8; CHALLENGE_BYTES], key: &str, answer: &str) -> Result<Used, Wrong> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(Wrong::of)?;
        let key: Passkey = serde_json::from_str(key).map_err(Wrong::of)?;
        let (_, state) = self.webauthn.start_discoverable_authentication().map_err(Wrong::of)?;
        let state: DiscoverableAuthentication = with_challenge(&state, "ast", challenge)?;
        let used = self.webauthn.finish_discoverable_authentication_v2(&answer, state, &key).map_err(Wrong::of)?;
        if !used.user_verified() {
            return Err(Wrong::of("the device did not verify its holder"));
        }
        Ok(Used { counter: used.counter() })
    }
}

/// The credential that an answer names, as base64url; nothing if it names none.
pub fn named(answer: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(answer).ok()?;
    let id = answer["rawId"].as_str()?;
    let plain =
        !id.is_empty() && id.len() <= 1_400 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    plain.then(|| id.to_owned())
}

/// The number under which a device keeps whose passkey it is: 16 bytes, as the library wants them.
fn handle(user: u64) -> Uuid {
    Uuid::from_u64_pair(0, user)
}

/// The same state with our challenge in it. The library draws its own and has no way to be given one, so the state goes
/// through its JSON; that the challenge really is the one that is checked, the tests show.
fn with_challenge<S>(state: &S, inner: &str, challenge: &[u8; CHALLENGE_BYTES]) -> Result<S, Wrong>
where
    S: serde::Serialize + serde::de::DeserializeOwned,
{
    let mut state = serde_json::to_value(state).map_err(Wrong::of)?;
    state[inner]["challenge"] = base64url(challenge).into();
    serde_json::from_value(state).map_err(Wrong::of)
}

fn descriptors(known: &[String]) -> Value {
    known.iter().map(|id| json!({ "type": "public-key", "id": id })).collect()
}

/// Base64 for addresses, without padding (RFC 4648, section 5).
pub fn base64url(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().fold(0_u32, |n, byte| (n << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..=chunk.len() {
            text.push(char::from(SIGNS[(number >> (18 - 6 * at)) as usize & 63]));
        }
    }
    text
}

#[cfg(test)]
mod tests;
