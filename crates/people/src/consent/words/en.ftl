# Categories and their sentences
consent-category-existence = That you are known here
consent-category-existence-note = That you come here for support, and your name.
consent-category-contact = Contact
consent-category-contact-note = Your telephone number, when to call, whether a message may be left.
consent-category-location = Where you are
consent-category-location-note = Where you live or stay, and where you meet us.
consent-category-health = Health
consent-category-health-note = How you are in body and mind, treatment, medicines you take.
consent-category-drug_history = Drugs, alcohol and the like
consent-category-drug_history-note = What you have used, since when, and how.
consent-category-relapse = Having used again
consent-category-relapse-note = That you have used again, or said that you might.
consent-category-justice = Legal proceedings
consent-category-justice-note = Arrest, trial, sentence, probation.
consent-category-family = Family
consent-category-family-note = Who your family are and how things stand with them.
consent-category-livelihood = Daily life
consent-category-livelihood-note = Money, work, housing, benefits.
consent-category-notes = Counselling notes
consent-category-notes-note = Notes of what you said in counselling.

# Purposes
consent-purpose-handover = To refer you
consent-purpose-handover-note = So that you can be introduced to this agency and taken on.
consent-purpose-support = To support you together
consent-purpose-support-note = So that several agencies can work together.
consent-purpose-follow_up = To ask how things went
consent-purpose-follow_up-note = So that somebody can ask later whether you are all right.
consent-purpose-advice = To get advice
consent-purpose-advice-note = So that we can ask how to support you better.

# The list
consent-title = Consents and refusals
consent-lead = What { $name } has allowed which agency to know.
consent-new = Ask for a new consent
consent-live = Consents now
consent-live-none = Your agency knows of no consent now.
consent-over = Past consents
consent-refusals = What is not to be told
consent-show = Show
consent-holds-until = until { $date }
consent-state-live = in force
consent-state-over = expired
consent-state-revoked = taken back
consent-back = Back without saving
consent-choose = Please choose

# Choosing the agency
consent-choose-agency = Which agency is it about?
consent-choose-lead = After choosing, turn the screen towards the person. The language can be changed there.
consent-choose-next = Turn the screen

# The screen that is turned towards the person
consent-ask-title = May we tell “{ $agency }”?
consent-ask-lead = This is your information. You decide. If you say no, our support goes on.
consent-part-whom = Whom
consent-part-what = What
consent-part-relapse = About using again
consent-part-why = What for
consent-part-until = Until when
consent-part-how = How did you agree?
consent-whom-name = Agency
consent-whom-kind = What it is
consent-whom-tells = What it tells to whom
consent-tells-nothing = Nothing has been written yet. Your worker will ask the agency before telling it anything.
consent-duty-title = Duty to report
consent-duty-yes = “{ $agency }” may have to report what it learns about you.
consent-duty-unchecked = Nobody has checked yet whether “{ $agency }” must report. Until then, think of it as one that may.
consent-duty-no = It has been checked that “{ $agency }” has no duty to report.
consent-duty-none = Agencies like “{ $agency }” usually have no duty to report. Nobody has checked yet.
consent-duty-basis = Basis
consent-existence-always = If you agree, your name and that you come here are always told.
consent-what-question = What else may be told
consent-relapse-lead = This matters a great deal. It is decided apart from the rest.
consent-relapse-reports = When “{ $agency }” learns that you have used again, the law or its rules may require it to report that. This may be to your disadvantage.
consent-relapse-unchecked = Nobody has checked yet whether “{ $agency }” must report that somebody has used again. Please decide as if it may have to.
consent-relapse-pause = If you say yes, nothing is told for { $hours } hours. Until then you can take it back, and “{ $agency }” does not learn that you had said yes.
consent-relapse-outside = For this yes, somebody who does not report and does not belong to justice has to be there with you.
consent-relapse-question = May “{ $agency }” be told that you have used again?
consent-relapse-no = Do not tell “{ $agency }”
consent-relapse-yes = “{ $agency }” may be told
consent-relapse-witness = Who is there with you
consent-relapse-witness-support = Only if you say yes.
consent-relapse-witness-agency = Where they work
consent-why-question = What may they look at it for?
consent-until-question = Until when may they be told?
consent-until-support = At most { $days } days. After that they can no longer see it.
consent-until-1 = 1 month
consent-until-3 = 3 months
consent-until-6 = 6 months
consent-until-12 = 1 year
consent-until-other = Another day
consent-until-day = If “another day”: which
consent-how-question = How you agreed
consent-how-signed = I wrote it myself, on this screen or on paper
consent-how-spoken = I said it
consent-witness = Who was there
consent-witness-support = When it was said and not written.
consent-you-decide = You can take your consent back at any time, without a reason. They can then no longer see anything, at once.
consent-agree = I agree
consent-not-now = Not now
consent-saved = The consent has been recorded. You can hand out a copy.

