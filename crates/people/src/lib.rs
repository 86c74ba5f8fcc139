//! Wing 1: auth, audit, agency, directory, person, consent, notice
