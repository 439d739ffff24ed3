import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../db/make-backup.js';
import type { Caller } from '../root.js';
import { failureOf, openTwice, TEST_PASSWORD, testApp, type Person, type TestApp } from '../testing.js';
import { DEFAULT_LIMITS } from './limit-values.js';
import { readModel } from './model.js';

const KEY = 'sk-very-secret-key-1234';
const GIVEN = { baseUrl: 'https://given.example/v1', apiKey: 'sk-of-the-environment', model: 'given/model' };
const LOCAL = { baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b', contextTokens: 8192 };

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp({ model: GIVEN });
  ann = await app.user('ann');
});
afterEach(() => app.close());

const keep = { kind: 'keep' } as const;
const none = { kind: 'none' } as const;
const fresh = (value: string) => ({ kind: 'new', value }) as const;
type Wanted = NonNullable<Parameters<Caller['assistant']['save']>[0]['model']>;
const save = async (model: Wanted, caller = ann.caller) =>
  caller.assistant.save({ version: (await caller.assistant.get()).version, model });

describe('the model', () => {
  it('is the environment’s until another one is saved, and again after a reset', async () => {
    expect(await readModel(app.services)).toEqual(GIVEN);
    expect((await ann.caller.assistant.get()).model).toEqual({
      from: 'environment',
      baseUrl: GIVEN.baseUrl,
      model: GIVEN.model,
      contextTokens: null,
      rung: null,
      key: { from: 'environment', end: 'ment' },
      problem: null,
    });
    const { version, model, saved } = await save({ ...LOCAL, key: fresh(KEY) });
    expect(model).toMatchObject({ ...LOCAL, from: 'page', key: { from: 'page', end: '1234' } });
    expect(saved?.by).toBe('ann');
    expect(await readModel(app.services)).toEqual({ ...LOCAL, apiKey: KEY });
    expect((await ann.caller.assistant.reset({ version })).model).toMatchObject({ from: 'environment' });
    expect(await readModel(app.services)).toEqual(GIVEN);
  });

  it('needs no key on one’s own machine', async () => {
    await save({ ...LOCAL, contextTokens: null, key: none });
    const { baseUrl, model } = LOCAL;
    expect(await readModel(app.services)).toEqual({ baseUrl, model, apiKey: 'none' });
    expect((await ann.caller.assistant.get()).model.key).toEqual({ from: 'none', end: null });
  });

  it('is another one for every process at its next turn', async () => {
    const [one, two] = await openTwice();
    try {
      const zoe = await one.user('zoe');
      expect(await readModel(two.services)).toBeNull();
      await save({ ...LOCAL, key: fresh(KEY) }, zoe.caller);
      expect(await readModel(two.services)).toMatchObject({ model: 'qwen3:8b', apiKey: KEY });
      await save({ ...LOCAL, model: 'other', key: keep }, two.callerFor({ bearer: zoe.token }));
      expect(await readModel(one.services)).toMatchObject({ model: 'other', apiKey: KEY });
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
  });

  it('is at an address that is kept in one way, and holds no credentials', async () => {
    const at = async (baseUrl: string) => (await save({ ...LOCAL, baseUrl, key: none })).model.baseUrl;
    expect(await at(' HTTP://LocalHost:8080/v1/ ')).toBe('http://localhost:8080/v1');
    expect(await at('https://api.example.com:443/v1/chat/completions')).toBe('https://api.example.com/v1');
    for (const bad of [
      'openrouter',
      'ftp://a.example',
      'file:///etc/passwd',
      'https://a.example/v1?key=x',
      'http://',
    ]) {
      const failure = await failureOf(at(bad));
      expect(failure.fields?.map(({ path }) => path)).toEqual(['model.baseUrl']);
    }
    const failure = await failureOf(at('https://me:hunter22@a.example/v1'));
    expect(failure.message).toContain('Must not hold a user or a password');
    expect(failure.message).not.toContain('hunter22');
  });
});

it('what is saved in a way that cannot be read keeps nobody out, and can be saved anew', async () => {
  await save({ ...LOCAL, key: none });
  for (const junk of ['', '{', '{"baseUrl":1}', '[]']) {
    await app.services.db.write.updateTable('assistant_settings').set({ model: junk, limits: junk }).execute();
    expect(await readModel(app.services)).toEqual(GIVEN);
    expect((await ann.caller.auth.me()).assistant.ready).toBe(true);
    expect((await ann.caller.assistant.get()).limits).toEqual(DEFAULT_LIMITS);
  }
  expect((await save({ ...LOCAL, key: none })).model).toMatchObject({ from: 'page', ...LOCAL });
});

describe('the key', () => {
  it('is told to nobody, and is not in the database as it is', async () => {
    const answer = await save({ ...LOCAL, key: fresh(KEY) });
    const rows = await app.services.db.read.selectFrom('assistant_settings').selectAll().execute();
    expect(JSON.stringify([answer, await ann.caller.assistant.get(), rows])).not.toContain('sk-very');
  });

  it('that is short is not told even by its end', async () => {
    expect((await save({ ...LOCAL, key: fresh('sk-123456789') })).model.key).toEqual({ from: 'page', end: null });
  });

  it('is kept for the endpoint that it was given for, and for no other', async () => {
    await save({ ...LOCAL, key: fresh(KEY) });
    await save({ ...LOCAL, model: 'other', contextTokens: null, key: keep });
    expect(await readModel(app.services)).toMatchObject({ model: 'other', apiKey: KEY });
    const failure = await failureOf(save({ ...LOCAL, baseUrl: 'https://elsewhere.example/v1', key: keep }));
    expect(failure).toMatchObject({ code: 'BAD_REQUEST' });
    expect(failure.message).toContain('Enter the key for this endpoint');
    expect(await readModel(app.services)).toEqual({ baseUrl: LOCAL.baseUrl, model: 'other', apiKey: KEY });
  });

  it('of the environment is used for another model at the same endpoint, and for no other endpoint', async () => {
    const { model } = await save({ ...GIVEN_AT, model: 'better', key: keep });
    expect(model).toMatchObject({ from: 'page', key: { from: 'environment', end: 'ment' } });
    expect(await readModel(app.services)).toMatchObject({ model: 'better', apiKey: GIVEN.apiKey });
    expect((await failureOf(save({ ...LOCAL, key: keep }))).code).toBe('BAD_REQUEST');
  });

  it('goes nowhere where somebody changes the endpoint in the database', async () => {
    await save({ ...LOCAL, key: fresh(KEY) });
    const stolen = JSON.stringify({ ...LOCAL, baseUrl: 'https://evil.example/v1', key: 'page' });
    await app.services.db.write.updateTable('assistant_settings').set({ model: stolen }).execute();
    expect(await readModel(app.services)).toBeNull();
    const given = JSON.stringify({ ...LOCAL, key: 'environment' });
    await app.services.db.write.updateTable('assistant_settings').set({ model: given }).execute();
    expect(await readModel(app.services)).toBeNull();
  });

  it('must be one word of plain signs, and is not repeated where it is not', async () => {
    for (const bad of ['two words', 'line\nbreak', 'sk-ключ', 'x'.repeat(501)]) {
      const failure = await failureOf(save({ ...LOCAL, key: fresh(bad) }));
      expect(failure.fields?.map(({ path }) => path)).toEqual(['model.key.value']);
      expect(failure.message).not.toContain(bad);
    }
  });
});

const GIVEN_AT = { baseUrl: `${GIVEN.baseUrl}/`, contextTokens: null };

describe('a secret that is lost', () => {
  let folder = '';
  let databaseFile = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'talkan-secret-'));
    databaseFile = join(folder, 'talkan.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function opened(work: (opened: TestApp) => Promise<void>, secret?: string): Promise<void> {
    const here = await testApp({ databaseUrl: `file:${databaseFile}`, ...(secret !== undefined && { secret }) });
    try {
      await work(here);
    } finally {
      await here.close();
    }
  }

  it('is told in a sentence, commands go on, and a key that is entered again is good', async () => {
    let token = '';
    await opened(async (here) => {
      const zoe = await here.user('zoe');
      ({ token } = zoe);
      await save({ ...LOCAL, key: fresh(KEY) }, zoe.caller);
    });
    await rm(join(folder, 'talkan.secret'));
    await opened(async (here) => {
      const zoe = here.callerFor({ bearer: token });
      expect(await readModel(here.services)).toBeNull();
      const { model } = await zoe.assistant.get();
      expect(model).toMatchObject({ from: 'page', baseUrl: LOCAL.baseUrl, key: { from: 'page', end: null } });
      expect(model.problem).toContain('should enter the key again');
      expect((await zoe.auth.me()).assistant).toEqual({ ready: false, hint: model.problem });
      await save({ ...LOCAL, key: fresh(KEY) }, zoe);
      expect(await readModel(here.services)).toMatchObject({ apiKey: KEY });
    });
  });

  it('may come from the configuration instead, and is then in no file', async () => {
    let token = '';
    await opened(async (here) => {
      const zoe = await here.user('zoe');
      ({ token } = zoe);
      await save({ ...LOCAL, key: fresh(KEY) }, zoe.caller);
      expect(await readModel(here.services)).toMatchObject({ apiKey: KEY });
    }, 's'.repeat(40));
    await opened(async (here) => {
      expect(await readModel(here.services)).toBeNull();
      expect((await here.callerFor({ bearer: token }).assistant.get()).model.problem).not.toBeNull();
    }, 'other'.repeat(10));
  });

  it('is in no backup', async () => {
    await opened(async (here) => {
      await save({ ...LOCAL, key: fresh(KEY) }, (await here.user('zoe')).caller);
    });
    const secret = (await readFile(join(folder, 'talkan.secret'), 'utf8')).trim();
    const { file } = await backUp({ databaseFile });
    const bytes = (await readFile(file)).toString('latin1');
    expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain(KEY);
  });
});

