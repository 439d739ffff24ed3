import type { TurnFacts } from '@talkan/api/chat/turn-event';
import type { CommandContext, Talk, Understanding } from '@talkan/board/command/command';
import { isCard, loadedKey } from '@talkan/board/decide-context';
import { isRefusal } from '@talkan/board/refusal';
import { boardNamed } from './boards.ts';
import type { Case } from './expect.ts';
import { gradeTurn, type Grade, type Reply } from './grade.ts';
import { commandContext, commitTo, stepBack, type World } from './world.ts';

export type Understand = (text: string, context: CommandContext) => Understanding;

/** A case that was tried once. */
export interface Trial extends Grade {
  readonly case: Case;
  /** How long each turn took, in milliseconds. */
  readonly times: readonly number[];
  /** Who answered each turn, and what it took; none where no server was asked. */
  readonly facts?: readonly TurnFacts[];
  /** Whether something waited for a yes on the way. */
  readonly isHeld?: boolean;
}

const NOTHING_SAID: Talk = { cardIds: [], asked: null };

/** Says to `understand` what the case says, carries out what it understood, and judges what came of it. It ends where a turn is not right. */
export function play(one: Case, understand: Understand): Trial {
  let world = boardNamed(one.board);
  let talk = NOTHING_SAID;
  const before: World[] = [];
  const times: number[] = [];
  for (const [index, { say, expect }] of one.turns.entries()) {
    before.push(world);
    const context = commandContext(world, talk, one.situation);
    const began = performance.now();
    const understood = tryTo(() => understand(say, context));
    times.push(performance.now() - began);
    // Who falls over something that was said may do so over anything.
    if (understood instanceof Error) {
      return { case: one, times, mark: 'harmful', why: `“${say}”: it failed: ${understood.message}` };
    }
    // A second later for each turn, so that what was said last is last.
    const at = new Date(Date.parse(context.now) + index * 1_000).toISOString();
    const { reply, after } = carryOut(world, understood, at);
    const grade = gradeTurn(expect, { reply, before, after });
    if (grade.mark !== 'right') return { case: one, times, mark: grade.mark, why: `“${say}”: ${grade.why ?? ''}` };
    world = after;
    talk = talkAfter(talk, understood);
  }
  return { case: one, times, mark: 'right', why: null };
}

function tryTo<Value>(act: () => Value): Value | Error {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface Outcome {
  readonly reply: Reply;
  readonly after: World;
}

function carryOut(world: World, understood: Understanding, at: string): Outcome {
  switch (understood.kind) {
    case 'change':
      return outcomeOf(world, commitTo(world, understood.operations, at));
    case 'undo':
    case 'redo':
      return outcomeOf(world, stepBack(world, understood.kind, at));
    case 'filter':
      return { reply: { kind: 'shown', cards: keysOf(world, understood.cardIds) }, after: world };
    case 'answer': {
      const cards = keysOf(world, understood.cardIds);
      return { reply: { kind: 'answered', text: understood.text, cards }, after: world };
    }
    case 'ask': {
      const choices = understood.asked.choices.map(({ label, words }) => `${label} ${words}`);
      return { reply: { kind: 'asked', choices }, after: world };
    }
    case 'refused':
      return { reply: { kind: 'refused', reason: understood.reason }, after: world };
  }
}

/** What the board refuses, or cannot go back to, is not done. */
function outcomeOf(world: World, after: ReturnType<typeof commitTo> | null): Outcome {
  if (after === null) return { reply: { kind: 'refused', reason: 'There is nothing to go back to.' }, after: world };
  if (isRefusal(after)) return { reply: { kind: 'refused', reason: after.message }, after: world };
  return { reply: { kind: 'done' }, after };
}

/** An answer may name archived cards too. */
function keysOf({ board, rows }: World, ids: readonly string[]): readonly string[] {
  return ids.map((id) => {
    const row = board.card(id) ?? rows.get(loadedKey('card', id));
    return row && isCard(row) ? `${board.key}-${row.number}` : id;
  });
}

/** What the next turn can speak of. A question waits until something else was understood. */
function talkAfter(talk: Talk, understood: Understanding): Talk {
  switch (understood.kind) {
    case 'change':
    case 'filter':
    case 'answer':
      return { cardIds: understood.cardIds, asked: null };
    case 'ask':
      return { ...talk, asked: understood.asked };
    case 'undo':
    case 'redo':
      return { ...talk, asked: null };
    case 'refused':
      return talk;
  }
}
