# Navigation
auth-nav-home = To do today
auth-nav-second = Set up the second step
auth-nav-persons = People and families
auth-nav-referrals = Referrals
auth-nav-directory = Find help
auth-nav-notices = Notices
auth-nav-agencies = Agencies
auth-nav-audit = Review of records
auth-nav-by-number = Take back a consent
auth-nav-separations = Keep apart
auth-nav-lawful = Shared by law
auth-nav-network = Overdue referrals

# Signing in and out
auth-sign-in = Sign in
auth-login = User ID
auth-password = Password
auth-sign-in-wrong = The user ID or the password is wrong. Check upper and lower case and try again.
auth-sign-in-ended = You were signed out because nothing was done for a while. Please sign in again.
auth-sign-in-kept = Your session has ended. What you wrote is still here. Sign in to send it on.
auth-trouble = If you cannot sign in
auth-trouble-text = If you have forgotten your password, ask your agency's administrator for a start code. With it you set a new one.
auth-signed-out = You have signed out.
auth-back = Back

# What was being sent when the session ended
auth-kept-title = What you wrote is still here
auth-kept-lead = It has not been sent yet. Press the button below to send it as it was.
auth-kept-agency = It will be sent for “{ $agency }”.
auth-kept-send = Send it
auth-kept-drop = Do not send it

# Switching
auth-switch-title = Switch agency
auth-switch-lead = What you see and write will be that of the agency you choose.
auth-switch-which = For which agency do you act?
auth-switch-do = Switch
auth-switched = You have switched agency.

# Password
auth-password-title = Change password
auth-password-lead = You will be signed out everywhere. Sign in again with the new password.
auth-password-old = Current password
auth-password-new = New password
auth-password-again = New password, once more
auth-password-rules = At least { $n } characters, without your user ID and not of common words only. A long sentence is fine. You may paste it.
auth-password-do = Change password
auth-password-changed = Your password has been changed. Please sign in with the new one.
auth-old-password-wrong = This is not your current password.
auth-password-not-same = Please enter the same new password.

# A new start
auth-start-title = Set a new password with a start code
auth-start-lead = Use the start code that your administrator told you. It works once, within 24 hours.
auth-start-code = Start code
auth-start-code-support = 16 letters and digits. Capitals and hyphens do not matter.
auth-start-do = Set the new password
auth-start-wrong = The user ID or the start code is wrong, or the code has run out. Check what you typed; if it does not help, ask your administrator for a new code.

# Showing once more that it is them
auth-step-up-title = Show that it is you
auth-step-up-lead = This is asked before something important is done. For { $n } minutes afterwards it is not asked again.
auth-step-up-kept = What you wrote is still here. It has not been sent yet.
auth-step-up-do = Confirm and go on
auth-step-up-wrong = The password is wrong. Check capitals and the input mode, and type it again.
auth-second-title = Second step
auth-second-lead = Besides your password, a six-digit code on a device of your own shows that it is you. Whoever learns your password still cannot get in.
auth-second-resting = Until you have set it up, these roles rest. You can go on with everything else.
auth-second-how-app = Have an authenticator app (one that makes six-digit codes) on a phone or computer. If your agency has chosen one, use that.
auth-second-how-read = On the next page, scan the QR code and enter the six digits that the app shows.
auth-second-how-codes = You get recovery codes for the day you lose the device. Have paper ready to copy them.
auth-second-begin = Begin
auth-second-proposed = The QR code is ready. You are not done yet.
auth-second-read = Scan the QR code with the app
auth-second-read-text = Scan it where nobody else sees it. Without a camera, type the letters below into the app.
auth-second-secret = To type it in:
auth-second-first-title = Check the code
auth-second-first = Six digits from the app
auth-second-first-support = They change every 30 seconds. Enter the ones that show now.
auth-second-first-wrong = These digits do not match. Check the clock of the device and enter the ones that show now.
auth-second-confirm = Finish
auth-second-not-now = Not now
auth-second-not-begun = Press “Begin” first.
auth-second-is-on = It is set up already. To change the device, turn it off first.
auth-second-is-off = It is not set up.
auth-second-is-on-now = The second step is on.
auth-second-since = Set up
auth-second-left = Recovery codes left
auth-second-left-n = { $n }
auth-second-new-codes = Make new recovery codes
auth-second-end = Turn the second step off
auth-second-ended = The second step is off.
auth-second-ended-with-start = Your password has been changed. The second step has ended too; set it up again after signing in.
auth-second-codes-title = Recovery codes
auth-second-codes-lead = There are { $n } codes to use in place of the six digits when the device is lost. Each works once.
auth-second-codes-once = You see these codes only now. The ones before no longer work.
auth-second-codes-keep = Copy them to paper and lock it away. Do not keep them in mail or pictures.
auth-second-codes-kept = I have copied them
auth-second-step = Your code
auth-second-step-lead = Enter the six digits that your app shows. After ten minutes you have to begin again.
auth-second-code = Six digits, or a recovery code
auth-second-code-support = Digits that were used once do not work again. Wait for the next ones.
auth-second-wrong = The code is wrong or was used before. Enter the next one that shows.
auth-second-late = It took too long. Please sign in again.
auth-second-needed = This account needs a code of the second step as well.
auth-second-lost = If you do not have the device
auth-second-lost-text = Enter a recovery code. If you have none either, ask your agency's administrator for a start code.

