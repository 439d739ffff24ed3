import type { Id } from '@talkan/board/model';
import { id } from '@talkan/board/operation-parts';
import { operations } from '@talkan/board/operations';
import { isRefusal, refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { z } from 'zod';
import type { Session } from '../auth/sessions.js';
import type { RequestInfo } from '../context.js';
import { historyProcedures } from '../history/router.js';
import { RefusalError } from '../refusal-error.js';
import { boardProcedure, protectedProcedure, router } from '../trpc.js';
import { boardAnswer, wholeBoardAnswer, type BoardAnswer } from './answers.js';
import { commitOperations, type ChangeRequest, type Committed } from './commit.js';
import { changes, present, watch } from './live/router.js';
import { readBoard } from './load.js';
import { entryName, FORWARD, isForward } from './entry-name.js';
import { findFirstBoard, listBoards, type BoardEntry } from './list.js';
import { markBoard, marking, type BoardMarks } from './marks.js';
import { boardWish, createBoard, type CreatedBoard } from './new-board.js';
import { glanceAtBoards, type BoardGlance } from './overview.js';
import { moveCard, type Moved } from './move-card.js';
import { saveBoard } from './save.js';
import { undoChange } from './undo.js';
import { wholeBoard, type WholeBoard } from './whole-board.js';

const LAST_ERA = 2 ** 31 - 1;
const refuseRestored = () =>
  refuse(
    'conflict',
    t`The server’s data was restored from a backup since then, so this can no longer be undone. Look at the board as it is now.`,
  );

export const boardsRouter = router({
  watch,
  changes,
  present,

  list: protectedProcedure.query(({ ctx }): Promise<BoardEntry[]> =>
    listBoards(ctx.services.db.lookUp, ctx.session.user.id),
  ),

  overview: protectedProcedure.query(({ ctx }): Promise<BoardGlance[]> =>
    glanceAtBoards(ctx.services, ctx.session.user.id),
  ),

  mark: boardProcedure('viewer')
    .input(marking)
    .mutation(({ ctx, input }): Promise<BoardMarks> =>
      markBoard(ctx.services, { ...input, userId: ctx.session.user.id }),
    ),

  create: protectedProcedure
    .input(boardWish.extend({ changeId: id }))
    .mutation(({ ctx, input: { changeId, ...wish } }): Promise<CreatedBoard> =>
      createBoard(ctx.services, { changeId, wish, ...authorOf(ctx) }),
    ),

  get: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id }))
    .query(async ({ ctx, input }): Promise<BoardAnswer> => {
      const board = await readBoard(ctx.services, input.boardId, ctx.membership.seq);
      return boardAnswer(board, ctx.membership.role);
    }),

  first: protectedProcedure.query(async ({ ctx }): Promise<{ boardId: Id; board: WholeBoard }> => {
    const first = await findFirstBoard(ctx.services.db.lookUp, ctx.session.user.id);
    if (isRefusal(first)) throw new RefusalError(first);
    const { boardId, seq } = first;
    return { boardId, board: wholeBoardAnswer(await readBoard(ctx.services, boardId, seq)) };
  }),

  // What each operation takes is decided with it: commenters may write comments.
  commit: boardProcedure('commenter')
    // Only how it came to be: what was typed as a command is told as one.
    .input(z.strictObject({ boardId: id, changeId: id, operations, origin: z.literal('command').optional() }))
    .mutation(async ({ ctx, input: { origin, ...input } }): Promise<Committed> => {
      const author = authorOf(ctx);
      const { seq, patches } = await commitOperations(ctx.services, {
        ...input,
        ...author,
        origin: origin ?? author.origin,
      });
      return { seq, patches };
    }),

  undo: boardProcedure('commenter')
    .input(
      z
        .strictObject({ ...entryName, changeId: id, era: z.int().min(0).max(LAST_ERA).optional() })
        .refine(isForward, FORWARD),
    )
    .mutation(async ({ ctx, input: { era, ...input } }): Promise<Committed> => {
      // Whoever waited for a server that was away means a change by its number, which may be another one by now.
      if (era !== undefined && era !== ctx.services.db.era) throw new RefusalError(refuseRestored());
      const { seq, patches } = await undoChange(ctx.services, { ...input, actorId: ctx.session.user.id });
      return { seq, patches };
    }),

  save: boardProcedure('editor')
    .input(z.strictObject({ boardId: id, changeId: id.optional(), board: wholeBoard }))
    .mutation(({ ctx, input }): Promise<WholeBoard> => {
      const { board: sent, ...rest } = input;
      return saveBoard(ctx.services, { ...rest, sent, seq: ctx.membership.seq, ...authorOf(ctx) });
    }),

  moveCard: boardProcedure('editor')
    .input(z.strictObject({ boardId: id, cardId: id, toBoardId: id, columnId: id, changeId: id }))
    .mutation(({ ctx, input }): Promise<Moved> => moveCard(ctx.services, { ...input, ...authorOf(ctx) })),

  ...historyProcedures,
});

function authorOf(ctx: { session: Session; request: RequestInfo }): Pick<ChangeRequest, 'actorId' | 'origin'> {
  return { actorId: ctx.session.user.id, origin: ctx.request.origin };
}
