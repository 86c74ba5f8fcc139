# Plain Japanese: what a person reads about an agency
agency-title = 機関《きかん》
agency-name = 名前《なまえ》
agency-kind = どんな ところ
agency-area = 地域《ちいき》
agency-phone = 電話《でんわ》
agency-tells = この ところが、だれに 何《なに》を 言《い》うか
agency-tells-nothing = まだ 書《か》いて ありません。話《はな》す 前《まえ》に、聞《き》いてください。
agency-duty = 知《し》らせる きまり
agency-duty-yes = 知《し》らせる きまりが あります
agency-duty-no = 知《し》らせる きまりは ありません
agency-duty-basis = その きまり
agency-duty-from = いつから
agency-duty-checked = たしかめた 日《ひ》
