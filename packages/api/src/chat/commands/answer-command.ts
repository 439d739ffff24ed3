import type { ChangeUnderstood } from '@talkan/board/command/command';
import { rowsNamed } from '@talkan/board/decide';
import type { LoadedRow } from '@talkan/board/decide-context';
import { isCard, isColumn } from '@talkan/board/decide-context';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { loadRows, readBoard } from '../../boards/load.js';
import { undoChange } from '../../boards/undo.js';
import type { Services } from '../../context.js';
import { findChange } from '../../boards/log.js';
import { findUndoable } from '../../history/undoable.js';
import { shownOf, type GivenAnswer, type ChatRequest, type CommandReply } from '../chat-request.js';
import { answerAgain, commandReply, commitTurn, refusalOf } from '../commit-turn.js';
import { waitReason } from '../policy.js';
import { propose } from '../proposals/propose.js';
import { tellCommanded, tellRefused, tellUnchanged } from '../telling/receipt.js';
import { createStage, type Stage } from '../staging/stage.js';
import { askInWords } from './talk.js';
import type { UnderstoodTurn } from './understand-turn.js';

/** Carries out what the command language has understood, or answers in its words. */
export async function answerCommand(
  services: Services,
  request: ChatRequest,
  turn: UnderstoodTurn,
): Promise<GivenAnswer> {
  const { understood, context } = turn;
  const { cardIds: before } = context.talk;
  switch (understood.kind) {
    case 'change':
      return changeBoard(services, request, { turn, understood });
    case 'undo':
    case 'redo':
      return walkBack(services, request, understood.kind);
    case 'filter': {
      const { sentence, filter, cardIds } = understood;
      return inWords(sentence, { filter, spoken: cardIds });
    }
    case 'answer':
      return inWords(understood.text, { spoken: understood.cardIds });
    case 'ask': {
      const { question, asked } = understood;
      return inWords(question, { asked, spoken: before }, askInWords(understood));
    }
    case 'refused': {
      const { reason, understood: parts, suggestions } = understood;
      const note = parts.length > 0 ? `${reason}\n\nThis much was understood:\n${listed(parts)}` : reason;
      const message = suggestions.length > 0 ? `${note}\n\nThis would work:\n${listed(suggestions)}` : note;
      return inWords(note, { suggestions, spoken: before }, message);
    }
  }
}

function inWords(note: string, reply: Partial<CommandReply>, message = note): GivenAnswer {
  return { message, note, change: null, proposal: null, command: commandReply(reply), facts: null };
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

interface Changing {
  readonly turn: UnderstoodTurn;
  readonly understood: ChangeUnderstood;
}

async function changeBoard(
  services: Services,
  request: ChatRequest,
  { turn, understood }: Changing,
): Promise<GivenAnswer> {
  const stage = await stageOf(services, turn, understood.operations);
  if (typeof stage === 'string') return inWords(tellRefused([stage]), {});
  const operations = stage.operations();
  if (operations.length === 0) return inWords(tellUnchanged(''), { spoken: understood.cardIds });

  const reason = waitReason(operations, { ...request, scope: null });
  if (reason !== null) {
    const { board } = turn.context;
    const proposed = await propose(services, request, { board, operations, reason, origin: 'command' });
    const command = commandReply({ spoken: turn.context.talk.cardIds });
    return { ...proposed, command, facts: null };
  }
  const outcome = await commitTurn(services, request, { operations, origin: 'command' });
  if (isRefusal(outcome)) return inWords(tellRefused([outcome.message]), {});
  const { seq, patches, repeated, board } = outcome;
  if (repeated) return answerSeq(services, request, seq);
  const items = stage.items({ nameOf: namesIn(turn) });
  const change = { seq, patches, ...shownOf(items) };
  const command = commandReply({ spoken: understood.cardIds });
  return { ...tellCommanded(items, board), change, proposal: null, command, facts: null };
}

/** The operations on a copy of the board, for what to say of them; a text says why they cannot be done. */
async function stageOf(
  { db }: Services,
  { context }: UnderstoodTurn,
  operations: readonly Operation[],
): Promise<Stage | string> {
  const { board, actorId, role, now, people, timeZone } = context;
  const loaded: LoadedRow[] = [...(await loadRows(db.read, board, rowsNamed(operations))).values()];
  const archive = { cards: loaded.filter(isCard), columns: loaded.filter(isColumn) };
  const stage = createStage({ board, archive, people, timeZone, context: { actorId, role, now } });
  for (const operation of operations) {
    const outcome = stage.put(operation);
    if (outcome.kind === 'problem') return outcome.text;
  }
  return stage;
}

function namesIn({ context }: UnderstoodTurn): (userId: string) => string | undefined {
  const names = new Map(context.people.map(({ id, name }) => [id, name]));
  return (userId) => names.get(userId);
}

const NOTHING_TO = {
  undo: () => t`You have nothing to undo on this board.`,
  redo: () => t`You have nothing to redo on this board.`,
} as const;

/** Undoes what this person did last, by whichever door it came, or does again what they undid. */
async function walkBack(services: Services, request: ChatRequest, direction: 'undo' | 'redo'): Promise<GivenAnswer> {
  const { boardId, changeId, actorId, membership } = request;
  const step = (await findUndoable(services, { membership, actorId }))[direction];
  if (!step) return inWords(NOTHING_TO[direction](), {});
  const { seq, from } = step;
  try {
    const done = await undoChange(services, { boardId, changeId, actorId, seq, from });
    return await answerSeq(services, request, done.seq);
  } catch (error) {
    const { message } = refusalOf(error, request);
    return inWords(`Nothing was changed. Not ${direction === 'undo' ? 'undone' : 'done again'}: ${message}`, {});
  }
}

async function answerSeq(services: Services, request: ChatRequest, seq: number): Promise<GivenAnswer> {
  const { boardId } = request;
  await readBoard(services, boardId, seq);
  const change = await findChange(services.db.read, boardId, seq);
  if (!change) throw new Error(`The log of board ${boardId} has no change ${seq}`);
  return answerAgain(services, request, change);
}
