import { z } from 'zod';
import type { Services } from '../context.js';
import { ownerProcedure, router } from '../trpc.js';
import { limits } from './limit-values.js';
import { chooseModel } from './model.js';
import { readSettings, saveSettings } from './settings.js';
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
      key: { from: key, end: config && key !== 'none' ? endOf(config.apiKey) : null },
      problem,
    },
  };
}

function endOf(key: string): string | null {
  return key.length < LEAST_KEY ? null : key.slice(-SHOWN);
}
