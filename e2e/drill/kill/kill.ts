import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TalkanServer } from '../../support/server.ts';
import { checkEvidence } from '../check.ts';
import { apiOf } from '../client.ts';
import { createDice } from '../dice.ts';
import { createLedger, type Ledger } from '../ledger.ts';
import { readRecords, type Records } from '../records.ts';
import { prepare, type Setting } from '../setting.ts';
import type { Summary } from '../summary.ts';
import { openList, readLists } from './acknowledged.ts';
import { examine } from './autopsy.ts';
import { write } from './writer.ts';

export interface KillOptions {
  readonly seed: number;
  readonly writers: number;
  readonly kills: number;
  /** The longest pause of a writer between two changes, in milliseconds. */
  readonly pause: number;
}

/** How many changes of each writer a server may take in before it is killed; a machine that has much else to do gets there later, or not at all. */
const MOST_WORK_EACH = 12;
const WORKING_MS = 2_000;
/** How far a server may get with its start before it is killed. */
const STARTING_MS = 400;

/** Kills the server while it is written to, again and again, and starts it at once. What it has acknowledged must be there each time. */
export async function killWriting(options: KillOptions): Promise<Summary> {
  const setting = await prepare({ clients: options.writers, processes: 1 });
  const folder = mkdtempSync(path.join(tmpdir(), 'talkan-lists-'));
  const ledger = createLedger();
  const names = Array.from({ length: options.writers }, (_, number) => `writer-${number}`);
  const files = names.map((name) => path.join(folder, name));
  const over = new AbortController();
  try {
    const lists = await Promise.all(files.map(openList));
    const tokens = await Promise.all(names.map((_, number) => setting.signIn(editorOf(setting, number))));
    const writers = Promise.all(
      lists.map((list, number) =>
        write({
          name: names[number] ?? '',
          userId: editorOf(setting, number).id,
          boardId: setting.boardId,
          api: apiOf(serverOf(setting).url, tokens[number] ?? ''),
          ledger,
          list,
          dice: createDice(options.seed * 1_000 + number),
          pause: options.pause,
          people: setting.editors.map(({ id }) => id),
          fileIds: setting.fileIds,
          signal: over.signal,
        }),
      ),
    );
    const [kills] = await Promise.all([
      killAgainAndAgain({ setting, ledger, files }, options).finally(() => over.abort()),
      writers,
    ]);
    await Promise.all(lists.map((list) => list.close()));
    const { role, ...board } = await setting.ask(0);
    const complaints = await setting.crash();
    const last = inspect({ setting, ledger, files });
    const records = readRecords(setting);
    const evidence = { ledger, records, boards: [[`server (for its ${role})`, board] as const] };
    const faults = [...kills.faults, ...complaints, ...last.faults, ...checkEvidence(evidence)];
    return { figures: figuresOf({ options, kills, ledger, records, acknowledged: readLists(files).length }), faults };
  } finally {
    over.abort();
    await setting.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Scene {
  readonly setting: Setting;
  readonly ledger: Ledger;
  /** The lists of what was acknowledged. */
  readonly files: readonly string[];
}

interface Kills {
  readonly faults: string[];
  /** How many of them met a server that was starting. */
  starting: number;
  /** Changes that were under way, and whether they were in the file. */
  taken: number;
  lost: number;
}

async function killAgainAndAgain(scene: Scene, { seed, kills }: KillOptions): Promise<Kills> {
  const dice = createDice(seed * 6_000);
  const server = serverOf(scene.setting);
  const done: Kills = { faults: [], starting: 0, taken: 0, lost: 0 };
  for (let kill = 1; kill <= kills; kill += 1) {
    const meetsStart = kill > 1 && dice.chance(0.2);
    if (meetsStart) {
      await killStarting(server, wait(dice.below(STARTING_MS)));
      done.starting += 1;
    } else {
      if (kill > 1) await server.start();
      await someWork(scene, dice.below(MOST_WORK_EACH * scene.files.length));
      await wait(dice.below(8));
      await server.crash();
    }
    const found = inspect(scene);
    done.faults.push(...found.faults.map((fault) => `After kill ${kill}: ${fault}`));
    done.taken += found.taken;
    done.lost += found.lost;
  }
  await server.start();
  return done;
}

/** Until the server has taken in so many more. */
async function someWork({ ledger }: Scene, count: number): Promise<void> {
  const answered = () => [...ledger.sent.values()].filter(({ seq }) => seq !== null).length;
  const enough = answered() + count;
  const until = Date.now() + WORKING_MS;
  while (answered() < enough && Date.now() < until) await wait(2);
}

/** Begins to start it, and kills it once it has started or this moment has come. */
export async function killStarting(server: TalkanServer, moment: Promise<unknown>): Promise<void> {
  const starting = server.start().catch(() => undefined);
  await Promise.race([moment, starting]);
  await server.crash();
  await starting;
}

/** Whether all that was acknowledged so far is there, once and under its number. */
function inspect({ setting, ledger, files }: Scene) {
  const { log, faults } = examine(fileOf(setting), setting.boardId);
  const missing = readLists(files).filter(([changeId, seq]) => log.get(changeId) !== seq);
  const open = [...ledger.sent.values()].filter(({ seq, refusal }) => seq === null && refusal === null);
  const taken = open.filter(({ changeId }) => log.has(changeId)).length;
  return {
    taken,
    lost: open.length - taken,
    faults: [
      ...faults,
      ...missing.map(
        ([changeId, seq]) => `${changeId} was acknowledged as ${seq} and is there as ${log.get(changeId)}.`,
      ),
    ],
  };
}

function fileOf(setting: Setting): string {
  return serverOf(setting).databaseUrl.slice('file:'.length);
}

function serverOf({ servers: [server] }: Setting): TalkanServer {
  if (!server) throw new Error('There is no server.');
  return server;
}

function editorOf({ editors }: Setting, number: number): Setting['editors'][number] {
  const editor = editors[number % editors.length];
  if (!editor) throw new Error('There is nobody.');
  return editor;
}

interface Outcome {
  readonly options: KillOptions;
  readonly kills: Kills;
  readonly ledger: Ledger;
  readonly records: Records;
  readonly acknowledged: number;
}

function figuresOf({ options, kills, ledger, records, acknowledged }: Outcome): Summary['figures'] {
  const sent = [...ledger.sent.values()];
  return {
    'Server processes': 1,
    Clients: options.writers,
    'Kills (SIGKILL)': options.kills,
    '… of a server that was starting': kills.starting,
    'Changes acknowledged, and on their writer’s list': acknowledged,
    'Changes without an answer when killed, and taken': kills.taken,
    '… and not taken': kills.lost,
    'Changes committed': records.log.length,
    'Cards made': records.cards.length,
    'Comments written': records.comments.length,
    'Files put on cards': records.fileUses.length,
    'Undone and redone': records.log.filter(({ undoes }) => undoes !== undefined).length,
    'Refused, with a reason': sent.filter(({ refusal }) => refusal).length,
    'Changes sent twice or more': sent.filter(({ attempts }) => attempts > 1).length,
    'Boards kept whole, and right': records.kept.length,
  };
}
