import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { STEPS } from '@talkan/api/testing-old-database';
import { startServer, type TalkanServer } from '../../support/server.ts';
import { apiOf } from '../client.ts';
import { createDice } from '../dice.ts';
import type { Summary } from '../summary.ts';
import { damageIn, withCopy } from './autopsy.ts';
import { killStarting } from './kill.ts';
import { contentOf, prepareOldDatabase, schemaOf, type OldDatabase } from './old-database.ts';
import { endsWithinTransaction } from './wal.ts';

export interface MigrationOptions {
  readonly seed: number;
  readonly rounds: number;
  /** Changes in the old log: so many that the steps take a while. */
  readonly changes: number;
}

/** What the old database knows: the steps that come after it have a log to go through. */
const OLD_STEPS = 2;
const LONGEST_START_MS = 10_000;
/** Killed more than once in a row. */
const AGAIN = 0.4;

/** Starts the server on an old database and kills it while it changes the schema. The next start must find its way from there. */
export async function killMigrating({ seed, rounds, changes }: MigrationOptions): Promise<Summary> {
  const dice = createDice(seed * 7_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'talkan-old-'));
  const server = await startServer({ LOG_LEVEL: 'warn' });
  const file = server.databaseUrl.slice('file:'.length);
  const faults: string[] = [];
  const counts = { kills: 0, unfinished: 0, within: 0 };
  try {
    const old = await prepareOldDatabase(folder, OLD_STEPS, changes);
    await server.crash();
    await old.lay(file);
    const content = withCopy(file, contentOf);
    const wholeMs = await timeOf(() => server.start());
    const wholeBytes = sizeOfWal(file);
    for (let round = 1; round <= rounds; round += 1) {
      await server.crash();
      await old.lay(file);
      do {
        await killStarting(
          server,
          dice.chance(0.5) ? wait(dice.below(wholeMs)) : written(file, dice.below(wholeBytes)),
        );
        counts.kills += 1;
        if (endsWithinTransaction(file)) counts.within += 1;
        const found = inspect(file, old, content);
        if (found.steps < STEPS.length) counts.unfinished += 1;
        faults.push(...found.faults.map((fault) => `After kill ${counts.kills} of a migration: ${fault}`));
      } while (dice.chance(AGAIN));
      faults.push(...(await startAfter(server, old)).map((fault) => `After round ${round} of migrations: ${fault}`));
      const { steps, faults: left } = inspect(file, old, content);
      faults.push(...left, ...(steps === STEPS.length ? [] : [`Round ${round} ended with ${steps} steps.`]));
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    faults,
    figures: {
      'Kills while a schema was brought up to date': counts.kills,
      '… before its last step was done': counts.unfinished,
      '… in the middle of a step, its transaction half written': counts.within,
    },
  };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

/** Until so much stands in the write-ahead log. */
async function written(file: string, bytes: number): Promise<void> {
  const until = Date.now() + LONGEST_START_MS;
  while (sizeOfWal(file) <= bytes && Date.now() < until) await wait(1);
}

function sizeOfWal(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** A step is there with all that it makes, or not at all. */
function inspect(file: string, { schemas }: OldDatabase, content: string): { steps: number; faults: string[] } {
  return withCopy(file, (database) => {
    const rows = database.prepare('select name from migrations order by name').all();
    const names = rows.map(({ name }) => String(name));
    const expected = schemas[names.length];
    return {
      steps: names.length,
      faults: [
        ...damageIn(database),
        ...(names.every((name, index) => name === STEPS[index]) ? [] : [`These steps are there: ${names.join(', ')}.`]),
        ...(schemaOf(database) === expected ? [] : [`The schema is not that of ${names.length} steps.`]),
        ...(contentOf(database) === content ? [] : ['The content is another one.']),
      ],
    };
  });
}

async function startAfter(server: TalkanServer, old: OldDatabase): Promise<string[]> {
  try {
    await server.start();
    const { boardId, token, changes } = old;
    const board = await apiOf(server.url, token).boards.get.query({ boardId });
    const { ok } = await fetch(`${server.url}/readyz`);
    return [
      ...(board.seq === changes ? [] : [`It serves change ${board.seq}, not ${changes}.`]),
      ...(ok ? [] : ['It does not say that it is ready.']),
    ];
  } catch (error) {
    return [`It did not start: ${String(error)}`];
  }
}
