import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf, TEST_PASSWORD, testApp, type TestApp } from '../testing.js';

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.close());

const login = (username: string, password: string, address: string) =>
  app.callerFor({ address }).auth.login({ username, password });

it('turns away who sends too many sign-ins at once, and lets others in meanwhile', async () => {
  await app.user('ann');
  const flood = Array.from({ length: 60 }, (_, guest) => failureOf(login(`guest-${guest}`, 'wrong', '10.0.0.7')));
  expect((await login('ann', TEST_PASSWORD, '10.0.0.8')).token).not.toBeNull();
  const failures = await Promise.all(flood);
  const turnedAway = failures.filter((failure) => failure.code === 'TOO_MANY_REQUESTS');
  expect(turnedAway).toHaveLength(28);
  expect(turnedAway[0]?.message).toBe('Too many sign-ins at once. Wait 2 seconds, then try again.');
  expect(turnedAway[0]?.retryAfter).toBe(2);
  expect((await failureOf(login('guest', 'wrong', '10.0.0.7'))).code).toBe('UNAUTHORIZED');
});

it('turns away who comes when there are too many in all', async () => {
  const flood = Array.from({ length: 140 }, (_, guest) => failureOf(login('guest', 'wrong', `10.0.0.${guest}`)));
  const failures = await Promise.all(flood);
  expect(failures.filter((failure) => failure.code === 'TOO_MANY_REQUESTS')).toHaveLength(12);
});
