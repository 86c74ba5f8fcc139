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
