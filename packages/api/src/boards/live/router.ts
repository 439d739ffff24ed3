import { id } from '@talkan/board/operations';
import { atLeast } from '@talkan/board/roles';
import { z } from 'zod';
// Without it the compiler cannot name the type of a tracked subscription.
// oxlint-disable-next-line unicorn/require-module-specifiers, import/no-empty-named-blocks
import type {} from '@trpc/server/unstable-core-do-not-import';
import { boardProcedure, toTrpcError } from '../../trpc.js';
import type { DragPlace } from './events.js';
import { endPresence, notePresence } from './presence.js';
import { openStream, type LiveStream } from './stream.js';

const lastEventId = z.string().regex(/^\d{1,15}$/, 'Must be the number of a change, as text');

/** Everything that happens on a board, from now on or from after the change that the client has last seen. */
export const watch = boardProcedure('viewer')
  .input(z.strictObject({ boardId: id, lastEventId: lastEventId.optional() }))
  .subscription(({ ctx, input, signal }): LiveStream => {
    const { role, seq } = ctx.membership;
    const { tokenHash } = ctx.session;
    const tell = (error: unknown) => toTrpcError(error, ctx.request.requestId);
    const { boardId, lastEventId } = input;
    return openStream(ctx.services.live, { boardId, lastEventId, tokenHash, role, seq, signal, tell });
  });

const dragPlace = z.strictObject({ columnId: id, before: id.nullish(), after: id.nullish() });

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
    if (leave) await endPresence(ctx.services, window);
    else await notePresence(ctx.services, { ...window, cardId, draggingId, place: draggingId ? placeOf(place) : null });
    return {};
  });

function placeOf(place: z.output<typeof dragPlace> | null | undefined): DragPlace | null {
  return place ? { columnId: place.columnId, before: place.before ?? null, after: place.after ?? null } : null;
}
