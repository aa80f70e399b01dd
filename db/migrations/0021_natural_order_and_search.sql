ALTER TABLE "accounts" ADD COLUMN "country" text DEFAULT 'US' NOT NULL;--> statement-breakpoint

-- Where a company's telephone numbers are at home: by its own number, otherwise by its time zone. +1 is many countries'.
UPDATE accounts a SET country = coalesce((SELECT c.country FROM (VALUES
  ('7','RU'),('76','KZ'),('77','KZ'),('20','EG'),('27','ZA'),('30','GR'),('31','NL'),('32','BE'),('33','FR'),('34','ES'),('36','HU'),('39','IT'),
  ('40','RO'),('41','CH'),('43','AT'),('44','GB'),('45','DK'),('46','SE'),('47','NO'),('48','PL'),('49','DE'),('51','PE'),
  ('52','MX'),('53','CU'),('54','AR'),('55','BR'),('56','CL'),('57','CO'),('58','VE'),('60','MY'),('61','AU'),('62','ID'),
  ('63','PH'),('64','NZ'),('65','SG'),('66','TH'),('81','JP'),('82','KR'),('84','VN'),('86','CN'),('90','TR'),('91','IN'),
  ('92','PK'),('93','AF'),('94','LK'),('95','MM'),('98','IR'),('211','SS'),('212','MA'),('213','DZ'),('216','TN'),('218','LY'),
  ('220','GM'),('221','SN'),('222','MR'),('223','ML'),('224','GN'),('225','CI'),('226','BF'),('227','NE'),('228','TG'),
  ('229','BJ'),('230','MU'),('231','LR'),('232','SL'),('233','GH'),('234','NG'),('235','TD'),('236','CF'),('237','CM'),
  ('238','CV'),('239','ST'),('240','GQ'),('241','GA'),('242','CG'),('243','CD'),('244','AO'),('245','GW'),('246','IO'),
  ('247','AC'),('248','SC'),('249','SD'),('250','RW'),('251','ET'),('252','SO'),('253','DJ'),('254','KE'),('255','TZ'),
  ('256','UG'),('257','BI'),('258','MZ'),('260','ZM'),('261','MG'),('262','RE'),('263','ZW'),('264','NA'),('265','MW'),
  ('266','LS'),('267','BW'),('268','SZ'),('269','KM'),('290','SH'),('291','ER'),('297','AW'),('298','FO'),('299','GL'),
  ('350','GI'),('351','PT'),('352','LU'),('353','IE'),('354','IS'),('355','AL'),('356','MT'),('357','CY'),('358','FI'),
  ('359','BG'),('370','LT'),('371','LV'),('372','EE'),('373','MD'),('374','AM'),('375','BY'),('376','AD'),('377','MC'),
  ('378','SM'),('380','UA'),('381','RS'),('382','ME'),('383','XK'),('385','HR'),('386','SI'),('387','BA'),('389','MK'),
  ('420','CZ'),('421','SK'),('423','LI'),('500','FK'),('501','BZ'),('502','GT'),('503','SV'),('504','HN'),('505','NI'),
  ('506','CR'),('507','PA'),('508','PM'),('509','HT'),('590','GP'),('591','BO'),('592','GY'),('593','EC'),('594','GF'),
  ('595','PY'),('596','MQ'),('597','SR'),('598','UY'),('599','CW'),('670','TL'),('672','NF'),('673','BN'),('674','NR'),
  ('675','PG'),('676','TO'),('677','SB'),('678','VU'),('679','FJ'),('680','PW'),('681','WF'),('682','CK'),('683','NU'),
  ('685','WS'),('686','KI'),('687','NC'),('688','TV'),('689','PF'),('690','TK'),('691','FM'),('692','MH'),('850','KP'),
  ('852','HK'),('853','MO'),('855','KH'),('856','LA'),('880','BD'),('886','TW'),('960','MV'),('961','LB'),('962','JO'),
  ('963','SY'),('964','IQ'),('965','KW'),('966','SA'),('967','YE'),('968','OM'),('970','PS'),('971','AE'),('972','IL'),
  ('973','BH'),('974','QA'),('975','BT'),('976','MN'),('977','NP'),('992','TJ'),('993','TM'),('994','AZ'),('995','GE'),
  ('996','KG'),('998','UZ')
  ) c (code, country) WHERE a.phone LIKE '+' || c.code || '%' ORDER BY c.code DESC LIMIT 1), (SELECT z.country FROM (VALUES
  ('AD','Europe/Andorra'),('AE','Asia/Dubai'),('AF','Asia/Kabul'),('AG','America/Antigua'),('AI','America/Anguilla'),
  ('AL','Europe/Tirane'),('AM','Asia/Yerevan'),('AO','Africa/Luanda'),
  ('AR','America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Buenos_Aires America/Catamarca America/Cordoba America/Jujuy America/Mendoza'),
  ('AS','Pacific/Pago_Pago'),('AT','Europe/Vienna'),
  ('AU','Antarctica/Macquarie Australia/Adelaide Australia/Brisbane Australia/Broken_Hill Australia/Darwin Australia/Eucla Australia/Hobart Australia/Lindeman Australia/Lord_Howe Australia/Melbourne Australia/Perth Australia/Sydney'),
  ('AW','America/Aruba'),('AX','Europe/Mariehamn'),('AZ','Asia/Baku'),('BA','Europe/Sarajevo'),('BB','America/Barbados'),
  ('BD','Asia/Dhaka'),('BE','Europe/Brussels'),('BF','Africa/Ouagadougou'),('BG','Europe/Sofia'),('BH','Asia/Bahrain'),
  ('BI','Africa/Bujumbura'),('BJ','Africa/Porto-Novo'),('BL','America/St_Barthelemy'),('BM','Atlantic/Bermuda'),
  ('BN','Asia/Brunei'),('BO','America/La_Paz'),('BQ','America/Kralendijk'),
  ('BR','America/Araguaina America/Bahia America/Belem America/Boa_Vista America/Campo_Grande America/Cuiaba America/Eirunepe America/Fortaleza America/Maceio America/Manaus America/Noronha America/Porto_Velho America/Recife America/Rio_Branco America/Santarem America/Sao_Paulo'),
  ('BS','America/Nassau'),('BT','Asia/Thimphu'),('BW','Africa/Gaborone'),('BY','Europe/Minsk'),('BZ','America/Belize'),
  ('CA','America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Coral_Harbour America/Creston America/Dawson America/Dawson_Creek America/Edmonton America/Fort_Nelson America/Glace_Bay America/Goose_Bay America/Halifax America/Inuvik America/Iqaluit America/Moncton America/Rankin_Inlet America/Regina America/Resolute America/St_Johns America/Swift_Current America/Toronto America/Vancouver America/Whitehorse America/Winnipeg'),
  ('CC','Indian/Cocos'),('CD','Africa/Kinshasa Africa/Lubumbashi'),('CF','Africa/Bangui'),('CG','Africa/Brazzaville'),
  ('CH','Europe/Zurich'),('CI','Africa/Abidjan'),('CK','Pacific/Rarotonga'),
  ('CL','America/Coyhaique America/Punta_Arenas America/Santiago Pacific/Easter'),('CM','Africa/Douala'),
  ('CN','Asia/Shanghai Asia/Urumqi'),('CO','America/Bogota'),('CR','America/Costa_Rica'),('CU','America/Havana'),
  ('CV','Atlantic/Cape_Verde'),('CW','America/Curacao'),('CX','Indian/Christmas'),('CY','Asia/Famagusta Asia/Nicosia'),
  ('CZ','Europe/Prague'),('DE','Europe/Berlin Europe/Busingen'),('DJ','Africa/Djibouti'),('DK','Europe/Copenhagen'),
  ('DM','America/Dominica'),('DO','America/Santo_Domingo'),('DZ','Africa/Algiers'),('EC','America/Guayaquil Pacific/Galapagos'),
  ('EE','Europe/Tallinn'),('EG','Africa/Cairo'),('EH','Africa/El_Aaiun'),('ER','Africa/Asmara Africa/Asmera'),
  ('ES','Africa/Ceuta Atlantic/Canary Europe/Madrid'),('ET','Africa/Addis_Ababa'),('FI','Europe/Helsinki'),('FJ','Pacific/Fiji'),
  ('FK','Atlantic/Stanley'),('FM','Pacific/Chuuk Pacific/Kosrae Pacific/Pohnpei Pacific/Ponape Pacific/Truk'),
  ('FO','Atlantic/Faeroe Atlantic/Faroe'),('FR','Europe/Paris'),('GA','Africa/Libreville'),('GB','Europe/London'),
  ('GD','America/Grenada'),('GE','Asia/Tbilisi'),('GF','America/Cayenne'),('GG','Europe/Guernsey'),('GH','Africa/Accra'),
  ('GI','Europe/Gibraltar'),('GL','America/Danmarkshavn America/Godthab America/Nuuk America/Scoresbysund America/Thule'),
  ('GM','Africa/Banjul'),('GN','Africa/Conakry'),('GP','America/Guadeloupe'),('GQ','Africa/Malabo'),('GR','Europe/Athens'),
  ('GT','America/Guatemala'),('GU','Pacific/Guam'),('GW','Africa/Bissau'),('GY','America/Guyana'),('HK','Asia/Hong_Kong'),
  ('HN','America/Tegucigalpa'),('HR','Europe/Zagreb'),('HT','America/Port-au-Prince'),('HU','Europe/Budapest'),
  ('ID','Asia/Jakarta Asia/Jayapura Asia/Makassar Asia/Pontianak'),('IE','Europe/Dublin'),('IL','Asia/Jerusalem'),
  ('IM','Europe/Isle_of_Man'),('IN','Asia/Calcutta Asia/Kolkata'),('IO','Indian/Chagos'),('IQ','Asia/Baghdad'),
  ('IR','Asia/Tehran'),('IS','Atlantic/Reykjavik'),('IT','Europe/Rome'),('JE','Europe/Jersey'),('JM','America/Jamaica'),
  ('JO','Asia/Amman'),('JP','Asia/Tokyo'),('KE','Africa/Nairobi'),('KG','Asia/Bishkek'),('KH','Asia/Phnom_Penh'),
  ('KI','Pacific/Enderbury Pacific/Kanton Pacific/Kiritimati Pacific/Tarawa'),('KM','Indian/Comoro'),('KN','America/St_Kitts'),
  ('KP','Asia/Pyongyang'),('KR','Asia/Seoul'),('KW','Asia/Kuwait'),('KY','America/Cayman'),
  ('KZ','Asia/Almaty Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Oral Asia/Qostanay Asia/Qyzylorda'),('LA','Asia/Vientiane'),
  ('LB','Asia/Beirut'),('LC','America/St_Lucia'),('LI','Europe/Vaduz'),('LK','Asia/Colombo'),('LR','Africa/Monrovia'),
  ('LS','Africa/Maseru'),('LT','Europe/Vilnius'),('LU','Europe/Luxembourg'),('LV','Europe/Riga'),('LY','Africa/Tripoli'),
  ('MA','Africa/Casablanca'),('MC','Europe/Monaco'),('MD','Europe/Chisinau'),('ME','Europe/Podgorica'),('MF','America/Marigot'),
  ('MG','Indian/Antananarivo'),('MH','Pacific/Kwajalein Pacific/Majuro'),('MK','Europe/Skopje'),('ML','Africa/Bamako'),
  ('MM','Asia/Rangoon Asia/Yangon'),('MN','Asia/Hovd Asia/Ulaanbaatar'),('MO','Asia/Macau'),('MP','Pacific/Saipan'),
  ('MQ','America/Martinique'),('MR','Africa/Nouakchott'),('MS','America/Montserrat'),('MT','Europe/Malta'),
  ('MU','Indian/Mauritius'),('MV','Indian/Maldives'),('MW','Africa/Blantyre'),
  ('MX','America/Bahia_Banderas America/Cancun America/Chihuahua America/Ciudad_Juarez America/Hermosillo America/Matamoros America/Mazatlan America/Merida America/Mexico_City America/Monterrey America/Ojinaga America/Tijuana'),
  ('MY','Asia/Kuala_Lumpur Asia/Kuching'),('MZ','Africa/Maputo'),('NA','Africa/Windhoek'),('NC','Pacific/Noumea'),
  ('NE','Africa/Niamey'),('NF','Pacific/Norfolk'),('NG','Africa/Lagos'),('NI','America/Managua'),('NL','Europe/Amsterdam'),
  ('NO','Europe/Oslo'),('NP','Asia/Kathmandu Asia/Katmandu'),('NR','Pacific/Nauru'),('NU','Pacific/Niue'),
  ('NZ','Pacific/Auckland Pacific/Chatham'),('OM','Asia/Muscat'),('PA','America/Panama'),('PE','America/Lima'),
  ('PF','Pacific/Gambier Pacific/Marquesas Pacific/Tahiti'),('PG','Pacific/Bougainville Pacific/Port_Moresby'),
  ('PH','Asia/Manila'),('PK','Asia/Karachi'),('PL','Europe/Warsaw'),('PM','America/Miquelon'),('PR','America/Puerto_Rico'),
  ('PS','Asia/Gaza Asia/Hebron'),('PT','Atlantic/Azores Atlantic/Madeira Europe/Lisbon'),('PW','Pacific/Palau'),
  ('PY','America/Asuncion'),('QA','Asia/Qatar'),('RE','Indian/Reunion'),('RO','Europe/Bucharest'),('RS','Europe/Belgrade'),
  ('RU','Asia/Anadyr Asia/Barnaul Asia/Chita Asia/Irkutsk Asia/Kamchatka Asia/Khandyga Asia/Krasnoyarsk Asia/Magadan Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Srednekolymsk Asia/Tomsk Asia/Ust-Nera Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Europe/Astrakhan Europe/Kaliningrad Europe/Kirov Europe/Moscow Europe/Samara Europe/Saratov Europe/Ulyanovsk Europe/Volgograd'),
  ('RW','Africa/Kigali'),('SA','Asia/Riyadh'),('SB','Pacific/Guadalcanal'),('SC','Indian/Mahe'),('SD','Africa/Khartoum'),
  ('SE','Europe/Stockholm'),('SG','Asia/Singapore'),('SH','Atlantic/St_Helena'),('SI','Europe/Ljubljana'),
  ('SJ','Arctic/Longyearbyen'),('SK','Europe/Bratislava'),('SL','Africa/Freetown'),('SM','Europe/San_Marino'),
  ('SN','Africa/Dakar'),('SO','Africa/Mogadishu'),('SR','America/Paramaribo'),('SS','Africa/Juba'),('ST','Africa/Sao_Tome'),
  ('SV','America/El_Salvador'),('SX','America/Lower_Princes'),('SY','Asia/Damascus'),('SZ','Africa/Mbabane'),
  ('TC','America/Grand_Turk'),('TD','Africa/Ndjamena'),('TG','Africa/Lome'),('TH','Asia/Bangkok'),('TJ','Asia/Dushanbe'),
  ('TK','Pacific/Fakaofo'),('TL','Asia/Dili'),('TM','Asia/Ashgabat'),('TN','Africa/Tunis'),('TO','Pacific/Tongatapu'),
  ('TR','Europe/Istanbul'),('TT','America/Port_of_Spain'),('TV','Pacific/Funafuti'),('TW','Asia/Taipei'),
  ('TZ','Africa/Dar_es_Salaam'),('UA','Europe/Kiev Europe/Kyiv Europe/Simferopol'),('UG','Africa/Kampala'),
  ('UY','America/Montevideo'),('UZ','Asia/Samarkand Asia/Tashkent'),('VA','Europe/Vatican'),('VC','America/St_Vincent'),
  ('VE','America/Caracas'),('VG','America/Tortola'),('VI','America/St_Thomas'),('VN','Asia/Ho_Chi_Minh Asia/Saigon'),
  ('VU','Pacific/Efate'),('WF','Pacific/Wallis'),('WS','Pacific/Apia'),('YE','Asia/Aden'),('YT','Indian/Mayotte'),
  ('ZA','Africa/Johannesburg'),('ZM','Africa/Lusaka'),('ZW','Africa/Harare')
  ) z (country, zones) WHERE a.time_zone = ANY (string_to_array(z.zones, ' ')) AND (a.phone NOT LIKE '+1%' OR a.phone IS NULL
    OR z.country = ANY ('{AG,AI,AS,BB,BM,BS,CA,DM,DO,GD,GU,JM,KN,KY,LC,MP,MS,PR,SX,TC,TT,VC,VG,VI}'))), 'US');--> statement-breakpoint

