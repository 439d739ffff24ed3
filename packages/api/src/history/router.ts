import { snapshotOf } from '@talkan/board/board';
import { ORIGINS } from '@talkan/board/change';
import type { ChangeDiff } from '@talkan/board/change-diff';
import { LIMITS } from '@talkan/board/limits';
import type { BoardSnapshot } from '@talkan/board/model';
import { id } from '@talkan/board/operation-parts';
import { atLeast } from '@talkan/board/roles';
import { z } from 'zod';
import type { Committed } from '../boards/commit.js';
import { entryName, FORWARD, isForward } from '../boards/entry-name.js';
import { boardProcedure } from '../trpc.js';
import { ARCHIVE_CURSOR, listArchived, type ArchivePage } from './archived.js';
import { listHistory, type HistoryPage } from './list.js';
import { diffEntry } from './diff.js';
import { boardAt } from './past.js';
import { purgeForEver } from './purge.js';
import { restorePast } from './restore.js';
import { findUndoable, type Undoable } from './undoable.js';

/** The number of a change; 0: before the first one. */
const moment = z.int().min(0);

/** What a board was, and the way back to it; part of `boards`. */
export const historyProcedures = {
  history: boardProcedure('viewer')
    .input(
      z.strictObject({
        boardId: id,
        before: z.int().min(1).optional(),
        limit: z.int().min(1).max(100).default(50),
        actorId: id.optional(),
        cardId: id.optional(),
        origin: z.enum(ORIGINS).optional(),
        withoutComments: z.boolean().optional(),
      }),
    )
    .query(({ ctx, input }): Promise<HistoryPage> => listHistory(ctx.services, { ...input, now: ctx.membership.seq })),

  diff: boardProcedure('viewer')
    .input(z.strictObject(entryName).refine(isForward, FORWARD))
    .query(({ ctx, input }): Promise<ChangeDiff> => diffEntry(ctx.services, input)),

  undoable: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id }))
    .query(async ({ ctx }): Promise<Undoable> => {
      if (!atLeast(ctx.membership.role, 'editor')) return { undo: null, redo: null };
      return findUndoable(ctx.services, { membership: ctx.membership, actorId: ctx.session.user.id });
    }),

  at: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id, seq: moment }))
    .query(async ({ ctx, input }): Promise<BoardSnapshot> => {
      return snapshotOf(await boardAt(ctx.services, { ...input, now: ctx.membership.seq }));
    }),

  restore: boardProcedure('editor')
    .input(z.strictObject({ boardId: id, seq: moment, cardId: id.optional(), changeId: id }))
    .mutation(({ ctx, input }): Promise<Committed> => {
      const author = { actorId: ctx.session.user.id, origin: ctx.request.origin };
      return restorePast(ctx.services, { ...input, ...author, now: ctx.membership.seq });
    }),

  archived: boardProcedure('viewer')
    .input(
      z.strictObject({
        boardId: id,
        query: z.string().max(LIMITS.title).optional(),
        before: z.string().regex(ARCHIVE_CURSOR).optional(),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .query(({ ctx, input }): Promise<ArchivePage> => listArchived(ctx.services, input)),

  purge: boardProcedure('owner')
    .input(z.strictObject({ boardId: id, entity: z.enum(['card', 'column']), id, changeId: id }))
    .mutation(({ ctx, input }): Promise<Committed> => {
      const { boardId, changeId, entity, id } = input;
      const author = { actorId: ctx.session.user.id, origin: ctx.request.origin };
      return purgeForEver(ctx.services, { boardId, changeId, ...author, row: { entity, id } });
    }),
};
