import { addCards } from '@talkan/board/compose-cards';
import { itemTexts } from '@talkan/board/compose-checklists';
import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import type { ClipboardEvent } from 'react';
import { commitTogether } from '../selection/commit-together';
import type { BoardStore } from '../sync/board-state';
import { newId } from '../sync/new-id';
import { countCards } from './actions';
import type { AddCardProps } from './add-card';
import { sayIfOver } from './limit';

/** Two may be one title that was broken somewhere. */
const LEAST_LINES = 3;

/** Makes a card of each line of a list that is pasted into the field for new cards; returns the first of them, or nothing where it is no list. */
export function pasteCards(
  event: ClipboardEvent<HTMLTextAreaElement>,
  store: BoardStore,
  { columnId, title, place }: Pick<AddCardProps, 'columnId' | 'title' | 'place'>,
): Id | undefined {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const pasted = event.clipboardData.getData('text/plain');
  const titles = itemTexts(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
  if (itemTexts(pasted).length < LEAST_LINES) return;
  event.preventDefault();
  const { board, whole = board } = store.getState();
  const operations = addCards(board, { columnId, place, titles }, { newId });
  const count = whole.cardsIn(columnId).length + titles.length;
  const said = sayIfOver(t`${countCards(titles.length)} added to ${title}`, whole.column(columnId), count);
  if (!commitTogether(store, operations, said)) return;
  const [first] = operations;
  return first?.type === 'card.create' ? first.cardId : undefined;
}
