# Referrals: one person from one agency to another, and somebody remembers until it holds.

referral-state-preparing = being prepared
referral-state-sent = waiting for an answer
referral-state-waiting = waiting for a place
referral-state-accepted = accepted
referral-state-declined = declined
referral-state-arrived = arrived
referral-state-connected = connected
referral-state-lost_touch = out of touch
referral-state-ended = ended
referral-state-withdrawn = withdrawn

referral-kind-refer = Refer (we go on supporting)
referral-kind-transfer = Transfer the lead

referral-side-sender = sending side
referral-side-receiver = receiving side
referral-side-word = the receiver's word, written down by the sender

referral-channel-system = on this screen
referral-channel-telephone = by telephone
referral-channel-paper = on paper or by fax
referral-channel-link = through the link

referral-verb-change = Change
referral-verb-send = Send
referral-verb-accept = Accept
referral-verb-wait = Ask to wait
referral-verb-new_day = Set or move the first day
referral-verb-decline = Decline
referral-verb-second_look = Ask for a second look
referral-verb-redirect = Ask another agency
referral-verb-ask = Ask a question
referral-verb-answer = Answer
referral-verb-leg = Plan a step
referral-verb-leg_done = The step happened
referral-verb-leg_missed = The step was missed
referral-verb-leg_cancel = Call off the step
referral-verb-readiness = Note how ready the person is
referral-verb-arrive = The person has come
referral-verb-no_show = The person has not come
referral-verb-confirm = Confirm that it holds
referral-verb-know = Take note of the arrival
referral-verb-person_says = Note what the person says
referral-verb-follow_up = Note how it goes
referral-verb-lost_touch = Note that nobody can reach the person
referral-verb-re_engage = In touch again
referral-verb-withdraw = Withdraw
referral-verb-take_up_again = Take up again
referral-verb-end = End
referral-verb-undo = Undo

referral-leg-call_ahead = call ahead
referral-leg-letter = letter
referral-leg-prison_visit = visit in prison or detention
referral-leg-ward_visit = visit on the ward
referral-leg-tour = look at the place
referral-leg-joint_interview = talk together
referral-leg-accompaniment = accompaniment
referral-leg-trial_stay = trial stay
referral-leg-programme_visit = visit to the programme
referral-leg-other = other

referral-leg-status-planned = planned
referral-leg-status-happened = happened
referral-leg-status-missed = missed
referral-leg-status-cancelled = called off

referral-readiness-not_now = not now
referral-readiness-curious = would hear more
referral-readiness-thinking = thinking about it
referral-readiness-visited = has been there once
referral-readiness-decided = decided

referral-reason-no_capacity = no place
referral-reason-not_eligible = does not meet the conditions
referral-reason-out_of_area = lives elsewhere
referral-reason-needs_assessment_first = has to be assessed first
referral-reason-person_not_willing = the person does not want it
referral-reason-safety = not safe
referral-reason-not_offered = not offered here
referral-reason-cannot_ensure_confidentiality = cannot promise to keep it confidential
referral-reason-other = other

referral-capacity-has_place = there is a place
referral-capacity-none = no place
referral-capacity-waiting_list = waiting list
referral-capacity-assessment_needed = after an assessment

referral-step-weeks_2 = after two weeks
referral-step-month_1 = after one month
referral-step-months_3 = after three months

referral-outcome-continuing = going on
referral-outcome-paused = resting
referral-outcome-ended = over
referral-outcome-lost_touch = out of touch

referral-how-visit = in person
referral-how-telephone = by telephone
referral-how-letter = by letter
referral-how-group = in a group
referral-how-online = online
referral-how-other = another way

referral-says-yes = it is what they needed
referral-says-partly = in part
referral-says-no = it is not
referral-says-not_asked = not asked yet

referral-request-open = waiting for an answer
referral-request-agreed = being prepared
referral-request-declined = not now

referral-todo-send = send it or let it go
referral-todo-decide = answer
referral-todo-place = answer again
referral-todo-answer = answer the question
referral-todo-after_decline = find another way
referral-todo-fix_day = agree on a first day
referral-todo-arrival = say whether the person came
referral-todo-confirm = confirm that it holds
referral-todo-know = take note of the arrival
referral-todo-ask_person = ask the person
referral-todo-follow_up = ask how it goes
referral-todo-reach = try to get in touch

