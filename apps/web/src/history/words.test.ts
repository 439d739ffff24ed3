import { describe, expect, it } from 'vitest';
import { hasTexts, nameDay, sayDay, splitCards, splitSentence, withDays } from './words';
import type { HistoryEntry } from './story';

const now = new Date(2026, 10, 24, 9, 0);
const at = (...day: [number, number, number]) => new Date(...day, 8, 30).toISOString();

describe('days', () => {
  it('are named as people name them', () => {
    expect(sayDay(at(2026, 10, 24), now)).toBe('Today');
    expect(sayDay(at(2026, 10, 23), now)).toBe('Yesterday');
    expect(sayDay(at(2026, 10, 19), now)).toBe('Thursday 19 November');
    expect(sayDay(at(2025, 10, 19), now)).toBe('Wednesday 19 November 2025');
    expect(sayDay('never', now)).toBe('');
  });

  it('have the comma that a language puts behind the weekday', () => {
    const german = { code: 'de', locale: 'de-DE' } as const;
    expect(nameDay(at(2026, 10, 19), 'ofYear', german)).toBe('Donnerstag, 19. November');
    expect(nameDay(at(2025, 10, 19), 'ofAnyYear', german)).toBe('Mittwoch, 19. November 2025');
  });

  it('stand above their first entry, whichever that is', () => {
    const times = [at(2026, 10, 24), at(2026, 10, 24), at(2026, 10, 23), at(2026, 10, 2)];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Only the time is looked at.
    const entries = times.map((time) => ({ at: time }) as HistoryEntry);
    expect(withDays(entries, now).map(({ day }) => day)).toEqual(['Today', null, 'Yesterday', 'Monday 2 November']);
  });
});

it('a sentence about several changes is told apart from how many more there were', () => {
  const sentence = 'Undid change 4: moved RM-1 “A, and 2 more” to “B”, and 3 more changes.';
  expect(splitSentence({ sentence, count: 4 })).toEqual([
    'Undid change 4: moved RM-1 “A, and 2 more” to “B”.',
    'and 3 more changes',
  ]);
  const own = 'Added “this, and 1 more change”.';
  expect(splitSentence({ sentence: own, count: 1 })).toEqual([own, null]);
});

it('cards are found in a sentence by the key of the board, and nothing else is', () => {
  const cards = (sentence: string, key = 'RM') =>
    splitCards(sentence, key)
      .filter(({ isCard }) => isCard)
      .map(({ text }) => text);
  expect(cards('Moved RM-4 “As **RM-12** says” from “XRM-3” to “RM-0”.')).toEqual(['RM-4', 'RM-12']);
  expect(cards('RM-4', 'R(M')).toEqual([]);
  expect(splitCards('Moved RM-4.', 'RM').map(({ text }) => text)).toEqual(['Moved ', 'RM-4', '.']);
});

it('words are looked for where an entry put some in', () => {
  const texts = (text: string) => hasTexts({ items: [{ entity: 'card', id: 'a', text }] });
  expect(['Renamed RM-1 “A” to “B”.', 'Changed the details.', 'Added “A” to “B”.'].every(texts)).toBe(true);
  expect(['Moved RM-1 “A” from “B” to “C”.', 'Archived.', 'Deleted a card for ever.'].some(texts)).toBe(false);
});
