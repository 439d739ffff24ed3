import type { Id, Time } from '@talkan/board/model';
import type { Queries } from '../../db/open.js';
import { listHistory, type HistoryEntry } from '../../history/list.js';
import { quote, quoteName } from '../prompt/data-block.js';
import { countIn, endIn, flagIn, idIn, startIn, type Found, type Lookup } from './lookup.js';
import { findCardNamed, placeOf } from './read-card.js';
import { readFinished, type Span } from './read-finished.js';
import { asText, type Fields } from '../replies/records.js';

const LIMIT = { usual: 20, most: 50 };
/** Of those of the history: each looks back 10,000 changes at most. */
const MOST_PAGES = 5;

/** What happened on the board, the last first, in the words of the history. @throws LookupProblem */
export async function readHistory(lookup: Lookup, fields: Fields): Promise<Found> {
  const { services, base, write } = lookup;
  const { board, timeZone } = base;
  const { read } = services.db;
  const since = startIn(fields, 'since', timeZone);
  const until = endIn(fields, 'until', timeZone);
  const personId = await actorIn(lookup, fields);
  const top = board.seq + 1;
  const span = {
    from: since === undefined ? 1 : await firstAt(read, board.id, { time: since, top }),
    before: until === undefined ? top : await firstAt(read, board.id, { time: until, top }),
    limit: countIn(fields, 'limit', LIMIT),
  };
  if (flagIn(fields, 'finished') === true) return readFinished(lookup, span, personId);
  const by = personId === undefined ? '' : ` by ${write.person(personId)}`;
  const card = fields['cardId'] ? await findCardNamed(lookup, fields) : undefined;
  const { entries, isAll } = await readSpan(lookup, { span, cardId: card?.id, actorId: personId });
  return {
    head: card ? `history of ${write.card(card)}, now ${placeOf(lookup, card)}` : `history${by}, the last change first`,
    lines: entries.map((entry) => `${write.date(entry.at)} ${quoteName(entry.actor.name)}: ${quote(entry.sentence)}`),
    more: isAll ? 0 : null,
    hint: earlierHint(entries.at(-1)?.at, lookup),
    sentence: `Looks at the history${card ? ` of ${board.key}-${card.number}` : ''}${by}.`,
    shows: null,
  };
}

/** Who did it: a member, or somebody who has left since. @throws LookupProblem */
async function actorIn({ services, base, names }: Lookup, fields: Fields): Promise<Id | undefined> {
  const name = asText(fields['person']).trim().replace(/^@/, '');
  if (name !== '' && names.resolve('person', name) === null) {
    const gone = await services.db.read
      .selectFrom('users')
      .innerJoin('changes', 'changes.actor_id', 'users.id')
      .select('users.id')
      .where('changes.board_id', '=', base.board.id)
      .where('users.username', '=', name)
      .limit(1)
      .executeTakeFirst();
    if (gone) return gone.id;
  }
  return idIn(fields, 'person', { entity: 'person', names });
}

function earlierHint(at: Time | undefined, { write }: Lookup): string {
  return at === undefined ? 'Set since and until.' : `Earlier ones: set until to ${write.clock.dayOf(at)}.`;
}

interface Reading {
  readonly span: Span;
  readonly cardId: Id | undefined;
  readonly actorId: Id | undefined;
}

async function readSpan(
  { services, base }: Lookup,
  { span, cardId, actorId }: Reading,
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly isAll: boolean }> {
  const { from, limit } = span;
  const { id: boardId, seq: now } = base.board;
  const entries: HistoryEntry[] = [];
  let before: number | null = span.before;
  for (let pages = 0; before !== null && before > from && pages < MOST_PAGES; pages += 1) {
    const page = await listHistory(services, { boardId, before, limit: limit - entries.length, cardId, actorId, now });
    entries.push(...page.entries.filter(({ seq }) => seq >= from));
    before = page.next;
    if (entries.length >= limit) break;
  }
  return { entries, isAll: before === null || before <= from };
}

/** The first change at this time or later; `top` where there is none. Later changes never have an earlier time by much. */
async function firstAt(db: Queries, boardId: Id, { time, top }: { time: Time; top: number }): Promise<number> {
  let [low, high] = [1, top];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await db
      .selectFrom('changes')
      .select('at')
      .where('board_id', '=', boardId)
      .where('seq', '=', middle)
      .executeTakeFirst();
    if (row === undefined || row.at < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
