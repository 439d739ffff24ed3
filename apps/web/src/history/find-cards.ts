import type { Card } from '@talkan/board/model';

const MOST = 8;

/** The cards that a few typed letters mean: by number first, then by title. Nothing typed: the first ones on the board. */
export function findCards(cards: readonly Card[], boardKey: string, typed: string): readonly Card[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return cards.slice(0, MOST);
  const number = /^(?:([a-z]+)[- ]?)?(\d{1,9})$/.exec(wanted);
  const isKey = number?.[1] === undefined || number[1] === boardKey.toLocaleLowerCase();
  const digits = isKey ? number?.[2] : undefined;
  const numbered = digits === undefined ? [] : cards.filter((card) => String(card.number).startsWith(digits));
  const titled = cards.filter((card) => !numbered.includes(card) && card.title.toLocaleLowerCase().includes(wanted));
  return [...numbered.toSorted((one, other) => one.number - other.number), ...titled].slice(0, MOST);
}
