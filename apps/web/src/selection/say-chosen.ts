import type { Id } from '@talkan/board/model';
import { formatNumber, t } from '@talkan/words/words';
import { countCards } from '../board/actions';
import type { BoardUi } from '../board/board-ui';
import { announce } from '../ui/announce';

type Chooser = Pick<BoardUi, 'selection' | 'shown'>;

/** Says how many cards are chosen. */
export function sayChosen({ selection }: Pick<Chooser, 'selection'>): void {
  const count = selection.get().size;
  announce(count === 0 ? t`No card chosen.` : t`${countCards(count)} chosen.`);
}

/** Begins to pick cards by pressing them, with this one if there is one. */
export function pickAndSay({ selection }: Pick<Chooser, 'selection'>, cardId?: Id): void {
  selection.pick(cardId);
  const count = selection.get().size;
  if (count === 0) announce(t`Press cards to choose them.`);
  else announce(t`${countCards(count)} chosen. Press others to choose them, too.`);
}

/** Chooses a card, or lets go of it, and says so. */
export function toggleAndSay({ selection, shown }: Chooser, cardId: Id): void {
  const { board } = shown.getState();
  const card = board.card(cardId);
  if (!card) return;
  selection.toggle(cardId);
  const chosen = selection.get();
  const name = `${board.key}-${card.number}`;
  const count = formatNumber(chosen.size);
  announce(chosen.has(cardId) ? t`${name} chosen, ${count} in all.` : t`${name} no longer chosen, ${count} in all.`);
}