-- Line 2 before Line 10, everywhere: what stands in lists says so itself.
CREATE COLLATION natural_order (provider = icu, locale = 'und-u-kn-true');--> statement-breakpoint
ALTER TABLE members ALTER COLUMN name_key SET DATA TYPE text COLLATE natural_order;--> statement-breakpoint
ALTER TABLE groups ALTER COLUMN name SET DATA TYPE text COLLATE natural_order;--> statement-breakpoint
ALTER TABLE numbers ALTER COLUMN label SET DATA TYPE text COLLATE natural_order;--> statement-breakpoint

-- What a username looks like: signs that look the same in most fonts are one. Letters side by side are letters.
DROP INDEX "users_by_skeleton";--> statement-breakpoint
CREATE OR REPLACE FUNCTION username_skeleton(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT lower(translate($1, '0I1', 'oll')) $$;--> statement-breakpoint
CREATE INDEX "users_by_skeleton" ON "users" USING btree ("home_account_id",username_skeleton("username"));--> statement-breakpoint

-- What a search is matched against: lower case, letters without accents, one kind of dash; no apostrophes, commas,
-- quotation marks and brackets, and nothing that nobody sees. Most text is ASCII, where the first line does.
CREATE OR REPLACE FUNCTION search_form(text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length($1) = length($1) THEN translate(lower($1), '''`,;"<>', '') ELSE
    translate(lower(unaccent(normalize(regexp_replace(normalize(replace($1, '´', ''), NFKD),
        '[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061c\u064b-\u065f\u0670\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e0fff]+',
        '', 'g'), NFC)) COLLATE "und-x-icu") COLLATE "default",
      'ςیىک‐‑‒–—―−''`’‘ʼʻʹ′,،、;؛"“”„«»<>', 'σييك-------') END $$;--> statement-breakpoint

-- A name of Chinese, Japanese or Korean letters is found without its space, and in either order.
CREATE FUNCTION search_names(first_name text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT concat_ws(E'\n', nullif(trim(first_name || ' ' || last_name), ''),
    CASE WHEN first_name <> '' AND last_name <> '' AND first_name || last_name
        ~ '[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]'
      THEN replace(last_name || first_name || E'\n' || first_name || last_name, ' ', '') END) $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION fill_directory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(nullif(trim(k.first_name || ' ' || k.last_name), ''), u.email), lower(u.email),
         search_form(concat_ws(E'\n', search_names(k.first_name, k.last_name), u.email, k.username,
           replace(k.contact_number, ';ext=', ' ext. '), n.e164))
    INTO NEW.name_key, NEW.email_key, NEW.search
    FROM users u
    LEFT JOIN users k ON k.id = u.id AND (u.home_account_id = NEW.account_id OR NEW.accepted_at IS NOT NULL)
    LEFT JOIN numbers n ON n.id = NEW.default_number_id
   WHERE u.id = NEW.user_id;
  RETURN NEW;
END $$;--> statement-breakpoint
UPDATE members SET revision = revision;