# What went wrong, and what can be done next

referral-not-yours = This is for the other agency to do. To write down what it told you, choose telephone or paper.
referral-not-now = This cannot be done while it is “{ $state ->
    [preparing] { referral-state-preparing }
    [sent] { referral-state-sent }
    [waiting] { referral-state-waiting }
    [accepted] { referral-state-accepted }
    [declined] { referral-state-declined }
    [arrived] { referral-state-arrived }
    [connected] { referral-state-connected }
    [lost_touch] { referral-state-lost_touch }
    [ended] { referral-state-ended }
   *[withdrawn] { referral-state-withdrawn }
  }”. Open the page again to see what can be done now.
referral-has-account = The other agency signs in here. Its answer comes from there.
referral-channel-own = Telephone and paper are for writing down what the other side said.
referral-double = This person is already being referred to this agency (number { $referral }). Please go on there.
referral-to-self = Your own agency cannot be chosen. To give a person to a colleague, use “assign”.
referral-section-twice = Two sections are about the same. Please make them one.
referral-day-past = Please give today or a day to come.
referral-day-to-come = This day has not come yet. Please give a day up to today.
referral-next-before = The next try must come after that day.
referral-wait-something = Please say when, which place in the queue, or write a note.
referral-reason-needs-note = Please say why.
referral-leg-needs-note = Please say what the step is.
referral-leg-settled = What became of this step is written down already.
referral-follow-up-done = This follow-up is written down already.
referral-second-look-used = A second look can be asked for once. You can turn to another agency.
referral-no-question = No question is waiting for an answer.
referral-undo-not-yours = The last change was made by the other agency.
referral-undo-nothing = There is nothing that can be undone.
referral-undo-too-late = Fifteen minutes have passed; it can no longer be undone.
referral-link-not-sent = A link can be made once the referral is sent.
referral-request-no-account = That agency does not sign in here. Please ask by telephone.
referral-request-twice = The same request is still waiting for an answer.
referral-request-answered = This request has been answered.
referral-capacity-answered = This question has been answered.

# Notices: never with content

referral-told-sent = A new referral has come
referral-told-second-look = A referral asks for a second look
referral-told-accepted = A referral has been answered
referral-told-waiting = A referral has been answered
referral-told-declined = A referral has been answered
referral-told-asked = There is a question about a referral
referral-told-answered = A question has been answered
referral-told-leg = Something changed in the steps of a referral
referral-told-readiness = Something was added to a referral
referral-told-arrived = Something changed in a referral
referral-told-new-day = Something changed in a referral
referral-told-no-show = Something changed in a referral
referral-told-confirmed = A confirmation was added to a referral
referral-told-follow-up = A follow-up was written down
referral-told-lost-touch = Something changed in a referral
referral-told-re-engaged = Something changed in a referral
referral-told-withdrawn = Something changed in a referral
referral-told-ended = Something changed in a referral
referral-told-undone = The last change of a referral was taken back
referral-told-request = Another agency asks for a person
referral-told-request-answered = A request has been answered

# The words of the pages

referral-name = { $name }
referral-person = Person
referral-nobody = (a question without a name)
referral-other = Other agency
referral-other-agency = Choose another agency
referral-between = From and to
referral-stands = Where it stands
referral-to-do = What to do
referral-until = By when
referral-persons = People and families
referral-open = Open
referral-back = Back
referral-back-list = Back to the list
referral-choose = Please choose
referral-choose-none = None
referral-ours = Our agency
referral-urgent = Urgent
referral-urgent-means = The other agency is asked to answer within one working day.
referral-count = { $n }
referral-times = { $n ->
    [one] once
   *[other] { $n } times
  }
referral-working-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
  }
referral-theirs = Their turn: { $what }

referral-due-in = { $n ->
    [one] 1 working day left
   *[other] { $n } working days left
  }
referral-due-by = by { $date }
referral-due-today = today
referral-due-over = { $n ->
    [0] overdue
    [one] 1 working day overdue
   *[other] { $n } working days overdue
  }

# A worker's day