# What was agreed
consent-grant-title = Consent for “{ $agency }”
consent-taken-at = Agreed on
consent-paper-title = Copy for the person
consent-paper-text = Choose the language that is easiest to read, and print it.
consent-paper-heading = Consent to share information
consent-paper-name = Name
consent-paper-end = To take it back
consent-paper-end-text = You can take it back at any time, without a reason. Tell:
consent-paper-date = Date
consent-paper-sign = Signature (an alias is fine)

# Taking it back
consent-revoke = Take consent back
consent-revoke-title = Take back the consent for “{ $agency }”?
consent-revoke-text = “{ $agency }” will at once no longer see the following.
consent-revoke-told = What people at “{ $agency }” have read or written down themselves cannot be undone.
consent-revoke-free = You need no reason. Support goes on. You can agree again later.
consent-revoke-do = Take it back
consent-keep = Keep the consent
consent-revoked = The consent has been taken back. Nothing can be seen any more.
consent-already-over = This consent has already ended.

# Refusing
consent-refuse = Decide what is not to be told
consent-refuse-lead = What you decide here goes before any consent, also a later one.
consent-refuse-agency = Which agency must not be told?
consent-refuse-what = What must not be told
consent-refuse-do = Do not tell
consent-refused = It has been recorded that this is not to be told.
consent-lift = Lift this
consent-lift-title = Lift what “{ $agency }” must not be told?
consent-lift-text = The following would no longer be kept from “{ $agency }” in any case.
consent-lift-still = Nothing is told by lifting this alone. It is told only with your consent.
consent-lift-do = Lift it
consent-lifted = It has been lifted.

# What can be wrong
consent-needed = The person has not agreed yet, or the consent has ended. Please ask first whether this agency may be told.
consent-purpose-needed = Choose at least one purpose.
consent-relapse-not-named = Having used again is decided apart, in this field.
consent-too-long = A consent holds for at most { $days } days. Please choose an earlier day.
consent-witness-needed = When it was said and not written, tell who was there.
consent-paper-number = Number of this consent
consent-number-title = Take back a consent by its number
consent-number-lead = Enter the number on the sheet that the person brings, and that consent ends. Whose it is and what it was is not shown.
consent-number = Number of the consent
consent-number-support = 13 letters and digits, on the sheet under “Number of this consent”
consent-number-do = Take this consent back
consent-number-done = The consent has been taken back. Nothing is seen from the next request on.
consent-number-unknown = There is no consent with this number, or it is over. Please check the number on the sheet.

# Before agreeing: what would be seen
consent-preview-look = See first what they would see
consent-preview-title = What “{ $agency }” would see
consent-preview-lead = Nothing has been told yet. Look at it, then decide.
consent-preview-seen = “{ $agency }” would see this
consent-preview-name-only = Your name, and that you come here. Nothing else is written about it yet.
consent-preview-told-only = Only what a referral tells them about what you allow. Not the record itself.
consent-preview-own = What they wrote themselves, and what other agencies wrote that we do not see, is not on this page.
consent-preview-later = And what is written later
consent-preview-later-text = As long as your consent holds, they would also see what is added about this:
consent-preview-closed = Stays closed to “{ $agency }”
consent-preview-forbidden = You decided that this is not told. Your no goes before this yes.
consent-preview-nothing-closed = Nothing would stay closed.
consent-preview-closed-entries = Of what is written now, this would stay closed:
consent-preview-change = Change my answers

# Asking again before it ends
consent-ends-soon = ends soon
consent-renew = Ask again
consent-renew-text = You agreed to this once, until { $date }. The answers of that time are filled in. You may change them or say no.
consent-wording = Wording
consent-wording-show = What stood on the screen

# Relapse waits a day and can be taken back alone
consent-told-from = Relapse is told from
consent-told-waits = Not told yet. It can be taken back until { $date }, { $time }.
consent-outside = Witness from outside justice
consent-back-on = Taken back on
consent-back-ask = Do not tell about using again after all
consent-back-title = Not tell “{ $agency }” about having used again?
consent-back-text = “{ $agency }” will not, or no longer, be told that you have used again. The rest of your consent stays.
consent-back-unseen = “{ $agency }” has not been told yet. It will not learn that you had said yes.
consent-back-do = Do not tell
consent-back-done = It is not told that you have used again.
consent-relapse-already-back = Having used again is not told by this consent. Nothing has to be taken back.
consent-outside-needed = “Yes” holds for this agency only if somebody is there who does not report and does not belong to justice. Please write who it is, or choose “no”.
consent-outside-not-outside = Please choose an agency that does not report and does not belong to justice, and not the one that is to be told.
consent-preview-relapse = That you have used again is shown here. It would be told only from { $date }, { $time }, and until then you can take it back.