describe('two owners at once', () => {
  it('do not overwrite each other unseen', async () => {
    const { version } = await ann.caller.assistant.get();
    await ann.caller.assistant.save({ version, limits: { ...DEFAULT_LIMITS, personTurns: 7 } });
    const failure = await failureOf(ann.caller.assistant.save({ version, limits: DEFAULT_LIMITS }));
    expect(failure.code).toBe('CONFLICT');
    expect((await failureOf(ann.caller.assistant.reset({ version }))).code).toBe('CONFLICT');
    expect((await ann.caller.assistant.get()).limits.personTurns).toBe(7);
  });

  it('keep what the other one saved elsewhere on the page', async () => {
    const { version } = await save({ ...LOCAL, key: none });
    const answer = await ann.caller.assistant.save({ version, limits: { ...DEFAULT_LIMITS, allTurns: 3 } });
    expect(answer.model).toMatchObject(LOCAL);
    expect((await ann.caller.assistant.reset({ version: answer.version })).limits.allTurns).toBe(3);
  });
});

describe('an owner of this Talkan', () => {
  it('is whoever came first, and says so', async () => {
    expect((await ann.caller.auth.me()).owner).toBe(true);
    const bob = await app.user('bob');
    expect((await bob.caller.auth.me()).owner).toBe(false);
    const failure = await failureOf(bob.caller.assistant.get());
    expect(failure).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('Only an owner of this Talkan'),
    });
  });

  it('has to have a password of their own first', async () => {
    const demo = await testApp({ firstUser: { username: 'user', password: 'password' } });
    const { token } = await demo.anonymous.auth.login({ username: 'user', password: 'password' });
    const user = demo.callerFor({ bearer: token });
    expect((await user.auth.me()).owner).toBe(true);
    const failure = await failureOf(user.assistant.get());
    expect(failure).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Change it first') });
    await user.auth.changePassword({ current: 'password', next: TEST_PASSWORD });
    expect((await user.assistant.get()).version).toBe(0);
    await demo.close();
  });
});