referral-home = To do today
referral-home-lead = What is due soonest comes first. Each line opens the place where it is done.
referral-home-more = The 300 hand-overs whose days come first are counted here. The others are in the list.
referral-home-act = Refer somebody
referral-home-free = Nothing waits just now
referral-home-free-text = To refer somebody, press “Refer somebody” and choose a person you support.
referral-home-empty = Lists with nothing in them now
referral-home-overdue = Overdue
referral-home-overdue-text = The other agency sees this too. A short call is often enough to move on.
referral-home-overdue-none = Nothing is overdue.
referral-home-to-answer = To answer
referral-home-to-answer-text = Accept, ask to wait, or decline. When in doubt, ask a question first.
referral-home-to-answer-none = No agency waits for an answer.
referral-home-waiting-on-us = Waiting for us
referral-home-waiting-on-us-text = Questions to answer, questions about places, requests, drafts that are not sent yet.
referral-home-waiting-on-us-none = No agency waits for us.
referral-home-to-confirm = To confirm
referral-home-to-confirm-text = Did the person come, does it hold, what does the person say? It is not finished until all three are known.
referral-home-to-confirm-none = Nothing is to be confirmed.
referral-home-follow-up = To ask how it goes
referral-home-follow-up-text = Two weeks, one month and three months after the connection; and people nobody has been able to reach.
referral-home-follow-up-none = Nobody is to be asked just now.
referral-home-endings = Next step not settled
referral-home-endings-text = People whose support or stay ends soon and who have not arrived at the next agency.
referral-home-endings-none = Nobody’s support ends soon without a next step.
referral-home-consents = Consents that end soon
referral-home-consents-text = These consents that we took end within 30 days. Ask the person again, in time for them to think.
referral-home-consents-none = No consent ends soon.
referral-ending = What ends
referral-ending-stay = where they stay now
referral-ending-legal = legal measure
referral-ending-do = Refer on

referral-todo-request = answer the request
referral-todo-capacity = answer about places

# The list

referral-list-title = Referrals
referral-list-lead = What we sent and what we received; what changed last comes first.
referral-list-sent = Sent
referral-list-received = Received
referral-list-caption = Referrals ({ $what })
referral-list-narrow = Show only these
referral-state-any = Every state
referral-list-none = Nothing here
referral-list-none-sent = To refer somebody, choose a person you support and press “Refer somebody”.
referral-list-none-received = What other agencies send appears here.
referral-sent-on = Sent on

# Writing one

referral-refer-title = Refer { $name }
referral-refer-to = Refer { $name } to { $agency }
referral-choose-lead = Choose the agency. Before you write, you will see what it tells to whom and how soon it answers.
referral-choose-agency = Agencies to refer to
referral-choose-search = Search by name or area
referral-choose-nobody = No agency fits
referral-choose-nobody-text = Try fewer words, or only the area.
referral-whom = Before you write
referral-agency = Agency
referral-kind = Kind
referral-area = Area
referral-answer-days = Answers within
referral-account = This system
referral-account-none = Not used there. It takes part by letter, telephone or a link of its own.
referral-tells = What it tells to whom
referral-tells-none = Nothing written yet. A call beforehand makes sure.
referral-duty = Duty to report
referral-duty-yes = Must report
referral-duty-no = Need not report
referral-duty-unchecked = Not checked yet; until then it counts as bound to report.
referral-duty-unchecked-no = Not checked yet; agencies of this kind are usually not bound to report.
referral-consent = The person’s consent
referral-consent-there = Given
referral-consent-not = Not yet
referral-consent-missing = No consent yet
referral-consent-none = The person has not agreed to be referred to { $agency }. Without that it cannot be sent.
referral-consent-take = Ask for consent
referral-consent-more = Ask again, or for more
referral-consent-until = until { $date }
referral-prepare-first = Prepare it before asking for consent
referral-act = How
referral-kind-means-refer = The other agency joins in. Our support goes on.
referral-kind-means-transfer = Once the arrival is confirmed, the lead moves to the other agency.
referral-ask-urgent = This is urgent
referral-wish = What the person wishes
referral-wish-support = In the person’s own words. Read it through together.
referral-sections = What is told
referral-sections-some = Only what the person allows this agency is asked here. Other parts can be written once the consent is widened.
referral-sections-all = Write only what the person allows this agency. Empty parts are not sent.
referral-sections-no-consent = The person has not been asked yet what this agency may be told. You can write it after asking.
referral-when = When is it sent?
referral-when-later = Keep it as a draft and look it over first
referral-when-now = Save and send now
referral-save = Save

