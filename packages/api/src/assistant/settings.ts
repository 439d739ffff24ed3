import type { Time } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { isStorable } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { z } from 'zod';
import { parseJson } from '../chat/replies/records.js';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction } from '../db/open.js';
import { statement } from '../db/statement.js';
import { RefusalError } from '../refusal-error.js';
import { DEFAULT_LIMITS, limits, type Limits } from './limit-values.js';
import { endpointUrl } from './endpoint.js';

const MOST_TOKENS = 10_000_000;
/** With fewer there is no room for a board beside what a model is told to do with it. */
const LEAST_TOKENS = 4096;

/** The tokens that fit a model at once. */
export const contextTokens = z.int().min(LEAST_TOKENS).max(MOST_TOKENS);
export const modelName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(isStorable, 'Contains a NUL character or half of a surrogate pair');

/** The model that was chosen on the page, in place of the environment's. */
const savedModel = z.object({
  baseUrl: endpointUrl,
  model: modelName,
  contextTokens: contextTokens.nullable(),
  /** Where its key is: in the database, in the environment, or nowhere, for it needs none. */
  key: z.enum(['page', 'environment', 'none']),
});
export type SavedModel = z.infer<typeof savedModel>;

/** What was saved on the page. */
export interface Settings {
  /** 0: nothing yet. */
  readonly version: number;
  /** `null`: as the environment says. */
  readonly model: SavedModel | null;
  readonly sealedKey: string | null;
  readonly limits: Limits;
  readonly saved: { readonly at: Time; readonly by: string } | null;
}

const settingsRow = statement((db, _at: object) =>
  db
    .selectFrom('assistant_settings')
    .innerJoin('users', 'users.id', 'assistant_settings.saved_by')
    .selectAll('assistant_settings')
    .select('users.username'),
);

/** As they are now: another process may have saved them a moment ago. */
export async function readSettings({ db }: Pick<Services, 'db'>): Promise<Settings> {
  const [row] = await db.lookUp(settingsRow, {});
  if (!row) return { version: 0, model: null, sealedKey: null, limits: DEFAULT_LIMITS, saved: null };
  return {
    version: row.version,
    model: read(savedModel, row.model),
    sealedKey: row.sealed_key,
    limits: read(limits, row.limits) ?? DEFAULT_LIMITS,
    saved: { at: row.saved_at, by: row.username },
  };
}

/** What another version has written in another way is as if it had not been saved: nobody is kept out of their boards by it. */
function read<Value>(schema: z.ZodType<Value>, text: string | null): Value | null {
  return schema.safeParse(parseJson(text ?? '')).data ?? null;
}

/** What is to be saved; what is left out stays. */
export interface Saving {
  /** That of the settings that its author had in front of them. */
  readonly version: number;
  readonly userId: string;
  /** `null`: the environment's again. */
  readonly model?: { readonly chosen: SavedModel; readonly sealedKey: string | null } | null;
  readonly limits?: Limits;
}

/** @throws RefusalError where somebody else has saved in the meantime */
export async function saveSettings({ db, clock }: Services, saving: Saving): Promise<void> {
  const { version, userId, model, limits } = saving;
  await writeTransaction(db, async (trx) => {
    const row = await trx.selectFrom('assistant_settings').selectAll().executeTakeFirst();
    if ((row?.version ?? 0) !== version) throw new RefusalError(refuse('conflict', CHANGED()));
    const values = {
      id: 1,
      version: version + 1,
      model: row?.model ?? null,
      sealed_key: row?.sealed_key ?? null,
      limits: row?.limits ?? null,
      ...(model !== undefined && {
        model: model && JSON.stringify(model.chosen),
        sealed_key: model?.sealedKey ?? null,
      }),
      ...(limits && { limits: JSON.stringify(limits) }),
      saved_at: timeOf(clock),
      saved_by: userId,
    } as const;
    await trx.replaceInto('assistant_settings').values(values).execute();
  });
}

const CHANGED = () =>
  t`Somebody else has saved these settings in the meantime, so yours were not. Look at what they are now, then save again.`;
