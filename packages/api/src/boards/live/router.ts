import { id } from '@talkan/board/operation-parts';
import { atLeast } from '@talkan/board/roles';
import { z } from 'zod';
// Without it the compiler cannot name the type of a tracked subscription.
// oxlint-disable-next-line unicorn/require-module-specifiers, import/no-empty-named-blocks
import type {} from '@trpc/server/unstable-core-do-not-import';
import { StorageError } from '../../db/storage-error.js';
import { boardProcedure, toTrpcError } from '../../trpc.js';
import type { DragPlace, PlainChange } from './events.js';
import { endPresence, notePresence } from './presence.js';
import { CHANGES_PAGE, listChanges } from './read.js';
import { openStream, type LiveStream } from './stream.js';

const lastEventId = z.string().regex(/^\d{1,15}$/, 'Must be the number of a change, as text');

/** Everything that happens on a board, from now on or from after the change that the client has last seen. */
export const watch = boardProcedure('viewer')
  .input(z.strictObject({ boardId: id, lastEventId: lastEventId.optional() }))
  .subscription(({ ctx, input, signal }): LiveStream => {
    const { role, seq } = ctx.membership;
    const { tokenHash, user } = ctx.session;
    const tell = (error: unknown) => toTrpcError(error, ctx.request.requestId);
    const { boardId, lastEventId } = input;
    return openStream(ctx.services.live, { boardId, lastEventId, tokenHash, userId: user.id, role, seq, signal, tell });
  });

/** A page of a board's log. */
export interface ChangesPage {
  /** In the order of `seq`. Fewer than were asked for where they are large; none: there are no more. */
  readonly changes: readonly PlainChange[];
  /** How far the board's log is. */
  readonly seq: number;
}

/** What was changed after the change numbered `after`: for who has missed some of it, or goes through it step by step. */
export const changes = boardProcedure('viewer')
  .input(
    z.strictObject({
      boardId: id,
      after: z.int().min(0),
      limit: z.int().min(1).max(CHANGES_PAGE).default(CHANGES_PAGE),
    }),
  )
  .query(async ({ ctx, input }): Promise<ChangesPage> => {
    const changes = await listChanges(ctx.services.db.read, input);
    return { changes, seq: Math.max(ctx.membership.seq, changes.at(-1)?.seq ?? 0) };
  });

/** Each of them is told to everybody who watches. */
const MOST_CARRIED = 200;

const dragPlace = z.strictObject({
  columnId: id,
  before: id.nullish(),
  after: id.nullish(),
  others: z.array(id).max(MOST_CARRIED).readonly().optional(),
});

/** Says that the caller has the board open in this window, and what they are at; to be said again every 20 s. */
export const present = boardProcedure('viewer')
  .input(
    z.strictObject({
      boardId: id,
      clientId: id,
      cardId: id.nullish(),
      draggingId: id.nullish(),
      place: dragPlace.nullish(),
      leave: z.boolean().optional(),
    }),
  )
  .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
    const { boardId, clientId, cardId = null, place, leave = false } = input;
    const window = { boardId, clientId, userId: ctx.session.user.id };
    // Who may move nothing has nothing in hand, whatever they say.
    const draggingId = atLeast(ctx.membership.role, 'editor') ? (input.draggingId ?? null) : null;
    const sighting = { ...window, cardId, draggingId, place: draggingId ? placeOf(place) : null };
    try {
      await (leave ? endPresence(ctx.services, window) : notePresence(ctx.services, sighting));
    } catch (error) {
      // Who looks at a board that cannot be saved need not hear of it each time: `watch` tells them once.
      if (!(error instanceof StorageError)) throw error;
    }
    return {};
  });

function placeOf(place: z.output<typeof dragPlace> | null | undefined): DragPlace | null {
  if (!place) return null;
  const { columnId, before = null, after = null, others } = place;
  return { columnId, before, after, ...(others && { others }) };
}