# One referral

referral-title-sent = { $name } to { $agency }
referral-title-received = { $name }, from { $agency }
referral-way = How far it has come
referral-way-preparing = Prepared
referral-way-sent = Sent
referral-way-accepted = Accepted
referral-way-arrived = Arrived
referral-way-connected = Connected
referral-way-after = Afterwards
referral-next = What comes next
referral-turn-ours = Our turn:{" "}
referral-turn-theirs = { $agency }’s turn: { $what }
referral-nothing-ended = This is over. A new one can be begun whenever it is needed.
referral-nothing-withdrawn = Taken back at the person’s word. It can be taken up again at any time.
referral-nothing-else = Nothing waits just now.
referral-more = Other things you can do
referral-stand = Where it stands
referral-wait-until = Waits until
referral-queue = number { $n }
referral-next-try = Next appointment
referral-arrived-on = Arrived on
referral-confirmed-on = Receiver confirmed on
referral-known-on = Sender learned on
referral-connected-on = Connected on
referral-no-shows = Could not come
referral-follows = The one before
referral-follows-open = See the one that was declined
referral-content = What was told
referral-content-nothing = There is nothing you can see here.
referral-content-not-reaching = The other agency does not see this
referral-legs = Steps on the way
referral-legs-one = This step
referral-legs-none = A look at the place, company on the way or a talk together make the way shorter.
referral-leg-by = Planned by
referral-leg-came = What came of it
referral-leg-on = { $what } ({ $date })
referral-settle = Say what came of it
referral-messages = Questions and answers
referral-message-question = Question
referral-message-answer = Answer
referral-asked = The question
referral-follow-ups = Afterwards
referral-follow-up-from = from { $date }
referral-history = What happened
referral-history-open = Show what happened
referral-undo = Undo
referral-undo-until = The last change can be taken back until { $time }.
referral-meanwhile = Somebody else saved while you were writing. This is what stands there now. What you typed is still here; if it still fits, press the button again.

referral-was-change = Prepared
referral-was-send = Sent
referral-was-accept = Accepted
referral-was-wait = Asked to wait
referral-was-decline = Declined
referral-was-second_look = Asked for a second look
referral-was-redirect = Asked another agency
referral-was-ask = Asked a question
referral-was-answer = Answered the question
referral-was-leg = Planned a step
referral-was-leg_done = A step happened
referral-was-leg_missed = A step was missed
referral-was-leg_cancel = A step was called off
referral-was-readiness = Noted how ready the person is
referral-was-arrive = Arrived
referral-was-new_day = Set or moved the first day
referral-was-no_show = Could not come
referral-was-confirm = The receiver confirmed that it holds
referral-was-know = The sender learned of the arrival
referral-was-person_says = The person was asked
referral-was-follow_up = Asked how it goes
referral-was-lost_touch = Out of touch
referral-was-re_engage = In touch again
referral-was-withdraw = Taken back
referral-was-take_up_again = Taken up again
referral-was-end = Ended
referral-was-undo = The last change was taken back

# The forms

referral-lead-send = Before sending, look over with the person what { $agency } will read.
referral-lead-accept = This tells { $agency } that you will see { $name }. Give the first day if it is agreed.
referral-lead-wait = A day or a place in the queue makes waiting easier for { $name } and { $agency }.
referral-lead-new_day = Sets or moves the day to see { $name }. { $agency } is told. Say why, if there is a reason.
referral-lead-decline = Knowing why helps { $agency } to find another way. If you know who could help, please say so.
referral-lead-second_look = { $agency } can be asked once more. Say what has changed, or what should be understood.
referral-lead-redirect = The same is prepared for another agency. It is sent once the person has agreed to that one.
referral-lead-ask = Until the answer comes, the time for your reply stands still.
referral-lead-answer = After your answer, the time for the reply of { $agency } goes on.
referral-lead-leg = Who does what, and when, on the way to arriving.
referral-lead-settle = If it could not happen, just say so. Nobody is blamed.
referral-lead-readiness = It moves both ways. Nothing you choose here ends the referral.
referral-lead-arrive = The day on which { $name } came. After that the sender, the receiver and the person confirm.
referral-lead-no_show = It happens. With a next appointment the thread does not break.
referral-lead-confirm = Confirm when support for { $name } has begun and looks set to go on.
referral-lead-know = Note that you know { $name } has arrived at { $agency }.
referral-lead-person_says = Ask { $name } whether this is what they needed, and note the answer.
referral-lead-follow_up = Ask how { $name } is doing now, and note it.
referral-lead-lost_touch = This is not the end. You will be reminded to try again.
referral-lead-re_engage = Note that you are in touch again. It goes on from arriving.
referral-lead-withdraw = When { $name } wishes so. It is not a failure and can be taken up again at any time.
referral-lead-take_up_again = It begins again as a draft. The consent is checked anew before it is sent.
referral-lead-end = When it is not needed any more. What happened stays on record.

