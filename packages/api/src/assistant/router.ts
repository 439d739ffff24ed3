import { refuse } from '@talkan/board/refusal';
import { z } from 'zod';
import { ladderOf } from '../chat/endpoint/ladder.js';
import type { Services } from '../context.js';
import { ownerProcedure, router } from '../trpc.js';
import { limits } from './limit-values.js';
import { chooseModel, configOf, KEY_LOST, keyFor } from './model.js';
import { RefusalError } from '../refusal-error.js';
import { readSettings, saveSettings } from './settings.js';
import { tryModel, type Tried } from './try-model.js';
import { keepable, wantedModel } from './wanted-model.js';

/** Of the settings that somebody has in front of them. */
const version = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Shorter keys would be told as good as whole. */
const LEAST_KEY = 16;
const SHOWN = 4;

export const assistantRouter = router({
  /** What is set, and where. Of a key no more than its end. */
  get: ownerProcedure.query(({ ctx }) => tellSettings(ctx.services)),

  /** What is left out stays as it is. */
  save: ownerProcedure
    .input(z.strictObject({ version, model: wantedModel.optional(), limits: limits.optional() }))
    .mutation(async ({ ctx, input }) => {
      const { services, session } = ctx;
      const { version, model, limits } = input;
      const kept = model && (await keepable(services, await readSettings(services), model));
      const saving = { version, userId: session.user.id, ...(kept && { model: kept }), ...(limits && { limits }) };
      await saveSettings(services, saving);
      return tellSettings(services);
    }),

  /** Asks the model for one change to a toy board, saved or not. It can be given up at any time, and ends after 60 seconds. */
  test: ownerProcedure.input(wantedModel).mutation(async ({ ctx, input, signal }): Promise<Tried> => {
    const { services, session } = ctx;
    const { chosen, sealedKey } = await keepable(services, await readSettings(services), input);
    const apiKey = await keyFor(services, chosen, sealedKey);
    if (apiKey === null) throw new RefusalError(refuse('invalid', KEY_LOST()));
    return tryModel(services, { config: configOf(chosen, apiKey), userId: session.user.id, signal });
  }),

  /** Back to the model that the environment names; the key that was saved is forgotten. */
  reset: ownerProcedure.input(z.strictObject({ version })).mutation(async ({ ctx, input }) => {
    const { services, session } = ctx;
    await saveSettings(services, { ...input, userId: session.user.id, model: null });
    return tellSettings(services);
  }),
});

async function tellSettings(services: Services) {
  const settings = await readSettings(services);
  const { version, model: saved, limits, saved: last } = settings;
  const { model: given } = services;
  const { from, key, config, problem } = await chooseModel(services, settings);
  const shown = saved ?? given;
  return {
    version,
    saved: last,
    limits,
    /** What a reset goes back to. */
    environment: given && { baseUrl: given.baseUrl, model: given.model },
    model: {
      from,
      baseUrl: shown?.baseUrl ?? null,
      model: shown?.model ?? null,
      contextTokens: shown?.contextTokens ?? null,
      /** How it is asked at present; `null`: not known. */
      rung: config && ladderOf(services).rungShown(config),
      key: { from: key, end: config && key !== 'none' ? endOf(config.apiKey) : null },
      problem,
    },
  };
}

function endOf(key: string): string | null {
  return key.length < LEAST_KEY ? null : key.slice(-SHOWN);
}
