import { beforeAll, describe, expect, it } from 'vitest';
import { killWriting } from '../../../e2e/drill/kill/kill.js';
import { killMigrating } from '../../../e2e/drill/kill/migrations.js';
import { build } from './testing-process.js';

beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);

// The drill of `npm run drill` in short.
describe('a server that is killed from one moment to the next', { timeout: 120_000 }, () => {
  it('has kept each change that it has acknowledged, once, and nothing in part', async () => {
    const { figures, faults } = await killWriting({ seed: 11, writers: 4, kills: 4, pause: 10 });
    expect(faults).toEqual([]);
    expect(figures['Kills (SIGKILL)']).toBe(4);
    expect(figures['Changes acknowledged, and on their writer’s list']).toBeGreaterThan(20);
  });

  it('in the middle of a migration finds its way from there at the next start', async () => {
    const { figures, faults } = await killMigrating({ seed: 11, rounds: 1, changes: 10_000 });
    expect(faults).toEqual([]);
    expect(figures['Kills while a schema was brought up to date']).toBeGreaterThan(0);
  });
});
