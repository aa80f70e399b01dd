/** Those whose ways of writing a date are offered; any other that a browser asks for is taken as well. */
const OFFERED: readonly string[] =
  "en-US en-GB en-AU en-CA en-IE en-IN en-NZ en-ZA ar-AE ar-EG ar-SA bg-BG cs-CZ da-DK de-AT de-CH de-DE el-GR es-AR es-CL es-CO es-ES es-MX et-EE fa-IR fi-FI fil-PH fr-BE fr-CA fr-CH fr-FR he-IL hi-IN hr-HR hu-HU id-ID is-IS it-CH it-IT ja-JP ko-KR lt-LT lv-LV ms-MY nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-HK zh-TW".split(
    " ",
  );

/** A language and a country, however it is asked for ("de", "de_de", "de-DE-u-co-phonebk"); null for none that is known. */
export function localeOf(tag: string): string | null {
  if (tag.length > 80) return null;
  try {
    const { language, region } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    const locale = `${language}-${region}`;
    return region && Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 ? locale : null;
  } catch {
    return null; // Not a tag at all: whatever a browser or a form sends may be typed by hand.
  }
}

/** What a browser likes best among those in its Accept-Language (RFC 9110, 12.5.4). */
export function preferredLocale(header: string): string | null {
  const wishes = header
    .slice(0, 1000)
    .split(",")
    .map((wish) => {
      const [tag = "", quality = "q=1"] = wish.trim().split(/\s*;\s*/);
      return { tag, quality: Number(quality.replace(/^q=/, "")) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    const locale = localeOf(tag);
    if (locale) return locale;
  }
  return null;
}

/** A place's only time zone, where its country has one. */
export function onlyTimeZone(locale: string | undefined): string | undefined {
  if (!locale) return undefined;
  const place: Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] } = new Intl.Locale(locale);
  const zones = place.getTimeZones?.() ?? place.timeZones ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}

type Example = (locale: string, at: Date) => string;

/** To choose from, by name, each with an example; one that somebody has is among them. */
export function localeOptions(held: string | null, at: Date, example: Example) {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  const locales = held && !OFFERED.includes(held) ? [held, ...OFFERED] : OFFERED;
  return locales.map((value) => ({ value, label: `${names.of(value)}: ${example(value, at)}` }));
}
