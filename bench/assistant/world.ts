import { keepArchived } from '@talkan/board/archive-memory';
import { applyPatches, createBoard } from '@talkan/board/board';
import { CHANGE_VERSION, type Change, type Origin } from '@talkan/board/change';
import { readCalendarDay } from '@talkan/board/command/calendar-words';
import type { CommandArchive, CommandContext, LogLine, Talk } from '@talkan/board/command/command';
import { MORE_INTENTS } from '@talkan/board/command/intents-more';
import { decideChange } from '@talkan/board/decide';
import { isCard, isColumn, type DecideContext, type LoadedRow } from '@talkan/board/decide-context';
import type { Board, Id, Time } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import { isRefusal, type Refusal } from '@talkan/board/refusal';
import { tellChange } from '@talkan/board/tell-change';
import { decideUndo } from '@talkan/board/undo';
import type { Script } from './script.ts';

/** A board with all that belongs to it: what is archived, what was said, what happened. */
export interface World {
  readonly script: Script;
  readonly board: Board;
  /** Archived cards and columns, and comments, by `loadedKey`. */
  readonly rows: ReadonlyMap<string, LoadedRow>;
  /** Oldest first. */
  readonly log: readonly Told[];
}

interface Told {
  readonly change: Change;
  readonly line: LogLine;
}

interface Act {
  readonly by: Id;
  readonly at: Time;
  readonly origin: Origin;
  readonly operations: readonly Operation[];
  readonly undoes?: number;
}

/** The board as the script has made it. */
export function worldOf(script: Script): World {
  const board = createBoard({
    id: 'board',
    key: script.key,
    title: script.title,
    seq: 0,
    lastNumber: 0,
    columns: [],
    cards: [],
  });
  let world: World = { script, board, rows: new Map(), log: [] };
  for (const { at, by, does } of script.changes) {
    const next = carryOut(world, { by, at, origin: 'web', operations: does });
    if (isRefusal(next)) throw new Error(`The board “${script.title}” cannot be made: ${next.message}`);
    world = next;
  }
  return world;
}

/** The world after these operations by whoever talks to it, or why they cannot be done. */
export function commitTo(world: World, operations: readonly Operation[], at: Time): World | Refusal {
  return carryOut(world, { by: world.script.me, at, origin: 'command', operations });
}

/** Takes back, or does again, what is next for whoever talks to it; `null` where there is nothing. */
export function stepBack(world: World, kind: 'undo' | 'redo', at: Time): World | Refusal | null {
  const target = kind === 'undo' ? undoable(world) : redoable(world);
  if (!target) return null;
  const patches = decideUndo(world.board, target.change, contextOf(world, at));
  if (isRefusal(patches)) return patches;
  const act = { by: world.script.me, at, origin: 'undo', operations: [], undoes: target.change.seq } as const;
  return append(world, act, patches);
}

function undoable({ script, log }: World): Told | undefined {
  const gone = new Set<number>();
  for (const told of log.toReversed()) {
    const { seq, undoes, actorId } = told.change;
    if (gone.has(seq)) {
      // An undo that was itself undone takes nothing away.
      continue;
    }
    if (undoes !== undefined) {
      gone.add(undoes);
      const undone = log[undoes - 1];
      if (undone?.change.undoes === undefined) continue;
      // What was redone can be undone again.
      gone.delete(undoes);
      return told;
    }
    if (actorId === script.me) return told;
  }
  return undefined;
}

function redoable({ script, log }: World): Told | undefined {
  const last = log.findLast(({ change }) => change.actorId === script.me);
  if (last?.change.undoes === undefined) return undefined;
  return log[last.change.undoes - 1]?.change.undoes === undefined ? last : undefined;
}

function carryOut(world: World, act: Act): World | Refusal {
  const decided = decideChange(world.board, act.operations, contextOf(world, act.at));
  return isRefusal(decided) ? decided : append(world, act, decided.patches);
}

function append(world: World, act: Act, patches: readonly Patch[]): World {
  const seq = world.log.length + 1;
  const { by: actorId, at, origin, operations, undoes } = act;
  const changeId = `change-${seq}`;
  const change: Change = {
    v: CHANGE_VERSION,
    boardId: 'board',
    seq,
    changeId,
    actorId,
    origin,
    at,
    operations,
    patches,
    ...(undoes !== undefined && { undoes }),
  };
  const rows = new Map(world.rows);
  keepArchived(rows, patches);
  const told: Told = { change, line: lineOf(world, change) };
  return { ...world, board: applyPatches(world.board, patches, seq), rows, log: [...world.log, told] };
}

function lineOf({ board, script }: World, change: Change): LogLine {
  const nameOf = (id: Id) => script.people.find((person) => person.id === id)?.name;
  const cards = change.patches.filter(({ entity }) => entity === 'card');
  return {
    seq: change.seq,
    at: change.at,
    actorId: change.actorId,
    sentence: tellChange(board, change, { nameOf }).sentence,
    kinds: [...new Set(change.operations.flatMap((operation) => ('type' in operation ? kindOf(operation.type) : [])))],
    cardIds: [...new Set(cards.map(({ id }) => id))],
    moves: change.patches.flatMap((patch) => {
      const to = patch.entity === 'card' ? patch.after?.columnId : undefined;
      if (to === undefined || patch.entity !== 'card') return [];
      const from = patch.before?.columnId ?? null;
      return from === to ? [] : [{ cardId: patch.id, from, to }];
    }),
  };
}

function kindOf(type: string): LogLine['kinds'] {
  return type === 'card.leave' || type === 'card.arrive' ? [] : [type as Operation['type']];
}

function contextOf({ script, rows }: World, now: Time): DecideContext {
  const people = new Set(script.people.map(({ id }) => id));
  return { actorId: script.me, role: script.role, now, loaded: rows, people };
}

/** When and where somebody talks, where it is not as the board’s script says. */
export type Situation = Partial<Pick<Script, 'now' | 'timeZone' | 'dateOrder' | 'role'>>;

/** What a command is understood with. */
export function commandContext(world: World, talk: Talk, situation: Situation = {}): CommandContext {
  const { me, people, now, timeZone, dateOrder, role } = { ...world.script, ...situation };
  let made = 0;
  const prefix = `new-${world.log.length + 1}`;
  return {
    board: world.board,
    actorId: me,
    role,
    people,
    now,
    timeZone,
    dateOrder,
    readCalendarDay,
    more: MORE_INTENTS,
    talk,
    newId: () => {
      made += 1;
      return `${prefix}-${made}`;
    },
    archive: archiveOf(world),
    log: world.log.map(({ line }) => line).toReversed(),
  };
}

function archiveOf({ rows }: World): CommandArchive {
  const archived = [...rows.values()].filter(
    (row): row is Extract<LoadedRow, { archivedAt: unknown }> => 'archivedAt' in row && row.archivedAt !== null,
  );
  const newest = archived.toSorted((one, other) => ((one.archivedAt ?? '') < (other.archivedAt ?? '') ? 1 : -1));
  return {
    cards: newest.filter(isCard).map((card) => {
      const { id, number, title, columnId, archivedAt } = card;
      return { id, number, title, columnId, archivedAt: archivedAt ?? '' };
    }),
    columns: newest.filter(isColumn).map(({ id, title, archivedAt }) => ({ id, title, archivedAt: archivedAt ?? '' })),
  };
}
