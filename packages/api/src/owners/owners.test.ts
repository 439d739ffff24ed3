import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
let bob: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
  bob = await app.user('Bob');
});
afterEach(() => app.close());

const names = async (caller = ann.caller) => (await caller.owners.list()).map(({ name }) => name);

it('an owner names another one, who may do as much from then on', async () => {
  expect(await names()).toEqual(['ann']);
  expect((await failureOf(bob.caller.owners.list())).code).toBe('FORBIDDEN');
  const owners = await ann.caller.owners.add({ username: 'Bob' });
  expect(owners).toEqual([
    { userId: ann.id, name: 'ann' },
    { userId: bob.id, name: 'Bob' },
  ]);
  expect((await bob.caller.auth.me()).owner).toBe(true);
  await bob.caller.owners.remove({ userId: ann.id });
  expect(await names(bob.caller)).toEqual(['Bob']);
  expect((await failureOf(ann.caller.assistant.get())).code).toBe('FORBIDDEN');
});

it('a name is found whatever its case, where only one is meant', async () => {
  await ann.caller.owners.add({ username: ' bob ' });
  expect(await names()).toEqual(['ann', 'Bob']);
  await app.user('CLEO');
  const cleo = await app.user('cleo');
  await ann.caller.owners.add({ username: 'cleo' });
  expect((await cleo.caller.auth.me()).owner).toBe(true);
  expect((await failureOf(ann.caller.owners.add({ username: 'Cleo' }))).code).toBe('NOT_FOUND');
});

it('nobody of that name is told, and changes nothing', async () => {
  expect(await failureOf(ann.caller.owners.add({ username: 'nobody' }))).toMatchObject({
    code: 'NOT_FOUND',
    message: 'There is nobody with this user name. Write it as they sign in with it.',
  });
  expect(await names()).toEqual(['ann']);
});

it('the last one stays, and who is none is removed already', async () => {
  expect((await failureOf(ann.caller.owners.remove({ userId: ann.id }))).code).toBe('CONFLICT');
  await ann.caller.owners.remove({ userId: bob.id });
  await ann.caller.owners.add({ username: 'Bob' });
  const both = await Promise.allSettled([
    ann.caller.owners.remove({ userId: ann.id }),
    bob.caller.owners.remove({ userId: bob.id }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
