# The page
notice-title = Notices
notice-lead = You are told when something has changed. Open it to see whom it is about.
notice-none = No notices
notice-none-text = Answers and questions about referrals will arrive here.
notice-new = unread
notice-read-all = Mark all as read
notice-all-read = All notices are marked as read.
notice-something = There is something new

# Mail: says only that there is something
notice-mail-subject = Tsunagi: you have a new notice
notice-mail-body = You have a new notice. This mail does not say what it is. Please sign in to see it. { $address }

# Referrals
notice-referral-sent = A referral has arrived
notice-referral-accepted = A referral has been accepted
notice-referral-waiting = A referral has been answered: waiting for a place
notice-referral-declined = A referral has been answered: cannot be taken
notice-referral-asked = There is a question about a referral
notice-referral-answered = A question about a referral has been answered
notice-referral-arrived = An arrival has been recorded
notice-referral-no-show = It was recorded that the appointment did not take place
notice-referral-connected = A connection has been confirmed
notice-referral-follow-up = A follow-up has been recorded
notice-referral-withdrawn = A referral has been withdrawn
notice-referral-ended = A referral has ended
notice-referral-undone = The last step has been undone
notice-referral-second-look = You are asked to take a second look
notice-referral-redirected = A referral has been redirected to another agency
notice-referral-lost-touch = It was recorded that contact has been lost
notice-referral-re-engaged = It was recorded that contact has been made again
notice-referral-capacity-asked = There is a question about places
notice-referral-capacity-answered = A question about places has been answered
notice-referral-requested = An agency offers to take somebody on
