import { itemsOf } from '@talkan/board/decide-checklists';
import type { Card, Id } from '@talkan/board/model';
import { findByName, nearNames, type NamedRow } from './find-by-name.js';

/** What a card has that can be named within it. */
export type Part = 'checklist' | 'item';

/** A checklist by its title, an item by its text, or either by its place on the card: `l1`, `i3`. */
export function findPart(card: Card, part: Part, name: string): Id | null {
  const rows = partsOf(card, part);
  const [, place] = (part === 'checklist' ? /^l?(\d{1,3})$/i : /^i?(\d{1,3})$/i).exec(name) ?? [];
  const found = findByName(rows, name);
  return found ?? (place === undefined ? null : (rows[Number(place) - 1]?.id ?? null));
}

/** The only checklist of a card. */
export function onlyChecklist(card: Card): Id | null {
  const [only, ...others] = card.checklists;
  return only !== undefined && others.length === 0 ? only.id : null;
}

export function nearParts(card: Card, part: Part, name: string): string[] {
  return nearNames(partsOf(card, part), name);
}

function partsOf(card: Card, part: Part): readonly NamedRow[] {
  if (part === 'checklist') return card.checklists.map(({ id, title }) => ({ id, name: title }));
  return itemsOf(card).map(({ id, text }) => ({ id, name: text }));
}
