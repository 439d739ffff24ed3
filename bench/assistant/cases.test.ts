import { describe, expect, test } from 'vitest';
import { boardNamed } from './boards.ts';
import { CATEGORIES, type Case, type Expect } from './expect.ts';
import { differenceOf, pictureOf, type Picture } from './picture.ts';
import { CASES } from './cases/all.ts';

describe('the cases of the assistant’s benchmark', () => {
  test('are many, on five boards, of all categories', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(220);
    expect(new Set(CASES.map(({ board }) => board)).size).toBe(5);
    for (const category of CATEGORIES) {
      expect(CASES.filter((one) => one.category === category).length, category).toBeGreaterThanOrEqual(15);
    }
  });

  test('have names of their own', () => {
    const ids = CASES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(CASES.map((one) => [one.id, one] as const))('%s speaks of what is on its board', (_id, one) => {
    const world = boardNamed(one.board);
    let picture = pictureOf(world);
    let number = world.board.lastNumber;
    for (const turn of one.turns) {
      for (const way of waysOf(turn.expect)) {
        const after = pictureAfter(picture, way);
        expect(unknownIn(way, after ?? picture, one)).toEqual([]);
        if (way.kind === 'change') expect(differenceOf(picture, after)).not.toBeNull();
      }
      picture = pictureAfter(picture, waysOf(turn.expect)[0]) ?? picture;
      for (const card of picture.columns.flatMap(({ cards }) => cards)) {
        if (!card.key.startsWith('new ')) continue;
        number += 1;
        card.key = `${world.board.key}-${number}`;
      }
    }
  });
});

type Way = Exclude<Expect, { kind: 'either' }>;

function waysOf(expected: Expect): readonly Way[] {
  return expected.kind === 'either' ? expected.of.flatMap(waysOf) : [expected];
}

function pictureAfter(before: Picture, way: Way | undefined): Picture | null {
  if (way?.kind !== 'change') return null;
  const after = copyOf(before);
  for (const step of way.steps) step(after);
  return after;
}

/** A structured clone does not take symbols. */
function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one)])) as Value;
}

/** What an expectation names and nobody can find. */
function unknownIn(way: Way, { columns, archivedCards }: Picture, { board }: Case): readonly string[] {
  const cards = [...columns.flatMap((column) => column.cards), ...archivedCards];
  const keys = new Set(cards.map(({ key }) => key));
  const people = boardNamed(board).script.people.map(({ name }) => name);
  const labels = boardNamed(board)
    .board.labels()
    .map(({ name }) => name);
  const names = [...cards.map(({ title }) => title), ...columns.map(({ title }) => title), ...people, ...labels];
  switch (way.kind) {
    case 'change':
      return (way.anyOrder ?? []).filter((key) => !keys.has(key));
    case 'answer':
    case 'filter':
      return (way.cards ?? []).filter((key) => !keys.has(key));
    case 'ask':
      return way.choices.filter((choice) => !names.some((name) => name.includes(choice)));
    case 'back':
    case 'refuse':
      return [];
  }
}
