import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { followHeard } from './follow-heard';
import { heardUnread } from './heard';

const key = ['unread'];
const client = new QueryClient();
const follow = () =>
  followHeard({
    cancel: () => client.cancelQueries({ queryKey: key }),
    put: (count) => client.setQueryData(key, count),
  });
let stop = () => {};

afterEach(() => {
  stop();
  client.clear();
  heardUnread.set(null);
});

it('a number that the server tells stands, whatever was asked for before it', async () => {
  client.setQueryData(key, 1);
  stop = follow();
  const answer = Promise.withResolvers<number>();
  const asked = client.fetchQuery({ queryKey: key, queryFn: () => answer.promise, retry: false }).catch(() => {});
  heardUnread.set(3);
  await expect.poll(() => client.getQueryData(key)).toBe(3);
  answer.resolve(2);
  await asked;
  expect(client.getQueryData(key)).toBe(3);
});

it('what is asked for after it stands, however long ago that was', async () => {
  heardUnread.set(3);
  client.setQueryData(key, 2);
  stop = follow();
  await Promise.resolve();
  expect(client.getQueryData(key)).toBe(2);
});
