import { setTimeout as wait } from 'node:timers/promises';
import { snapshotOf } from '@talkan/board/board';
import type { BoardSnapshot } from '@talkan/board/model';
import { createActor, type Actor } from './actor.ts';
import { checkEvidence, type Boards, type Evidence } from './check.ts';
import { apiOf, openClient } from './client.ts';
import { createDice } from './dice.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { readRecords } from './records.ts';
import { prepare, type Setting } from './setting.ts';
import { summarise, type Summary } from './summary.ts';
import { startWatcher, type Watcher } from './watcher.ts';

export interface DrillOptions {
  readonly seed: number;
  readonly clients: number;
  /** Those who only look. */
  readonly watchers: number;
  readonly processes: 1 | 2;
  /** How often a server ends and is started again. */
  readonly restarts: number;
  /** When it is over: after so many seconds, or actions of all clients together, whichever comes first. */
  readonly seconds: number;
  readonly actions: number;
  /** The longest pause of one client between two of its actions, in milliseconds. */
  readonly pause: number;
}

/** For how long a server that ended is away. */
const DOWN = { least: 100, most: 1_500 };
/** For all to come to rest once nothing fails any more. */
const SETTLE_MS = 60_000;

export interface Drilled {
  readonly summary: Summary;
  /** What the summary's verdict rests on. */
  readonly evidence: Evidence;
}

/** Lets many people change one board at once over bad lines, while its servers end and start again, and tells what came of it. */
export async function drill(options: DrillOptions): Promise<Drilled> {
  const setting = await prepare(options);
  const cast: Cast = { setting, ledger: createLedger(), actors: [], watchers: [] };
  const { ledger } = cast;
  try {
    await gather(cast, options);
    await play(cast, options);
    await settle(cast);
    const boards = await readBoards(cast);
    leave(cast);
    const complaints = await setting.crash();
    const evidence = { ledger, boards, records: readRecords(setting) };
    const faults = [...complaints, ...checkEvidence(evidence)];
    return { summary: summarise({ options, evidence, faults, lines: setting.lines }), evidence };
  } finally {
    leave(cast);
    await setting.close();
  }
}

/** Everybody who takes part. */
interface Cast {
  readonly setting: Setting;
  readonly ledger: Ledger;
  readonly actors: Actor[];
  readonly watchers: Watcher[];
}

function leave({ actors, watchers }: Cast): void {
  for (const { client } of actors) client.stop();
  for (const watcher of watchers) watcher.stop();
}

async function gather(cast: Cast, { clients, watchers, seed }: DrillOptions): Promise<void> {
  const { setting, ledger } = cast;
  const { boardId, editors, fileIds } = setting;
  const snapshot = await setting.ask(0);
  const common = {
    cardIds: snapshot.cards.map((card) => card.id),
    columnIds: snapshot.columns.map((column) => column.id),
    people: editors.map(({ id }) => id),
    fileIds,
  };
  for (let number = 0; number < clients + watchers; number += 1) {
    const editor = editors[number % editors.length];
    if (!editor) throw new Error('There is nobody.');
    const token = await setting.signIn(editor);
    const line = await setting.openLine(number, createDice(seed * 2_000 + number));
    if (number >= clients) {
      const name = `watcher-${number - clients}`;
      cast.watchers.push(startWatcher({ name, api: apiOf(line.url, token), ledger, snapshot }));
      continue;
    }
    const client = await openClient({ name: `client-${number}`, boardId, userId: editor.id, token, line, ledger });
    cast.actors.push(createActor(client, common, createDice(seed * 3_000 + number)));
  }
}

async function play({ setting, ledger, actors }: Cast, options: DrillOptions): Promise<void> {
  const began = Date.now();
  const progress = () =>
    Math.max((Date.now() - began) / 1000 / options.seconds, ledger.counts.actions / options.actions);

  async function live(actor: Actor, number: number): Promise<void> {
    const dice = createDice(options.seed * 4_000 + number);
    while (progress() < 1) {
      await actor.act();
      await wait(dice.between(Math.round(options.pause / 8), options.pause));
    }
  }

  /** Spread over the whole time, each server in its turn, by asking it to end and by ending it. */
  async function restart(): Promise<void> {
    const dice = createDice(options.seed * 5_000);
    for (let turn = 0; turn < options.restarts; turn += 1) {
      while (progress() < (turn + 0.6) / options.restarts) await wait(20);
      const server = setting.servers[turn % setting.servers.length];
      await (Math.floor(turn / setting.servers.length) % 2 === 0 ? server?.crash() : server?.stop());
      await wait(dice.between(DOWN.least, DOWN.most));
      await server?.start();
    }
  }

  await Promise.all([...actors.map(live), restart()]);
}

/** Nothing fails any more: whatever waits is sent, and everybody comes to know of everything. */
async function settle({ setting, ledger, actors, watchers }: Cast): Promise<void> {
  for (const actor of actors) actor.heal();
  for (const line of setting.lines) line.heal();
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const { seq } = await setting.ask(0);
    const late = [
      ...actors
        .filter(({ client }) => client.store().getState().pending > 0 || client.store().getState().board.seq !== seq)
        .map(({ client }) => client.name),
      ...watchers.filter(({ board }) => board().seq !== seq).map(({ name }) => name),
    ];
    if (late.length === 0) return;
    if (Date.now() > until) return void ledger.faults.push(`Not at rest in the end: ${late.join(', ')}.`);
    await wait(100);
  }
}

async function readBoards({ setting, actors, watchers }: Cast): Promise<Boards> {
  const boards: [string, BoardSnapshot][] = [];
  for (const number of setting.servers.keys()) {
    const { role, ...board } = await setting.ask(number);
    boards.push([`server ${number} (for its ${role})`, board]);
  }
  for (const { client } of actors) boards.push([client.name, snapshotOf(client.store().getState().board)]);
  for (const { name, board } of watchers) boards.push([name, snapshotOf(board())]);
  return boards;
}
