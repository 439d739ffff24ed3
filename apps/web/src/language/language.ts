import { ENGLISH, isLanguageCode, language, languageFor, localeFor, speak } from '@talkan/words/language';
import type { Catalogue, LanguageCode } from '@talkan/words/language';
import { keepSetting, readSetting } from '../ui/storage';

const KEY = 'talkan:language';

/** The words of the languages that are not in the code. */
const CATALOGUES: Readonly<Record<Exclude<LanguageCode, 'en'>, () => Promise<Catalogue>>> = {
  de: async () => (await import('@talkan/words/de')).german,
};

/**
 * Has the page speak the language that was chosen, or else the browser's. Before anything else of the page is read: words that do not
 * change stand in constants.
 */
export async function prepareLanguage(): Promise<void> {
  const { languages } = navigator;
  const chosen = chosenLanguage();
  const { code, locale } =
    chosen === null ? languageFor(languages) : { code: chosen, locale: localeFor(chosen, languages) };
  const catalogue = code === 'en' ? null : await CATALOGUES[code]().catch(() => null);
  const own = catalogue === null && code !== 'en' ? ENGLISH : { code, locale, catalogue };
  speak(() => own);
  document.documentElement.lang = own.code;
}

/** What was chosen in this browser; `null`: whatever the browser itself prefers. */
export function chosenLanguage(): LanguageCode | null {
  const kept = readSetting(KEY);
  return isLanguageCode(kept) ? kept : null;
}

/** Chooses the language of this browser, or leaves it to the browser, and reads the page anew; what was typed is kept as ever. */
export function chooseLanguage(code: LanguageCode | null): void {
  keepSetting(KEY, code ?? '');
  location.reload();
}

/** What tells the server in which language to answer. */
export function languageHeaders(): { readonly 'accept-language': string } {
  return { 'accept-language': language().locale };
}
