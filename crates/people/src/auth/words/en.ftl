# Navigation
auth-nav-home = To do today
auth-nav-persons = People and families
auth-nav-referrals = Referrals
auth-nav-directory = Find help
auth-nav-notices = Notices
auth-nav-agencies = Agencies
auth-nav-audit = Review of records
auth-nav-by-number = Take back a consent
auth-nav-separations = Keep apart
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
