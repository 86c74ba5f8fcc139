base-date-not-a-date = 日付として読めません。
