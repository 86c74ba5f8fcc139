//! The kinds of agency that the sources name (連携事例集 2019, 大阪 2020 and 2023, 旭川), as first rows of data.
//!
//! The last column is the careful default: a public or justice body counts as bound to report until
//! somebody has checked (公務員の告発, 刑事訴訟法239条2項; rules of each agency).

/// Code, everyday Japanese, easy Japanese, English, reports by default.
pub type KindRow = (&'static str, &'static str, &'static str, &'static str, bool);

/// In the order in which forms offer them.
pub const KINDS: &[KindRow] = &[
    ("mhwc", "精神保健福祉センター", "こころの 相談《そうだん》センター", "Mental health and welfare centre", true),
    ("recovery_facility", "回復支援施設", "回復《かいふく》を たすける 施設《しせつ》", "Recovery facility", false),
    ("self_help_group", "自助グループ", "なかまの 会《かい》", "Self-help group", false),
    ("family_group", "家族会", "家族《かぞく》の 会《かい》", "Family group", false),
    ("medical", "医療機関", "病院《びょういん》・クリニック", "Hospital or clinic", false),
    ("public_health_centre", "保健所", "保健所《ほけんじょ》", "Public health centre", true),
    ("health_centre", "保健センター", "保健《ほけん》センター", "Municipal health centre", true),
    ("welfare_office", "福祉事務所", "福祉《ふくし》の 事務所《じむしょ》", "Welfare office", true),
    ("municipality", "市区町村", "市《し》や 町《まち》の 役所《やくしょ》", "Municipality", true),
    ("prefecture", "都道府県", "県《けん》の 役所《やくしょ》", "Prefecture", true),
    ("probation_office", "保護観察所", "保護《ほご》観察所《かんさつしょ》", "Probation office", true),
    ("volunteer_probation_officer", "保護司", "保護司《ほごし》", "Volunteer probation officer", true),
    ("rehab_hostel", "更生保護施設", "更生《こうせい》保護《ほご》施設《しせつ》", "Rehabilitation hostel", true),
    ("independence_home", "自立準備ホーム", "自立《じりつ》準備《じゅんび》ホーム", "Independence preparation home", false),
    ("parole_board", "地方更生保護委員会", "更生《こうせい》保護《ほご》の 委員会《いいんかい》", "Regional parole board", true),
    ("prison", "刑務所", "刑務所《けいむしょ》", "Prison", true),
    ("detention_house", "拘置所", "拘置所《こうちしょ》", "Detention house", true),
    ("juvenile_training_school", "少年院", "少年院《しょうねんいん》", "Juvenile training school", true),
    ("juvenile_classification_home", "少年鑑別所", "少年《しょうねん》鑑別所《かんべつしょ》", "Juvenile classification home", true),
    ("correction_headquarters", "矯正管区", "矯正《きょうせい》管区《かんく》", "Correction headquarters", true),
    ("settlement_support_centre", "地域生活定着支援センター", "くらしを はじめる 支援《しえん》センター", "Settlement support centre", false),
    ("police", "警察", "警察《けいさつ》", "Police", true),
    ("narcotics_control", "麻薬取締部", "麻薬《まやく》取締部《とりしまりぶ》", "Narcotics control department", true),
    ("pharmaceutical_division", "薬務課", "薬《くすり》を 担当《たんとう》する 課《か》", "Pharmaceutical affairs division", true),
    ("lawyer", "弁護士", "弁護士《べんごし》", "Lawyer", false),
    ("hello_work", "ハローワーク", "ハローワーク（しごとの 相談《そうだん》）", "Public employment office", true),
    ("employment_support", "就労支援機関", "はたらく ことを たすける ところ", "Employment support", false),
    ("cooperating_employer", "協力雇用主", "やとって くれる 会社《かいしゃ》", "Cooperating employer", false),
    ("relief_facility", "救護施設", "救護《きゅうご》施設《しせつ》", "Relief facility", false),
    ("homeless_support", "ホームレス支援施設", "家《いえ》が ない 人を たすける ところ", "Homeless support facility", false),
    ("shelter", "シェルター", "にげて とまれる ところ", "Shelter", false),
    ("womens_centre", "女性相談支援センター", "女性《じょせい》の 相談《そうだん》センター", "Women's consultation centre", true),
    ("child_guidance_centre", "児童相談所", "子《こ》どもの 相談所《そうだんじょ》", "Child guidance centre", true),
    ("child_family_centre", "こども家庭センター", "子《こ》どもと 家族《かぞく》の センター", "Child and family centre", true),
    ("infant_home", "乳児院", "赤《あか》ちゃんの 家《いえ》", "Infant home", false),
    ("visiting_nurse", "訪問看護", "家《いえ》に 来《く》る 看護師《かんごし》", "Visiting nurse", false),
    ("private_counselling", "民間相談機関", "民間《みんかん》の 相談《そうだん》", "Private counselling", false),
    ("debt_support_group", "借金問題の支援団体", "借金《しゃっきん》の 相談《そうだん》", "Debt support group", false),
    ("advocacy_group", "啓発団体", "知《し》って もらう ための 会《かい》", "Advocacy group", false),
    ("recovery_support_association", "回復支援の法人", "回復《かいふく》を たすける 団体《だんたい》", "Recovery support association", false),
    ("health_insurer", "健康保険の保険者", "健康《けんこう》保険《ほけん》", "Health insurer", true),
    ("disability_service", "障害福祉サービス", "障害《しょうがい》の 福祉《ふくし》サービス", "Disability service", false),
    ("consultation_support", "相談支援事業所", "相談《そうだん》を うける ところ", "Consultation support office", false),
    ("social_welfare_council", "社会福祉協議会", "社会《しゃかい》福祉《ふくし》協議会《きょうぎかい》", "Social welfare council", false),
    ("school", "学校", "学校《がっこう》", "School", false),
    ("researcher", "研究機関", "研究《けんきゅう》する ところ", "Research institute", false),
    ("other", "その他の機関", "そのほか", "Other", true),
];
