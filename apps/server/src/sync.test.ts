import { beforeAll, describe, expect, it } from 'vitest';
import { hasStrace, traceSyncs } from '../../../e2e/drill/sync/sync.js';
import { faultOf } from '../../../e2e/drill/sync/trace.js';
import { build } from './testing-process.js';

beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);

// Only Linux has strace, and not everywhere; `npm run drill` asks for it.
describe.runIf(hasStrace())('an acknowledgement, as the kernel sees it', () => {
  it('leaves after the write-ahead log was written and synced, and an earlier one would be noticed', async () => {
    const { summary, calls, changeIds } = await traceSyncs({ single: 4, crowds: 1 });
    expect(summary.faults).toEqual([]);
    expect(changeIds).toHaveLength(20);
    const unsynced = calls.filter(({ kind }) => kind !== 'synced');
    const unlogged = calls.filter(({ kind }) => kind !== 'logged');
    for (const changeId of changeIds) {
      expect(faultOf(unsynced, changeId)).toContain('before the log was synced');
      expect(faultOf(unlogged, changeId)).toContain('before it was laid into the log');
    }
  });
});