referral-ask-first-on = First day
referral-ask-first-place = Where to come
referral-ask-until = When
referral-ask-queue = Place in the queue
referral-ask-queue-support = A number, if people wait in order.
referral-ask-reason = Why
referral-ask-suggest = Who could help
referral-ask-to = Agency to refer to
referral-ask-text = Your words
referral-ask-answer = Answer
referral-ask-kind = What will be done?
referral-ask-on = Day
referral-ask-on-arrive = The day they came
referral-ask-on-missed = The day that was agreed
referral-ask-next = Next appointment
referral-ask-companion = Who goes along
referral-ask-place = Where
referral-ask-with = Who came along
referral-ask-came = What came of it?
referral-came-done = It happened
referral-came-missed = It could not happen
referral-came-cancel = It was called off
referral-ask-is = How ready the person is
referral-ask-says = The person’s answer
referral-ask-outcome = How it is now
referral-ask-how = How were they asked?
referral-ask-channel = How did you hear this?
referral-ask-note = A word
referral-ask-note-support = The other agency reads it too. It may stay empty.
referral-ask-label-more = If you wrote about health, using again, family and so on
referral-ask-label = What is it about?
referral-ask-label-support = It is then shown only where the person allows all of what you tick.

referral-done-change = Kept as a draft. It has not been sent.
referral-done-send = Sent. You will be told when the answer comes.
referral-done-accept = Accepted.
referral-done-wait = They have been asked to wait.
referral-done-new_day = They have been told the first day.
referral-done-decline = Declined.
referral-done-second_look = A second look was asked for.
referral-done-redirect = A draft to the other agency is ready. It has not been sent.
referral-done-ask = The question was sent.
referral-done-answer = The answer was sent.
referral-done-leg = The step is planned.
referral-done-settle = Noted what came of it.
referral-done-readiness = Noted how ready the person is.
referral-done-arrive = The arrival is noted.
referral-done-no_show = Noted that they could not come.
referral-done-confirm = Confirmed.
referral-done-know = Noted that you know.
referral-done-person_says = The person’s answer is noted.
referral-done-follow_up = Noted how it goes.
referral-done-lost_touch = Noted that nobody can reach them.
referral-done-re_engage = Noted that you are in touch again.
referral-done-withdraw = Taken back.
referral-done-take_up_again = Taken up again.
referral-done-end = Ended.
referral-done-undo = Taken back to how it was.
referral-done-assign = Assigned.
referral-done-link-revoked = The link no longer opens.
referral-done-place-asked = The question was sent.
referral-done-place-answered = The answer was sent.
referral-done-requested = The request was sent.
referral-done-request-declined = The request was answered.

# Letter, telephone, link

