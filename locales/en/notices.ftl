# Notices to staff. A notice names the number of a case and what is to be done, and nothing private.

notice-subject = { $count ->
        [one] Complaints: one deadline needs your attention
       *[other] Complaints: { $count } deadlines need your attention
    }
notice-dear = Dear { $name },
notice-heading-overdue = Overdue:
notice-heading-near = Coming up:
notice-overdue = { $what }. The last day was { $day }. { $days ->
        [one] That is 1 day late.
       *[other] That is { $days } days late.
    }
notice-near = { $what }. { $days ->
        [0] The last day is today, { $day }.
        [one] The last day is tomorrow, { $day }.
       *[other] The last day is { $day }, in { $days } days.
    }
notice-end = This message was made by the complaints register. The site says more.

notify-done = { $count ->
        [0] There is nothing new to tell.
        [one] One message written to { $outbox }.
       *[other] { $count } messages written to { $outbox }.
    }
notify-unreachable = { $person } has no usable e-mail address in staff.yaml; the message was not written.
notify-no-sender = procedure.yaml has no usable e-mail address (organisation: email) to send messages from.
notify-no-ledger = This register does not lie in a git repository. Say with --ledger in which file is kept what was sent.
