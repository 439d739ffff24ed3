/** The languages that Talkan speaks, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type LanguageCode = keyof typeof LANGUAGES;

/** A count in as many forms as the language has: see `Intl.PluralRules`. `#` stands for the number. */
export interface Forms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** What stands for what: the English, with `{0}`, `{1}` … where values are put in, and what it is in another language. */
export type Catalogue = Readonly<Record<string, string | Forms>>;

export interface Language {
  readonly code: LanguageCode;
  /** For dates and numbers: `en-GB`. */
  readonly locale: string;
  /** `null`: the words are those in the code. */
  readonly catalogue: Catalogue | null;
}

export const ENGLISH: Language = { code: 'en', locale: 'en-GB', catalogue: null };

let speaking = (): Language => ENGLISH;

/** In which language words are said from now on: a page has one, a server asks whom it answers. */
export function speak(ask: () => Language): void {
  speaking = ask;
}

export function language(): Language {
  return speaking();
}

export function isLanguageCode(code: string | null | undefined): code is LanguageCode {
  return code !== null && code !== undefined && Object.hasOwn(LANGUAGES, code);
}

/** The first that Talkan speaks of these tags, as `navigator.languages` and `Accept-Language` have them in order; else English. */
export function languageFor(tags: readonly string[]): { readonly code: LanguageCode; readonly locale: string } {
  for (const tag of tags) {
    const code = tag.split('-')[0]?.toLowerCase();
    if (isLanguageCode(code)) return { code, locale: localeFor(code, tags) };
  }
  return ENGLISH;
}

/** As dates and numbers are written where the person lives, as far as the tags say so. */
export function localeFor(code: LanguageCode, tags: readonly string[]): string {
  const own = tags.find((tag) => tag.toLowerCase().startsWith(`${code}-`) && isLocale(tag));
  return own ?? { en: ENGLISH.locale, de: 'de-DE' }[code];
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
