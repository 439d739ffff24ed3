import type { Board } from '@talkan/board/model';
import type { StageBase } from '../staging/stage.js';

const NOW = '2026-11-24T10:00:00.000Z';

/** What a turn of an owner, who is alone on the board, starts from. */
export function baseOf(board: Board, rest: Partial<StageBase> = {}): StageBase {
  return {
    board,
    archive: { cards: [], columns: [] },
    people: [{ id: 'somebody', name: 'sam' }],
    context: { actorId: 'somebody', role: 'owner', now: NOW },
    timeZone: 'UTC',
    ...rest,
  };
}
