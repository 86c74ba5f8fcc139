# Schedules
directory-schedule-daily = 毎日《まいにち》
directory-schedule-weekly = 毎週《まいしゅう》 { $days }
directory-schedule-monthly = 毎月《まいつき》 { $nths }の { $days }
directory-schedule-from = （{ $date }から）
directory-schedule-until = （{ $date }まで）
directory-schedule-not-holidays = （祝日《しゅくじつ》と お正月《しょうがつ》は 休《やす》み）
directory-schedule-off = { $date }は 休《やす》みです。
directory-schedule-on = { $date }は { $hours } あります。
directory-days = { $days }
directory-day-run = { $first }から { $last }
directory-day-join = と{ " " }
directory-day-mon = 月曜日《げつようび》
directory-day-tue = 火曜日《かようび》
directory-day-wed = 水曜日《すいようび》
directory-day-thu = 木曜日《もくようび》
directory-day-fri = 金曜日《きんようび》
directory-day-sat = 土曜日《どようび》
directory-day-sun = 日曜日《にちようび》
directory-nth-1 = 1回目《かいめ》
directory-nth-2 = 2回目《かいめ》
directory-nth-3 = 3回目《かいめ》
directory-nth-4 = 4回目《かいめ》
directory-nth-5 = 5回目《かいめ》
directory-nth-last = 最後《さいご》
directory-nth-join = と{ " " }
directory-hours = { $start }から { $end }まで
directory-clock-morning = 午前《ごぜん》{ $hour }時《じ》{ $minute ->
    [0] {""}
    [5] 5分《ふん》
    [15] 15分《ふん》
    [25] 25分《ふん》
    [35] 35分《ふん》
    [45] 45分《ふん》
    [55] 55分《ふん》
   *[other] { $minute }分《ぷん》
  }
directory-clock-noon = 昼《ひる》12時《じ》{ $minute ->
    [0] {""}
    [5] 5分《ふん》
    [15] 15分《ふん》
    [25] 25分《ふん》
    [35] 35分《ふん》
    [45] 45分《ふん》
    [55] 55分《ふん》
   *[other] { $minute }分《ぷん》
  }
directory-clock-afternoon = 午後《ごご》{ $hour }時《じ》{ $minute ->
    [0] {""}
    [5] 5分《ふん》
    [15] 15分《ふん》
    [25] 25分《ふん》
    [35] 35分《ふん》
    [45] 45分《ふん》
    [55] 55分《ふん》
   *[other] { $minute }分《ぷん》
  }
directory-clock-midnight = 夜《よる》12時《じ》
directory-date = { $date }（{ $day }）
directory-meeting = { $date } { $hours }
