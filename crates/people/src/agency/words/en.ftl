# List and page
agency-title = Agencies
agency-lead = The agencies of the network. Before you write to one, see what it tells to whom.
agency-none = No agencies yet
agency-none-text = They will be listed here once an administrator adds them.
agency-add = Add an agency
agency-add-do = Add
agency-created = The agency has been added.
agency-edit = Change the agency's data
agency-save = Save
agency-changed = The agency's data has been saved.
agency-back = Back without saving
agency-choose = Please choose
agency-yes = Yes
agency-no = No
agency-name = Name
agency-kana = Reading in kana
agency-kana-support = Lists are sorted by it.
agency-kind = Kind
agency-area = Area
agency-area-support = The town or prefecture it works for
agency-phone = Telephone
agency-email = Mail address for notices
agency-email-support = Mails only say that there is a notice. Nothing about a person is sent.
agency-tells = What this agency tells to whom
agency-tells-support = Read by people and other agencies before they write. For example: nothing is told without consent, not even to the family; in danger of life we call 119.
agency-tells-nothing = Nothing has been written yet. Ask the agency before you tell it anything.
agency-answers = Time to answer
agency-answers-in = within { $n ->
    [one] one working day
   *[other] { $n } working days
}
agency-answer-days = Working days until a referral is answered
agency-answer-days-support = 1 to 30
agency-has-account = Its workers sign in to this system
agency-has-account-support = Otherwise it takes part by telephone, letter and one-time links.
agency-part = Takes part
agency-part-account = in this system
agency-part-outside = by telephone, letter or link

# Somebody saved in between
agency-stale = What differs
agency-stale-text = Somebody else has saved in between. Compare, correct where needed, and save again. Your version will then be kept.
agency-stale-field = Field
agency-stale-now = There now
agency-stale-typed = What you typed

# Duty to report
agency-duty = Duty to report
agency-duty-now = On record now
agency-duty-yes = Has a duty to report
agency-duty-no = Has no duty to report
agency-duty-basis = Basis
agency-duty-basis-support = The article of a law, a guideline, an agreement
agency-duty-from = Since
agency-duty-from-support = Today, if left empty.
agency-duty-checked = Checked on
agency-duty-unchecked-yes = Nobody has checked yet. Until then it counts as having a duty to report.
agency-duty-unchecked-no = Nobody has checked yet. Agencies of this kind usually have no duty to report.
agency-duty-record = Record the duty to report
agency-duty-question = When this agency learns that somebody has used again, must it report that to anybody?
agency-duty-effect = Saving may change at once what this agency can see. That somebody has used again reaches it only when the person has agreed to that by name.
agency-duty-save = Record
agency-duty-recorded = The duty to report has been recorded.
agency-second-title = Asking for a second step
agency-second-lead = Decide whether everybody who acts for this agency shows more than a password.
agency-second-question = Ask it of everybody?
agency-second-yes = Yes
agency-second-no = No
agency-second-effect = If you ask it, whoever has not set it up cannot work for this agency until they have. Choose a quiet hour.
agency-second-save = Save
agency-second-asked = Everybody is asked for the second step now.
agency-second-not-asked = It is no longer asked of everybody.
agency-office-waiting = Roles that wait for a second person
agency-office-waiting-text = Privacy officers and administrators hold their role once a second administrator has confirmed it.
agency-office-title = Confirm a role
agency-office-lead = Two people decide who is privacy officer or administrator. After { $n } days without a confirmation it lapses.
agency-office-roles = Role
agency-office-by = Given by
agency-office-until = To be confirmed by
agency-office-check = Ask the worker and whoever gave it before you confirm. It holds from their next request.
agency-office-confirm = Confirm
agency-office-own = A second administrator confirms it: neither who gave it nor who is to hold it.
agency-office-theirs = Another administrator of this agency confirms it.
agency-office-withdraw = Do not give it
agency-office-asked = Saved. The role of privacy officer or administrator holds once a second administrator has confirmed it.
agency-office-confirmed = The role has been given.
agency-office-withdrawn = The role is not given.

# Workers
agency-workers = Workers
agency-workers-none = No workers yet
agency-workers-none-text = They will be listed here once an administrator opens accounts.
agency-worker-name = Name
agency-worker-login = User ID
agency-worker-login-support = 3 to 64 letters, digits, dots, hyphens or underlines
agency-worker-password = First password
agency-worker-roles = Roles
agency-worker-acts = Change
agency-worker-closed = account closed
agency-worker-add = Open an account
agency-worker-add-do = Open account
agency-worker-added = The account has been opened. Tell the worker their first password.
agency-sit-in = Let a worker of another agency sit in
agency-sit-in-lead = For workers of another agency who also work here. They switch agency to do so.
agency-sit-in-login-support = The user ID they sign in with
agency-sit-in-do = Let them sit in
agency-sit-in-done = The worker sits in from now on.
agency-roles = Change roles
agency-roles-of = Roles of { $name }
agency-roles-lead = They hold from the next request.
agency-roles-do = Change roles
agency-roles-set = The roles have been changed.
agency-leave = End work here
agency-leave-text = { $name } will no longer see anything of “{ $agency }”. Work for other agencies goes on. The links they gave here end; make anew those that are needed.
agency-leave-do = End work here
agency-leave-done = Their work here has ended.
agency-close = Close the account
agency-close-text = { $name } will not be able to sign in for any agency. Open sessions end at once. Start codes and recovery codes end at once, and so do the links they gave; make anew those that are needed.
agency-close-do = Close the account
agency-close-done = The account has been closed.

agency-part-hands = { $n ->
    [one] One person is in their hands here. Support workers hand them on under “People and families”.
   *[other] { $n } people are in their hands here. Support workers hand them on under “People and families”.
}
agency-start = Give a start code
agency-start-text = { $name } will be able to set a new password.
agency-start-who = Make sure that it is really them before you tell the code. The old password works until the code is used. Then they are signed out everywhere, and their second step ends.
agency-start-do = Make a start code
agency-start-made = Here is the start code
agency-start-made-lead = Tell it to { $name } by word of mouth. Once you leave this page, nobody can see it again.
agency-start-until = Works until
agency-start-how = On the page for signing in, under “If you cannot sign in”, they choose “Set a new password with a start code”.
agency-start-self = Change your own password under “Your account”. If you have forgotten it, ask another administrator.
agency-account-elsewhere = Another agency opened this account. Please ask its administrator. Here you can only end their work here.

# What can be wrong
agency-code-taken = This agency code is already in use.
agency-kind-taken = The code of this kind is already in use.
agency-login-form = A user ID has 3 to 64 letters, digits, dots, hyphens or underlines.
agency-login-unknown = There is no worker with this user ID.
agency-not-own = You cannot change another agency's data. Please ask its administrator.
agency-password-short = Please use at least { $n } characters.
agency-password-long = Please use at most 256 characters.
agency-password-login = Please leave your user ID out of it.
agency-password-easy = This password is easily guessed. Common words, rows of keys, repeats, and names of people and agencies hardly count. A few words that have nothing to do with each other are safe and easy to remember.
agency-worker-self = You cannot close your own account. Please ask another administrator.
agency-already-set-up = This has been set up already. To add workers, sign in as an administrator.
