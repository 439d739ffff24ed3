import type { Id } from '@talkan/board/model';
import type { Clock } from '../../clock.js';
import type { Services } from '../../context.js';
import { writeTransaction, type Queries } from '../../db/open.js';
import { presenceEvent, type DragPlace, type LiveEvent, type PresentPerson } from './events.js';

/** How long somebody is taken to be there who does not say so again. */
export const PRESENCE_MS = 30_000;
/** Who says the same again within this time has been heard already: it would only be one more write. */
const FRESH_MS = 10_000;
/** Windows of one person on one board; the one that was heard of longest ago gives way. */
const WINDOWS = 10;
/** Everybody is told of everybody: more than this is no longer a list of people but a crowd. */
const SHOWN = 100;

export interface Sighting {
  readonly boardId: Id;
  readonly userId: Id;
  readonly clientId: Id;
  readonly cardId: Id | null;
  readonly draggingId: Id | null;
  readonly place: DragPlace | null;
}

/** Notes where somebody is, for the next 30 s. */
export async function notePresence(services: Services, sighting: Sighting): Promise<void> {
  const { boardId, userId, clientId, cardId, draggingId } = sighting;
  const now = services.clock();
  if (await isFresh(services.db.read, sighting, now)) return;
  const row = {
    board_id: boardId,
    user_id: userId,
    client_id: clientId,
    card_id: cardId,
    dragging_id: draggingId,
    drag_place: placeJson(sighting),
    expires_at: isoTime(now + PRESENCE_MS),
  };
  await writeTransaction(services.db, async (trx) => {
    await trx.deleteFrom('presence').where('expires_at', '<=', isoTime(now)).execute();
    await trx.replaceInto('presence').values(row).execute();
    const windows = await trx
      .selectFrom('presence')
      .select('client_id')
      .where('board_id', '=', boardId)
      .where('user_id', '=', userId)
      .where('client_id', '!=', clientId)
      .orderBy('expires_at', 'desc')
      .execute();
    const surplus = windows.slice(WINDOWS - 1).map((window) => window.client_id);
    if (surplus.length === 0) return;
    await trx
      .deleteFrom('presence')
      .where('board_id', '=', boardId)
      .where('user_id', '=', userId)
      .where('client_id', 'in', surplus)
      .execute();
  });
  services.live.wake(boardId);
}

/** Somebody has closed the board in this window. */
export async function endPresence(
  services: Services,
  { boardId, userId, clientId }: Pick<Sighting, 'boardId' | 'userId' | 'clientId'>,
): Promise<void> {
  await services.db.write
    .deleteFrom('presence')
    .where('board_id', '=', boardId)
    .where('user_id', '=', userId)
    .where('client_id', '=', clientId)
    .execute();
  services.live.wake(boardId);
}

async function isFresh(db: Queries, sighting: Sighting, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('presence')
    .select(['card_id', 'dragging_id', 'drag_place'])
    .where('board_id', '=', sighting.boardId)
    .where('user_id', '=', sighting.userId)
    .where('client_id', '=', sighting.clientId)
    .where('expires_at', '>', isoTime(now + PRESENCE_MS - FRESH_MS))
    .executeTakeFirst();
  if (!row) return false;
  const { cardId, draggingId } = sighting;
  return row.card_id === cardId && row.dragging_id === draggingId && row.drag_place === placeJson(sighting);
}

function placeJson({ place }: Sighting): string | null {
  return place && JSON.stringify(place);
}

/** Who is there, in an order that does not jump. */
export async function readPresence(db: Queries, boardId: Id, clock: Clock): Promise<LiveEvent> {
  const rows = await db
    .selectFrom('presence')
    .innerJoin('users', 'users.id', 'presence.user_id')
    .innerJoin('members', (join) =>
      join.onRef('members.user_id', '=', 'presence.user_id').onRef('members.board_id', '=', 'presence.board_id'),
    )
    .select([
      'presence.client_id as clientId',
      'presence.user_id as userId',
      'users.username as name',
      'presence.card_id as cardId',
      'presence.dragging_id as draggingId',
      'presence.drag_place as place',
    ])
    .where('presence.board_id', '=', boardId)
    .where('presence.expires_at', '>', isoTime(clock()))
    .orderBy('users.username')
    .orderBy('presence.client_id')
    .limit(SHOWN)
    .execute();
  return presenceEvent(
    rows.map((row): PresentPerson => ({
      ...row,
      place: row.place === null ? null : (JSON.parse(row.place) as DragPlace),
    })),
  );
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
