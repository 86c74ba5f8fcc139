# Dates
base-date-not-a-date = This cannot be read as a date. Write it like 2026-11-20 or R8.11.20.
base-date-no-such-day = There is no day { $day } in month { $month } of { $year }. It ends on day { $last }.
base-date-no-such-month = There is no month { $month }. Months go from 1 to 12.
base-date-outside-era = That day is not in the era { $letter } ({ $era }). Did you mean { $year }-{ $month }-{ $day } ({ $era-year })? Write the western year or the right era.
base-date-out-of-range = Write a date from 1900 to 2100.
base-date-disagree = The dates inside and outside the parentheses do not agree. Correct one of them.
base-date-in-future = The date cannot be after today.
base-date-in-past = The date cannot be before today.
base-date-before = Write a date after { $date }.

# Texts
base-text-empty = Fill this in.
base-text-too-long = { $max } characters at most. There are { $length }: take out { $over }.
base-text-control = There is a character that cannot be used ({ $code }). Remove it or type it again.

# Fields
base-field-required = Fill this in.
base-field-choose = Choose one.
base-field-choose-some = Choose at least one.
base-field-not-a-choice = Choose one of those offered.
base-field-not-a-number = Write a number.
base-field-number-range = Write a number from { $min } to { $max }.
base-field-not-an-email = This cannot be read as an email address. Write it like name@example.jp.
base-field-in-use = This is already in use. Choose another.

# Problems
base-problem-not-found = There is nothing here. Choose again from the list.
base-problem-sign-in-needed = Please sign in.
base-problem-step-up-needed = Show once more that it is you before this is done. Nothing has changed.
base-problem-invalid = { $n ->
    [one] One field needs your attention.
   *[other] { $n } fields need your attention.
}
base-problem-stale = Somebody else saved first. Look at what differs, then save again.
base-problem-too-many = Too many tries. { $minutes ->
    [one] Wait a minute and try again.
   *[other] Wait { $minutes } minutes and try again.
}
base-problem-unavailable = The system cannot be reached just now. Wait a little and try again.
base-problem-internal = Something went wrong on our side. It has been noted. If it goes on, tell the administrator.

# Public holidays
base-holiday-new-year = New Year's Day
base-holiday-coming-of-age = Coming of Age Day
base-holiday-foundation = National Foundation Day
base-holiday-emperor = Emperor's Birthday
base-holiday-spring-equinox = Vernal Equinox Day
base-holiday-showa = Shōwa Day
base-holiday-constitution = Constitution Day
base-holiday-greenery = Greenery Day
base-holiday-children = Children's Day
base-holiday-marine = Marine Day
base-holiday-mountain = Mountain Day
base-holiday-aged = Respect for the Aged Day
base-holiday-autumn-equinox = Autumnal Equinox Day
base-holiday-health-and-sports = Health and Sports Day
base-holiday-sports = Sports Day
base-holiday-culture = Culture Day
base-holiday-labour = Labour Thanksgiving Day
base-holiday-accession = Accession Day
base-holiday-enthronement = Enthronement Ceremony Day
base-holiday-between = National holiday
base-holiday-substitute = Substitute holiday

# Days of the week
base-weekday-monday = Monday
base-weekday-tuesday = Tuesday
base-weekday-wednesday = Wednesday
base-weekday-thursday = Thursday
base-weekday-friday = Friday
base-weekday-saturday = Saturday
base-weekday-sunday = Sunday

# The registers by their own names
base-lang-ja = 標準
base-lang-ja-simple = やさしい日本語
base-lang-en = English
