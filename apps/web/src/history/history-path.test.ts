import { expect, it } from 'vitest';
import { historyPath, isHistory, momentIn } from './history-path';

it('names a moment by the number of its change', () => {
  expect(momentIn(historyPath(412))).toBe(412);
  expect(momentIn(historyPath(0))).toBe(0);
  expect(momentIn(`${historyPath(412)}/RM-4`)).toBe(412);
  expect(momentIn(historyPath())).toBeNull();
});

it('is told from what else there is on a board', () => {
  for (const address of ['/history', '/history/', '/history/3', '/history/3/RM-4']) {
    expect(isHistory(address), address).toBe(true);
  }
  for (const address of ['/', '/RM-4', '/archive', '/history/three', '/history/3/RM-4/more', '/historyx']) {
    expect(isHistory(address), address).toBe(false);
    expect(momentIn(address), address).toBeNull();
  }
});
