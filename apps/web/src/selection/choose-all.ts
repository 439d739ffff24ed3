import type { BoardUi } from '../board/board-ui';
import { sayChosen } from './say-chosen';

/** Chooses all cards of the lane that has the focus; where they are chosen, and where no lane has it, all that are shown. */
export function chooseAll({ selection, shown }: Pick<BoardUi, 'selection' | 'shown'>): void {
  const { board } = shown.getState();
  const idsIn = (columnId: string) => board.cardsIn(columnId).map(({ id }) => id);
  const own = document.activeElement?.closest<HTMLElement>('[data-lane]')?.dataset['lane'];
  const lane = own === undefined ? [] : idsIn(own);
  const isWhole = lane.length > 0 && lane.every((id) => selection.get().has(id));
  selection.choose(lane.length === 0 || isWhole ? board.columns().flatMap(({ id }) => idsIn(id)) : lane);
  sayChosen({ selection });
}
