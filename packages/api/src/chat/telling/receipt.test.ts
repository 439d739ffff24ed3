import { describe, expect, it } from 'vitest';
import { tellDone, tellUnchanged } from './receipt.js';

const ITEM = {
  entity: 'card',
  id: 'a',
  text: 'Moved RM-1 “A” from “Todo” to “Done”.',
  brief: 'Moved from “Todo” to “Done”.',
} as const;

describe('what was done', () => {
  it.each([
    ['', ''],
    ['Done!', ''],
    ['Sure! I moved it.', ''],
    ['I’ve archived RM-9. Todo has three cards left.', 'Todo has three cards left.'],
    ['Okay.\nMoved it.\n\nIs there more?', 'Is there more?'],
    ['Das Board hat drei Karten. v1.2 ist dabei.', 'Das Board hat drei Karten. v1.2 ist dabei.'],
  ])('stands before what is left of %j', (said, note) => {
    expect(tellDone([ITEM], said).note).toBe(note);
    expect(tellDone([ITEM], said).message).toBe(note === '' ? ITEM.text : `${ITEM.text}\n\n${note}`);
  });

  it('is listed, and counted where it is long', () => {
    const { message } = tellDone(
      Array.from({ length: 30 }, () => ITEM),
      '',
    );
    expect(message.split('\n')).toHaveLength(21);
    expect(message).toMatch(/- … and 10 more\.$/);
  });

  it('does not hang on a long text without a full stop', () => {
    for (const said of ['a b '.repeat(100_000), '!?'.repeat(100_000)])
      expect(tellDone([ITEM], said).message).toContain(ITEM.text);
  });
});

describe('an answer of a model that has looked into the past', () => {
  it.each([
    'RM-4 was moved to Done by Ana on Tuesday.',
    'It has been archived since 3 Nov.',
    'RM-4 wurde gestern von Ana verschoben.',
  ])('may tell of it: %j', (said) => {
    expect(tellUnchanged(said, true)).toBe(said);
  });

  it.each(['RM-4 has been moved to Done.', 'I moved RM-4 to Done on Tuesday.', 'All done!'])(
    'is told the truth about where it pretends: %j',
    (said) => {
      expect(tellUnchanged(said, true)).toContain('Nothing was changed on the board.');
    },
  );
});

describe('an answer without a change', () => {
  it.each([
    'I moved the card.',
    'I have now moved the card to Done.',
    'We’ve added it',
    'Done',
    'All set!',
    'Created the card “A”.',
    'The card has been successfully archived.',
    'RM-4 is now in Done.',
    'Sure.\nMoved RM-4.',
    'Ich habe RM-4 nach „Review“ verschoben.',
    'Die Karte wurde gelöscht.',
    'Erledigt!',
    'J’ai déplacé la carte.',
    'La tarjeta ha sido archivada.',
  ])('that says %j is told the truth about', (said) => {
    expect(tellUnchanged(said)).toBe(`${said}\n\nNothing was changed on the board.`);
  });

  it.each([
    'There are three cards in Done.',
    'Which card do you mean?',
    'The Done column is empty.',
    'Das kann ich nicht.',
    'Drei Karten sind noch nicht erledigt.',
    'Quatre cartes sont dans Review.',
  ])('that says %j stays as it is', (said) => {
    expect(tellUnchanged(said)).toBe(said);
  });
});