# Sessions
auth-sessions = Where you are signed in
auth-sessions-lead = If there is one that you do not know, end it and change your password.
auth-session-this = This device
auth-session-other = Another device
auth-session-since = Signed in
auth-session-seen = Last used
auth-session-end = Sign out there
auth-sessions-end = Sign out everywhere else
auth-session-ended = Signed out there.
auth-sessions-ended = Signed out everywhere else.

# Account
auth-account-title = Your account
auth-account-name = Name
auth-account-seats = Agencies and roles
auth-account-now = acting for this one
auth-account-safety = Safety

# Roles
auth-role-worker = Support worker
auth-role-worker-note = Supports people and families and writes records.
auth-role-intake_desk = Intake desk
auth-role-intake_desk-note = Receives and answers referrals from other agencies.
auth-role-coordinator = Network coordinator
auth-role-coordinator-note = Sees where referrals are stuck, but no information about people.
auth-role-privacy_officer = Privacy officer
auth-role-privacy_officer-note = Checks who looked at what, but sees no information about people.
auth-role-administrator = Administrator
auth-role-administrator-note = Looks after the agency's data and accounts, but sees no information about people.

# Quick exit
auth-away-title = Today's calendar
auth-away-today = Today
auth-away-next = Next public holiday
auth-nav-capacity = Places
auth-nav-requests = Requests

# Passkeys
auth-passkeys = Passkeys
auth-passkeys-lead = Sign in with the fingerprint, face or PIN of your device in place of the password. Remove here those of devices that you no longer use.
auth-passkey-new = Add a passkey
auth-passkey-new-lead = Give it a name and press “Add”. Your device checks that it is you. Finish within { $n } minutes.
auth-passkey-name = Name of this passkey
auth-passkey-name-support = A name that tells you which device it is on, such as: work phone, front desk computer
auth-passkey-make = Add
auth-passkey-made = Added
auth-passkey-used = Last used
auth-passkey-never = Not used yet
auth-passkey-remove = Remove this passkey
auth-passkey-added = The passkey has been added. You can sign in with it from now on.
auth-passkey-removed = The passkey has been removed. What is left on the device can be deleted in its settings.
auth-passkey-use = Use a passkey
auth-passkey-title = Show that it is you with a passkey
auth-passkey-lead = Press “Use a passkey”. Your device asks for your fingerprint, face or PIN; they never leave the device.
auth-passkey-password = Use the password
auth-passkey-without = Passkeys cannot be used on this screen: JavaScript is turned off, or the browser does not know them. Please use the password.
auth-passkey-failed = The passkey could not be used. Nothing was sent. Press again, or use the password.
auth-passkey-refused = This passkey did not show that it is you. Try again, or use the password.
auth-passkey-not-made = The passkey could not be added. Nothing has changed. Please try again.
auth-passkey-there-already = This passkey has already been added.
auth-passkey-too-many = There are too many passkeys. Remove one that you do not use, then add this one.
auth-passkey-none = You have no passkey here. Please use the password.
auth-passkey-no-site = Passkeys cannot be used at this address. Please use the password.
