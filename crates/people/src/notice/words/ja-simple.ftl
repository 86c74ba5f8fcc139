# Plain Japanese
notice-title = お知《し》らせ
notice-something = 新《あたら》しい ことが あります
