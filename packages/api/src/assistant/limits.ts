import { randomUUID } from 'node:crypto';
import type { Id, Time } from '@talkan/board/model';
import { formatNumber, plural, t } from '@talkan/words/words';
import { sql } from 'kysely';
import type { Usage } from '../chat/endpoint/usage.js';
import type { Services } from '../context.js';
import { DatabaseBusyError } from '../db/busy.js';
import { writeTransaction, type Queries } from '../db/open.js';
import { StorageError } from '../db/storage-error.js';
import { ApiError } from '../refusal-error.js';
import type { Limits } from './limit-values.js';
import { readSettings } from './settings.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** No turn takes as many; an endpoint may tell anything. */
const MOST_TOKENS = 100_000_000;

/** One of the limits, as it holds for somebody. */
interface Rule {
  readonly of: 'turns' | 'tokens';
  readonly most: number;
  /** Left out: everybody together. */
  readonly userId?: Id;
}

const SPANS = { turns: MINUTE_MS, tokens: DAY_MS } as const;

/**
 * Lets somebody ask the model, and counts that as a turn: before it is asked, so that several at once are counted, too. What is understood
 * without a model is not to be brought here.
 * @returns the use, to be completed by `noteUse`
 * @throws ApiError 429 with a sentence that says which limit it is, and when it goes on
 */
export async function admit(services: Services, userId: Id): Promise<Id> {
  const { limits } = await readSettings(services);
  const id = randomUUID();
  await writeTransaction(services.db, async (trx) => {
    const now = services.clock();
    for (const rule of rulesFor(limits, userId)) {
      const until = await blockedUntil(trx, rule, now);
      if (until !== null) throw tooMuch(rule, until - now);
    }
    const use = { id, user_id: userId, board_id: null, at: isoTime(now), tokens: 0, cost: null };
    await trx.insertInto('assistant_uses').values(use).execute();
  });
  return id;
}

function rulesFor(limits: Limits, userId: Id): readonly Rule[] {
  const rules: readonly Rule[] = [
    { of: 'turns', most: limits.personTurns, userId },
    { of: 'tokens', most: limits.personTokens, userId },
    { of: 'turns', most: limits.allTurns },
    { of: 'tokens', most: limits.allTokens },
  ];
  return rules.filter(({ most }) => most > 0);
}

/** When so much of what was used has become old that it goes on; `null`: at once. */
async function blockedUntil(db: Queries, rule: Rule, now: number): Promise<number | null> {
  const span = SPANS[rule.of];
  const since = isoTime(now - span);
  const used = await usedSince(db, rule, since);
  if (used < rule.most) return null;
  const at = await lastOverLimit(db, rule, since);
  return Date.parse(at) + span;
}

function usesSince(db: Queries, { userId }: Rule, since: Time) {
  const uses = db.selectFrom('assistant_uses').where('at', '>', since);
  return userId === undefined ? uses : uses.where('user_id', '=', userId);
}

async function usedSince(db: Queries, rule: Rule, since: Time): Promise<number> {
  const amount = rule.of === 'turns' ? sql<number>`count(*)` : sql<number>`coalesce(sum(tokens), 0)`;
  const row = await usesSince(db, rule, since).select(amount.as('used')).executeTakeFirstOrThrow();
  return row.used;
}

/** The newest use that, with all that came after it, is as much as is allowed: as long as it counts, nothing more is. */
async function lastOverLimit(db: Queries, rule: Rule, since: Time): Promise<Time> {
  const amount = rule.of === 'turns' ? sql.lit(1) : sql.ref('tokens');
  const summed = usesSince(db, rule, since).select([
    'at',
    sql<number>`sum(${amount}) over (order by at desc, id)`.as('used'),
  ]);
  const row = await db
    .selectFrom(summed.as('summed'))
    .select('at')
    .where('used', '>=', rule.most)
    .orderBy('used')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.at;
}

/** What a turn that was let in has come to. */
export interface Use {
  /** What `admit` gave. */
  readonly id: Id;
  /** `null`: it was about none. */
  readonly boardId: Id | null;
  /** `null`: the endpoint does not tell. */
  readonly usage: Usage | null;
}

/** Notes what a turn has used, however it ended. Nobody loses an answer because that cannot be written down. */
export async function noteUse(services: Services, { id, boardId, usage }: Use): Promise<void> {
  const tokens = usage ? Math.min(Math.round(usage.prompt + usage.completion), MOST_TOKENS) : 0;
  const use = { board_id: boardId, tokens, cost: usage?.cost ?? null };
  try {
    await services.db.write.updateTable('assistant_uses').set(use).where('id', '=', id).execute();
  } catch (error) {
    if (!(error instanceof DatabaseBusyError || error instanceof StorageError)) throw error;
  }
}

const OTHERWISE = () => t`Plain commands work all the same, and an owner of this Talkan can change the limit.`;

function tooMuch(rule: Rule, waitMs: number): ApiError {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
  const message = `${complaintOf(rule)} ${t`Try again in ${tellWait(waitMs)}.`} ${OTHERWISE()}`;
  return new ApiError({ kind: 'too_many_requests', message, retryAfter });
}

function complaintOf({ of, most, userId }: Rule): string {
  const amount = formatNumber(most);
  if (of === 'turns') {
    return userId === undefined
      ? plural(most, {
          one: 'All together you have asked the assistant once within a minute, which is the limit here.',
          other: 'All together you have asked the assistant # times within a minute, which is the limit here.',
        })
      : plural(most, {
          one: 'You have asked the assistant once within a minute, which is the limit for one person.',
          other: 'You have asked the assistant # times within a minute, which is the limit for one person.',
        });
  }
  return userId === undefined
    ? t`All together you have used the ${amount} tokens that the assistant may take here within 24 hours.`
    : t`You have used the ${amount} tokens that the assistant may take for one person within 24 hours.`;
}

function tellWait(ms: number): string {
  if (ms <= MINUTE_MS) return plural(Math.max(1, Math.ceil(ms / 1000)), { one: '# second', other: '# seconds' });
  if (ms <= HOUR_MS) return plural(Math.ceil(ms / MINUTE_MS), { one: '# minute', other: '# minutes' });
  return plural(Math.ceil(ms / HOUR_MS), { one: '# hour', other: '# hours' });
}

function isoTime(ms: number): Time {
  return new Date(ms).toISOString();
}
