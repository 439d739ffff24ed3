import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, openTwice, testApp, type Person, type TestApp } from '../testing.js';
import { DEFAULT_LIMITS, type Limits } from './limit-values.js';
import { admit, noteUse } from './limits.js';
import { readSettings } from './settings.js';
import { sweepUses } from './sweep.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

async function setLimits(limits: Partial<Limits>): Promise<void> {
  const { version } = await readSettings(app.services);
  await ann.caller.assistant.save({ version, limits: { ...DEFAULT_LIMITS, ...limits } });
}

async function use(person: Person, tokens = 0): Promise<void> {
  const id = await admit(app.services, person.id);
  const usage = { prompt: tokens, completion: 0, cost: null };
  await noteUse(app.services, { id, boardId: person.boardId, usage });
}

const refused = (person: Person) => failureOf(admit(app.services, person.id));

describe('turns in a minute', () => {
  it('are counted for each person, and go on when the oldest is a minute old', async () => {
    await setLimits({ personTurns: 3 });
    await use(ann);
    app.clock.advance(20_000);
    await use(ann);
    await use(ann);
    const failure = await refused(ann);
    expect(failure.code).toBe('TOO_MANY_REQUESTS');
    expect(failure.message).toMatch(
      /^You have asked the assistant 3 times within a minute, which is the limit for one person\. Try again in (?:39|40) seconds\./,
    );
    expect(failure.retryAfter).toBeGreaterThanOrEqual(39);
    expect(failure.retryAfter).toBeLessThanOrEqual(40);
    await use(await app.user('bob'));
    app.clock.advance(40_000);
    await use(ann);
    expect((await refused(ann)).message).toContain('Try again in 20 seconds.');
  });

  it('are counted for all together', async () => {
    await setLimits({ allTurns: 2 });
    await use(ann);
    await use(await app.user('bob'));
    expect((await refused(await app.user('cleo'))).message).toContain(
      'All together you have asked the assistant 2 times',
    );
  });

  it('are counted before the answer is there, so that many at once are too many', async () => {
    await setLimits({ personTurns: 4 });
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => admit(app.services, ann.id)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  });

  it('are not bounded by 0', async () => {
    await setLimits({ personTurns: 0, allTurns: 0 });
    for (let turn = 0; turn < 30; turn += 1) await use(ann);
  });
});

describe('tokens in 24 hours', () => {
  it('are counted for each person, and go on when enough of them are a day old', async () => {
    await setLimits({ personTokens: 1_000 });
    await use(ann, 400);
    app.clock.advance(2 * HOUR_MS);
    await use(ann, 500);
    app.clock.advance(3 * HOUR_MS);
    await use(ann, 200);
    const failure = await refused(ann);
    expect(failure.message).toContain('You have used the 1,000 tokens that the assistant may take for one person');
    // By then 700 of them count.
    expect(failure.message).toContain('Try again in 19 hours.');
    app.clock.advance(18.9 * HOUR_MS);
    expect((await refused(ann)).message).toMatch(/Try again in [67] minutes\./);
    app.clock.advance(0.2 * HOUR_MS);
    await use(ann, 900);
    expect((await refused(ann)).message).toContain('Try again in 5 hours.');
  });

  it('are counted for all together', async () => {
    await setLimits({ allTokens: 1_000 });
    await use(ann, 1_000);
    const failure = await refused(await app.user('bob'));
    expect(failure.message).toContain('All together you have used the 1,000 tokens');
    expect(failure.message).toContain('an owner of this Talkan can change the limit');
  });

  it('let a turn go on that began before they were used', async () => {
    await setLimits({ personTokens: 1_000 });
    const early = await admit(app.services, ann.id);
    await use(ann, 1_000);
    await noteUse(app.services, { id: early, boardId: null, usage: null });
    expect((await refused(ann)).code).toBe('TOO_MANY_REQUESTS');
  });
});

it('what an endpoint tells that cannot be is counted as what can', async () => {
  for (const prompt of [0.4, 1.5, 1e300]) {
    const id = await admit(app.services, ann.id);
    await noteUse(app.services, { id, boardId: ann.boardId, usage: { prompt, completion: 0, cost: 0.001 } });
  }
  const rows = await app.services.db.read.selectFrom('assistant_uses').select('tokens').orderBy('tokens').execute();
  expect(rows.map(({ tokens }) => tokens)).toEqual([0, 2, 100_000_000]);
});

it('a small team does not meet the limits of a new Talkan', async () => {
  const bob = await app.user('bob');
  for (let turn = 0; turn < 15; turn += 1) {
    await use(ann, 4_000);
    await use(bob, 4_000);
  }
});

it('two processes count together, and both heed a change at once', async () => {
  const [one, two] = await openTwice();
  try {
    const zoe = await one.user('zoe');
    const limits = { ...DEFAULT_LIMITS, personTurns: 4 };
    await two.callerFor({ bearer: zoe.token }).assistant.save({ version: 0, limits });
    const all = Array.from({ length: 10 }, (_, turn) => admit((turn % 2 === 0 ? one : two).services, zoe.id));
    const admitted = await Promise.allSettled(all);
    expect(admitted.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    await one.callerFor({ bearer: zoe.token }).assistant.save({ version: 1, limits: DEFAULT_LIMITS });
    await admit(two.services, zoe.id);
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
});

it('who asked when is forgotten after 31 days', async () => {
  await use(ann, 5);
  app.clock.advance(30 * 24 * HOUR_MS);
  await use(ann, 7);
  expect(await sweepUses(app.services)).toBe(0);
  app.clock.advance(1.5 * 24 * HOUR_MS);
  expect(await sweepUses(app.services)).toBe(1);
  const rows = await app.services.db.read.selectFrom('assistant_uses').select('tokens').execute();
  expect(rows).toEqual([{ tokens: 7 }]);
});
