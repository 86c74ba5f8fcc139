# List
person-list-title = People and families
person-list-lead = Those your agency works with, and those it has been told of with their consent.
person-list-all = Show all
person-list-none = Nobody has been registered yet
person-list-none-text = Register somebody you have met and they will be listed here.
person-search = Part of a name or its reading
person-search-none = Nobody was found
person-search-none-text = Try the reading, or another name they go by.
person-head-name = Name
person-head-standing = Involvement
person-head-last = Last record
person-head-entries = Records
person-own = works with us
person-told = we were told
person-alias-is = alias

# Registering
person-new = Register somebody
person-new-lead = A name to call them by is enough. Of the rest, only what is known.
person-new-rest = Everything below can be added later.
person-new-relative = Register as a relative who is worried about somebody
person-new-do = Register
person-registered = Registered.
person-name = Name or alias
person-name-support = The name they want to be called by.
person-alias = This is an alias
person-kana = Reading in kana
person-kana-support = Used for the order of lists and for search.
person-birth-year = Year of birth
person-birth-year-support = For example 1988 or 昭和63
person-choose = Not known or not told
person-back = Back without saving
person-save = Save
person-yes = Yes
person-no = No
person-doubles = The same person may already be registered. Open the name to check.
person-doubles-anyway = This is somebody else: register anyway
person-doubles-found = The same person may already be registered.

# The page
person-born = born { $year }
person-refer = Refer
person-request = Ask another agency to hand them over to us
person-facts = What is known
person-facts-lead = Saving replaces what your agency wrote before about the same thing.
person-fact-add = Add
person-fact-change = Change
person-from = Since
person-until = Expected to end
person-notes = Records
person-notes-none = No entries that can be seen here.
person-note-write = Write a record
person-note-text = Record
person-note-save = Keep record
person-note-written = The record has been kept.
person-label = What this record is about
person-label-support = Choose all that apply. Another agency can read it only when every one of them is allowed.
person-label-needed = Choose at least one. When in doubt, choose more.
person-family = Family and others close
person-family-none = No family that can be seen here.
person-family-register = Register a relative who is worried about them
person-agreed = Agencies they have agreed to
person-agreed-none = Your agency knows of no consent.
person-agreed-until = until { $date }
person-agreed-show = Show
person-agreed-all = All consents, and a new one
person-looked = Who looked, to show the person
person-more = More
person-edit = Correct name details
person-changed = Saved.
person-facts-kept = Saved.
person-end = End support
person-end-text = Your agency will no longer work with { $name }. What it wrote is kept.
person-end-next = If there is no next place yet, use “Refer” first.
person-end-do = End support
person-ended = Support has ended.

# Somebody saved in between
person-stale = What is there now, and what you typed
person-stale-text = Somebody else has saved in between. Compare, correct where needed, and save again. Your version will then be kept.
person-stale-field = Field
person-stale-now = There now
person-stale-typed = What you typed

# Kinds of facts
person-kind-note = Record
person-kind-contact = How to reach them
person-kind-dependence = What troubles them
person-kind-legal = Legal proceedings
person-kind-stay = Where they stay
person-dependence-which = What are they dependent on?
person-dependence-support = Choose all that apply.
person-legal-which = Kind of proceedings
person-legal-from = Day the proceedings began
person-legal-until = Day the proceedings are to end
person-stay-which = Kind of place
person-stay-place = Name of the place
person-stay-place-support = Only if they said it may be written down.
person-stay-until = Day they are to leave
person-until-support = If it is known. You will be told before it ends.
person-phone = Telephone or other
person-may-leave-message = A message may be left
person-may-leave-message-support = If not ticked, no message is to be left.
person-message-yes = A message may be left
person-message-no = Leave no message
person-contact-note = What to mind
person-contact-note-support = For example: after five in the afternoon; the family must not know.

# Relations
person-relation-add = Record a family relation
person-relation-lead = Whose relative is { $name }?
person-relation-kept = The relation has been saved.
person-relation-question = What they are to the one they worry about
person-relation-support = For somebody who comes as a relative, not for themselves.
person-relation-not = Not registered as a relative
person-relation-parent = Parent
person-relation-spouse = Spouse or partner
person-relation-child = Child
person-relation-sibling = Sibling
person-relation-other = Somebody else close
person-relative = Worried about them
person-principal = The one they worry about
person-principal-question = How that one stands to the support
person-principal-known = Known to your agency
person-principal-unknown = Known to nobody yet
person-principal-unwilling = Known, but does not want support
person-principal-name = Name of the one they worry about
person-principal-name-support = Only if known to your agency. Looked up in your list.
person-principal-which = Which of these?
person-principal-choose = Choose which one. If nobody fits, choose “Known to nobody yet”.

# What can be wrong
person-birth-year-form = This cannot be read as a year of birth. Write for example 1988 or 昭和63.
person-no-fact = There is nothing to save. Please fill in at least one field.
person-not-own-client = Your agency does not work with this person. It may look, but not write.

# Dependence
person-dependence-stimulants = Stimulants
person-dependence-cannabis = Cannabis
person-dependence-opioids = Opioids
person-dependence-solvents = Solvents and gas
person-dependence-new_psychoactive = New psychoactive substances
person-dependence-prescription = Prescribed medicines
person-dependence-over_the_counter = Over-the-counter medicines
person-dependence-other_drug = Another drug
person-dependence-alcohol = Alcohol
person-dependence-gambling = Gambling
person-dependence-gaming = Gaming
person-dependence-other = Something else
person-dependence-unknown = Not known or not asked

# Legal status
person-legal-none = Nothing of the kind
person-legal-arrested = Arrested or detained
person-legal-bail = On bail
person-legal-suspended_sentence = Suspended sentence
person-legal-partial_suspension = Partly suspended sentence
person-legal-parole = On parole
person-legal-probation = On probation
person-legal-prison = In prison
person-legal-medical_observation = Medical observation
person-legal-juvenile_probation = Juvenile probation
person-legal-urgent_aftercare = Urgent aftercare

# Stays
person-stay-home = Own home
person-stay-family_home = With family
person-stay-hostel = Rehabilitation hostel
person-stay-independence_home = Independence preparation home
person-stay-recovery_facility = Recovery facility
person-stay-hospital = Hospital
person-stay-prison = Prison
person-stay-detention = Police cell or detention house
person-stay-shelter = Shelter
person-stay-none = No fixed place
person-stay-other = Somewhere else

# Who looks after whom
person-worker = In the hands of
person-worker-none = nobody yet
person-assign = Choose who looks after them
person-assign-lead = Choose the worker who looks after { $name }.
person-assign-whom = Worker
person-assign-do = Put into their hands
person-assigned = It is settled who looks after them.
person-hands-of = People in the hands of { $name }
person-hands-empty = Nobody is in their hands.
person-hand-on = Hand on
person-hand-on-whom = Who takes all of them
person-hand-on-do = Hand all of them on
person-handed-on = They have been handed on.
person-left = { $name } does not work here any more. { $n ->
    [one] One person they looked after has not been handed on yet.
   *[other] { $n } people they looked after have not been handed on yet.
}
