import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayClaim, pretends } from './claims.js';
import { createSpeech } from './speech.js';

function told(pieces: readonly string[], isClaim = mayClaim): string {
  const speech = createSpeech(isClaim);
  return pieces.map((piece) => speech.push(piece)).join('') + speech.end();
}

describe('a text that comes in pieces', () => {
  it.each([
    ['There are eight cards. Which one?', 'There are eight cards. Which one?'],
    ['I’ve moved it to Review. Is there more?', 'I’ve … Is there more?'],
    ['Done! Is there more?', 'Is there more?'],
    ['Eight cards.\n\nAll are archived.\nBye', 'Eight cards.\n\nAll are …\nBye'],
    ['It is now in Review', 'It is …'],
    ['Das Board hat drei Karten. v1.2 ist dabei.', 'Das Board hat drei Karten. v1.2 ist dabei.'],
    ['看板有八张卡片。', '看板有八张卡片。'],
    ['Ich habe RM-4 geändert. Noch etwas?', 'Ich habe RM-4 … Noch etwas?'],
    ['Moved', ''],
  ])('is told as far as it claims nothing: %j', (text, expected) => {
    expect(told([text])).toBe(expected);
  });

  it('is told word by word', () => {
    const speech = createSpeech(pretends);
    expect(['There', ' are ei', 'ght', ' cards', '. '].map((piece) => speech.push(piece))).toEqual([
      '',
      'There are',
      '',
      ' eight',
      ' cards.',
    ]);
  });

  it('is told the same however it is cut', () => {
    const word = fc.constantFrom(
      'I',
      'moved',
      'done',
      'Review',
      'it’s',
      'now',
      'are',
      '12',
      '🙂',
      '看',
      '.',
      '! ',
      ' ',
      '\n\n',
      '**',
    );
    fc.assert(
      fc.property(fc.array(word), fc.array(fc.nat(), { maxLength: 20 }), (words, cuts) => {
        const text = words.join('');
        const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
        const pieces = [...places, text.length].map((end, index) => text.slice(places[index - 1] ?? 0, end));
        expect(told(pieces)).toBe(told([text]));
        expect(told(pieces)).not.toMatch(/\b(?:moved|done)\b/i);
      }),
    );
  });

  it('is told to its end, however long it is', () => {
    for (const text of ['a b '.repeat(50_000), '!?'.repeat(50_000), 'x'.repeat(100_000)])
      expect(told(text.match(/[\s\S]{1,7}/g) ?? []).trim()).toBe(text.trim());
  });
});
