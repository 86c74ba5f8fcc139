# Keeping two persons apart

separation-link = Keep apart (violence, conflict)
separation-title = Keep apart
separation-lead = Hides where { $name } is and how to reach them from the agencies around somebody else. It protects from violence and in conflicts.
separation-standing = Kept apart now
separation-none = Your agency keeps nobody apart from this person.
separation-new = Keep apart from somebody else
separation-does-hide = Agencies that support the other person no longer see where { $name } is, how to reach them, or that the two belong together. It holds the other way round too.
separation-does-own = An agency that supports both no longer sees even what it wrote itself. If yours is one, this holds for you too: first note down what you need.
separation-does-silence = Nobody is told: not the agencies on the other side, and not other agencies that support { $name }.
separation-other = Number or name of the other person
separation-other-support = The number if you know it, else the name. By name, you can choose from your agency's list.
separation-other-form = Choose one of those below, or enter the other person's number (13 signs). If nobody on your list has this name, the number is needed.
separation-chosen = On your agency's list under this name
separation-same = This is the number of the person themselves. Enter the number of the other one.
separation-basis = Why
separation-basis-violence = Violence, stalking
separation-basis-order = Protection order of a court
separation-basis-conflict = A conflict in which they must not meet
separation-from = Since
separation-until = Until
separation-until-support = Leave it empty, and it holds until somebody ends it.
separation-until-open = Until it is ended
separation-do = Keep them apart
separation-is-set = They are kept apart. It is hidden from the next request on.
separation-back = Cancel
separation-by-others = When somebody else does it
separation-by-others-text = If you do not know the other person, ask the privacy officer, who needs the two numbers and nothing else.
separation-person-number = Number of this person
separation-number = Number of the separation

# Taking it down
separation-end = End the separation
separation-end-text = After that, agencies that support the other person can see where { $name } is and how to reach them again, if there is a consent.
separation-end-ask = Have you asked the person? Have you made sure that no danger remains?
separation-end-do = End it
separation-keep = Keep it
separation-is-ended = The separation has ended.

# The privacy officer
separation-number-title = Keep two persons apart by number
separation-number-lead = The two numbers are enough. Whose they are is not shown, nor whether anybody has the other number.
separation-number-person = Number of the person to be protected
separation-number-person-support = Somebody whom your agency supports (13 signs)
separation-number-other = Number of the other person
separation-number-other-support = 13 signs. One wrong sign protects nobody: read it back.
separation-number-made = Note this number down. It is needed to end the separation.
separation-number-end = End a separation by its number
separation-number-support = The 13 signs that were shown when it was set
separation-person-unknown = Your agency supports nobody with this number. Check the number once more.
separation-number-unknown = There is no separation with this number, or it has ended. Check the number once more.
