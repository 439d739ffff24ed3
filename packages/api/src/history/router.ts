import { snapshotOf } from '@talkan/board/board';
import type { BoardSnapshot } from '@talkan/board/model';
import { id } from '@talkan/board/operations';
import { z } from 'zod';
import { boardProcedure } from '../trpc.js';
import { boardAt } from './past.js';

/** The number of a change; 0: before the first one. */
const moment = z.int().min(0);

/** What a board was, and the way back to it; part of `boards`. */
export const historyProcedures = {
  at: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id, seq: moment }))
    .query(async ({ ctx, input }): Promise<BoardSnapshot> => {
      return snapshotOf(await boardAt(ctx.services, { ...input, now: ctx.membership.seq }));
    }),
};
