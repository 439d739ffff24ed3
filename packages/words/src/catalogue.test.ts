import { describe, expect, it } from 'vitest';
import { german, PARTS } from './de.js';
import type { Catalogue, Forms } from './language.js';
import { findWords } from './testing/find-words.ts';

const found = findWords();
const catalogues: Readonly<Record<string, Catalogue>> = { de: german };

describe.each(Object.entries(catalogues))('the catalogue %s', (code, catalogue) => {
  it('has every word that is said to a person', () => {
    const missing = found.filter(({ key }) => !Object.hasOwn(catalogue, key));
    expect(missing.map(({ key, place }) => `${place} ${key}`)).toEqual([]);
  });

  it('has none that is not said any more', () => {
    const said = new Set(found.map(({ key }) => key));
    expect(Object.keys(catalogue).filter((key) => !said.has(key))).toEqual([]);
  });

  it('puts in what the English puts in', () => {
    const wrong = Object.entries(catalogue).filter(([key, entry]) =>
      textsOf(entry).some((text) => placeholdersIn(text) !== placeholdersIn(key)),
    );
    expect(wrong).toEqual([]);
  });

  it('has all forms of what is counted, and of nothing else', () => {
    const counted = new Set(found.filter(({ counts }) => counts).map(({ key }) => key));
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted();
    for (const [key, entry] of Object.entries(catalogue)) {
      const own = typeof entry === 'string' ? [] : Object.keys(entry).toSorted();
      expect([key, own]).toEqual([key, counted.has(key) ? forms : []]);
    }
  });
});

it('has each word in one file', () => {
  const keys = Object.values(PARTS).flatMap((part) => Object.keys(part));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

function textsOf(entry: string | Forms): readonly string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

/** `#` may be left out of a form: “a card”. */
function placeholdersIn(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)]
    .map(([placeholder]) => placeholder)
    .toSorted()
    .join(' ');
}
