import { afterEach, describe, expect, it } from 'vitest';
import { ENGLISH, languageFor, speak, type Language } from './language.js';
import { arrange, formatNumber, inSense, listOf, plural, t } from './words.js';

const GERMAN: Language = {
  code: 'de',
  locale: 'de-DE',
  catalogue: {
    'Move {0} to {1}': '{1} bekommt {0}',
    'Open (verb)': 'Öffnen',
    '# cards': { one: '# Karte', other: '# Karten' },
    '# of {name}’s cards': { one: 'eine Karte von {name}', other: '# Karten von {name}' },
  },
};

afterEach(() => speak(() => ENGLISH));

describe('t', () => {
  it('says the English as it stands in the code', () => {
    expect(t`Move ${'RM-1'} to ${'Done'}`).toBe('Move RM-1 to Done');
  });

  it('says it in the language of the page, in whose order it is', () => {
    speak(() => GERMAN);
    expect(t`Move ${'RM-1'} to ${'Done'}`).toBe('Done bekommt RM-1');
  });

  it('says the English where the catalogue has nothing', () => {
    speak(() => GERMAN);
    expect(t`Not there ${1}`).toBe('Not there 1');
  });

  it('puts in whatever it is given as it is', () => {
    speak(() => GERMAN);
    expect(t`Move ${'{1} $& `'} to ${'{0}'}`).toBe('{0} bekommt {1} $& `');
  });

  it('keeps what is read from right to left from turning the words around it', () => {
    expect(t`Moved ${'שלום'} (${'RM-1'}) to ${'\u202Eenod'}`).toBe(
      'Moved \u2068שלום\u2069 (RM-1) to \u2068\u202Eenod\u2069',
    );
    expect(plural(2, { one: '# of {name}', other: '# of {name}' }, { name: 'דנה' })).toBe('2 of \u2068דנה\u2069');
  });

  it('tells two meanings of a word apart', () => {
    speak(() => GERMAN);
    expect([inSense('verb')`Open`, t`Open`]).toEqual(['Öffnen', 'Open']);
  });

  it('arranges what is more than letters', () => {
    speak(() => GERMAN);
    const parts = [{ link: 1 }, { link: 2 }] as const;
    const tag = (strings: TemplateStringsArray, ...values: readonly object[]) => arrange<object>(strings, values);
    expect(tag`Move ${parts[0]} to ${parts[1]}`.filter((part) => part !== '')).toEqual([
      parts[1],
      ' bekommt ',
      parts[0],
    ]);
  });
});

describe('plural', () => {
  it('takes the form that the language has for the number, and writes the number as it does', () => {
    const say = (count: number) => plural(count, { one: '# card', other: '# cards' });
    expect([say(0), say(1), say(1234)]).toEqual(['0 cards', '1 card', '1,234 cards']);
    speak(() => GERMAN);
    expect([say(0), say(1), say(1234)]).toEqual(['0 Karten', '1 Karte', '1.234 Karten']);
  });

  it('puts values into any of the forms', () => {
    const say = (count: number) =>
      plural(count, { one: 'a card of {name}’s', other: '# of {name}’s cards' }, { name: 'A#na' });
    expect([say(1), say(2)]).toEqual(['a card of A#na’s', '2 of A#na’s cards']);
    speak(() => GERMAN);
    expect([say(1), say(2)]).toEqual(['eine Karte von A#na', '2 Karten von A#na']);
  });
});

it('writes numbers and lists as the language does', () => {
  expect([formatNumber(12_345), listOf(['a', 'b', 'c'])]).toEqual(['12,345', 'a, b and c']);
  speak(() => GERMAN);
  expect([formatNumber(12_345), listOf(['a', 'b', 'c'])]).toEqual(['12.345', 'a, b und c']);
});

describe('languageFor', () => {
  it('is the first that there is, with the region that the person names', () => {
    expect(languageFor(['fr-FR', 'de', 'en-US', 'de-AT'])).toEqual({ code: 'de', locale: 'de-AT' });
    expect(languageFor(['en-US'])).toEqual({ code: 'en', locale: 'en-US' });
    expect(languageFor(['en'])).toEqual({ code: 'en', locale: 'en-GB' });
  });

  it('is English for whoever speaks none of them, and for what is no language', () => {
    expect(languageFor(['xx', '', '*', 'constructor', 'de-!'])).toEqual({ code: 'de', locale: 'de-DE' });
    expect(languageFor(['xx', '*', '__proto__']).code).toBe('en');
  });
});