referral-word = Write down what they said
referral-word-lead = Write down for { $agency } what it said by telephone or on paper. It stays on record who wrote it down.
referral-word-none = There is nothing to write down just now.
referral-word-of = Heard from { $agency }: { $what }
referral-word-said-accept = They will see the person
referral-word-said-wait = They ask to wait
referral-word-said-new_day = The first day is set or has moved
referral-word-said-decline = They cannot take it on
referral-word-said-ask = They have a question
referral-word-said-arrive = The person has come
referral-word-said-no_show = The person did not come
referral-word-said-confirm = It holds
referral-word-said-person_says = What the person says
referral-word-said-follow_up = How it goes
referral-word-said-lost_touch = They cannot reach the person
referral-word-said-re_engage = They are in touch again
referral-word-said-end = It is not needed any more
referral-link = Give them a link
referral-link-lead = With it { $agency } can open and answer this referral alone, without signing in. It shows only what the person allows.
referral-link-days = Days it opens
referral-link-days-support = A number from 1 to 90; 60 if left empty.
referral-link-make = Make a new link
referral-link-made = The link is ready
referral-link-made-lead = It is shown only now. Copy or print it and give it to the worker at { $agency } directly. The link before no longer opens.
referral-link-address = Link
referral-link-open = Opens until
referral-link-revoke = End the link
referral-letter = Print a letter
referral-letter-title = A request to see somebody
referral-letter-to = To { $agency }
referral-letter-from = { $agency }, { $area }
referral-letter-phone = Telephone { $phone }
referral-letter-ask = We write to ask for your help for { $name }.
referral-letter-by = Please answer by
referral-letter-told = What we tell you
referral-letter-allowed = This letter holds only what the person allows you to be told.
referral-letter-answer = How to answer
referral-letter-call = Please call { $phone }, give number { $number }, and tell us one of these.
referral-letter-no-phone = Please choose one of these and tell us with number { $number }.
referral-letter-can-accept = We will see the person (first day: ______)
referral-letter-can-wait = Please wait (until: ______)
referral-letter-can-decline = We cannot take this on (because: ______)
referral-letter-can-ask = We have a question
referral-letter-can-arrive = The person has come (on: ______)
referral-letter-care = Please keep this letter where others do not see it, and shred it when it is not needed.
referral-guest-title = Information
referral-guest-lead = A request from { $agency }. You see only what the person allows. You can answer here.
referral-assign = Assign
referral-assign-lead = Choose who at your agency supports { $name }. It takes effect at once.
referral-assign-whom = Worker
referral-assign-do = Assign

# Questions about places

referral-places = Questions about places
referral-places-lead = Ask first whether there is a place, without a word about the person.
referral-places-ask = Ask about a place
referral-places-ask-lead = Please write nothing that tells who it is for. No consent is needed.
referral-places-send = Ask
referral-places-to-us = Questions to us
referral-places-by-us = Our questions
referral-places-none = Nothing here
referral-places-none-to-us = What other agencies ask appears here.
referral-places-none-by-us = To know about places before you refer, press “Ask about a place”.
referral-places-whom = Agency to ask
referral-places-from = Asked by
referral-places-about = A place for what?
referral-places-about-support = For example: the evening group; a room for a parent and child from January
referral-places-answer = Answer
referral-places-heard = Write down the answer
referral-places-note-support = From when, what to bring and so on. It may stay empty.
referral-asked-at = Asked
referral-answer-by = Answer due

# Requests

referral-requests = Requests
referral-requests-lead = Asking another agency to refer to you somebody it supports.
referral-requests-to-us = Requests to us
referral-requests-by-us = Our requests
referral-requests-none = Nothing here
referral-requests-none-to-us = What other agencies request appears here.
referral-requests-none-by-us = Open “Ask another agency to hand them over to us” on a person’s page.
referral-requests-persons = People and families
referral-requests-answer = Answer
referral-requests-why = Why
referral-requests-why-support = The other agency reads it. Please do not write about health or using again.
referral-request-title = Request from { $agency }: { $name }
referral-request-title-ours = Request to { $agency }: { $name }
referral-request-lead = Please ask the person first. If you agree, a draft to that agency is begun; it sees nothing until it is sent.
referral-request-answer-agree = Agree (a draft is begun)
referral-request-answer-decline = Not now
referral-request-note-support = The other agency reads it. It may stay empty.
referral-request-ask = Ask another agency about { $name }
referral-request-ask-lead = Ask the agency that supports the person whether it would refer them to you.
referral-request-send = Send the request

# The region

referral-network = Long waits in the network
referral-network-lead = Overdue referrals, counted by pair of agencies. No names appear.
referral-network-pair = From and to
referral-network-late = Overdue
referral-network-unanswered = Of these unanswered
referral-network-since = Oldest due date
referral-network-none = Nobody waits too long
referral-network-none-text = When a referral is overdue, its number appears here.
