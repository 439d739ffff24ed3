import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { german } from '@talkan/words/de';
import { ENGLISH, languageFor, speak, type Language } from '@talkan/words/language';

const MOST_TAGS = 10;
const CATALOGUES = { en: null, de: german } as const;

const asked = new AsyncLocalStorage<Language>();
speak(() => asked.getStore() ?? ENGLISH);

/** Does the work so that all that it says is in the language that the request asks for. */
export function answerInLanguage<Result>({ headers }: IncomingMessage, work: () => Result): Result {
  const header = headers['accept-language'];
  if (header === undefined) return work();
  const { code, locale } = languageFor(tagsOf(header));
  return code === 'en' ? work() : asked.run({ code, locale, catalogue: CATALOGUES[code] }, work);
}

/** The languages of an `Accept-Language`, the dearest first: RFC 9110, 12.5.4. */
export function tagsOf(header: string): readonly string[] {
  return header
    .split(',', MOST_TAGS)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
