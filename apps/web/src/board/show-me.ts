import { isCard, loadedKey } from '@talkan/board/decide-context';
import type { Card, Id } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { FROM_BOARD } from '../card/use-card-route';
import { chatVisibility, isAtSheet } from '../chat/visibility';
import { showFiltered } from '../filter/show-filtered';
import { nextFrame, soon } from '../ui/soon';
import { showToast } from '../ui/toast';
import type { BoardUi } from './board-ui';
import { openLane } from './open-lane';
import { ARCHIVE_PATH, boardPath } from './paths';
import { pointOut } from './pointed-out';
import { boardPage } from './the-page';

/**
 * Leads to these cards: the first that is on the board is scrolled to and gets the focus, and all of them stand out for some seconds. If
 * none is on it any more, to the archive.
 */
export function showMe(cardIds: readonly Id[]): void {
  void show(cardIds);
}

async function show(cardIds: readonly Id[]): Promise<void> {
  leaveForBoard();
  pointOut(cardIds);
  // What was closed gives the focus back first.
  await nextFrame();
  await nextFrame();
  // Nor is a phone's sheet out of the browser's history at once: another address would be left instead of it.
  await soon(() => (isAtSheet() ? null : true));
  const page = await soon(() => boardPage.get());
  if (!page) return;
  const { board } = page.whole.getState();
  const cards = cardIds.flatMap((id) => board.card(id) ?? []);
  if (cards.length === 0) return openArchive(page, cardIds);
  const shown = page.shown.getState().board;
  const seen = cards.filter(({ id, columnId }) => shown.cardsIn(columnId).some((card) => card.id === id));
  if (seen.length < cards.length)
    offerAll(
      cards.filter((card) => !seen.includes(card)),
      cardIds,
    );
  const [first] = seen;
  if (first) (await openLane(page, first.columnId))?.focusCard(first.id);
}

/** Closes what lies over the board: a card, a sheet, its past, and on a phone the conversation. */
function leaveForBoard(): void {
  chatVisibility(true).set(false);
  const root = /^\/b\/[^/]+/.exec(location.pathname)?.[0];
  if (root !== undefined && location.pathname !== root) history.pushState(null, '', root + location.search);
}

function openArchive({ whole }: BoardUi, cardIds: readonly Id[]): void {
  const { board, beside } = whole.getState();
  const names = cardIds.flatMap((id) => {
    const row = beside.shown.get(loadedKey('card', id));
    return row && isCard(row) ? `${board.key}-${row.number}` : [];
  });
  // One is looked up; several are the newest that were archived.
  const query = names.length === 1 && cardIds.length === 1 ? `?q=${names[0]}` : '';
  history.pushState(FROM_BOARD, '', boardPath(board.id) + ARCHIVE_PATH + query);
}

/** Says what filters hide of what was to be shown. */
function offerAll(hidden: readonly Card[], cardIds: readonly Id[]): void {
  const { board } = boardPage.get()?.whole.getState() ?? {};
  const [first] = hidden;
  showToast({
    message:
      hidden.length === 1 && first
        ? t`The filters hide ${`${board?.key}-${first.number}`}.`
        : plural(hidden.length, {
            one: 'The filters hide # of these cards.',
            other: 'The filters hide # of these cards.',
          }),
    action: { label: t`Clear filters`, run: () => void showAll(cardIds) },
  });
}

async function showAll(cardIds: readonly Id[]): Promise<void> {
  const before = boardPage.get();
  showFiltered({});
  await soon(() => (boardPage.get() === before ? null : boardPage.get()));
  await show(cardIds);
}
