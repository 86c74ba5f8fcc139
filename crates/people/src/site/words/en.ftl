site-start = Find somebody who supports recovery
site-start-lead = For people who struggle with drugs or another dependence, and for their families. You need not give a name.
site-search = Search (for example: family course, evening, recovery house)
site-ways = Who is it about?
site-way-person = It is about me
site-way-person-text = Compare hours, cost, urine tests, and what happens with what you say.
site-way-family = It is about somebody in my family
site-way-family-text = Some places see families alone, without the person being there.
site-way-worker = For workers of the agencies: sign in
site-about = Tsunagi is the system that the agencies of a region share to support recovery. When a person is handed over, it watches until the person has arrived and the receiver, the sender and the person say so.

    What somebody agreed to reaches whom they agreed to, for as long as they agreed. Consent can be withdrawn at any time; from the next page on nothing is seen.
site-source-title = The program
site-version = Version
site-licence = Licence
site-source = Source code of the program that runs on this server
site-source-ask = This program is free software. The agency that runs this system gives you its source code on request.
site-privacy = Data are kept by agency and by purpose, and no more than needed. Who looked, when and on which basis is kept. Anything about using again never reaches an agency that must report it, unless the consent names that agency and that matter.

    There is no outside analysis and no advertising. Only the cookies needed for signing in and for the language are used.
site-accessibility = We aim at JIS X 8341-3:2016 level AA and WCAG 2.2 level AA. Pages work without JavaScript, with the keyboard alone and with a screen reader. Please tell the agency that runs this system what is hard to use.
site-lines = Checking the help lines
site-lines-lead = These numbers stand at the foot of every page. Printed sources differ: check the official page before you save.
site-line-name = Name
site-line-tel = Telephone
site-line-hours = Hours
site-line-source = Source that was checked
site-line-checked = Last checked
site-line-unchecked = Not checked yet
site-line-save = Checked: save
site-line-saved = Saved.
