import { randomUUID } from 'node:crypto';
import { readCalendarDay } from '@talkan/board/command/calendar-words';
import type { CommandArchive, CommandContext, LogLine, Talk, Understanding } from '@talkan/board/command/command';
import { MORE_INTENTS } from '@talkan/board/command/intents-more';
import { understand } from '@talkan/board/command/understand';
import type { Board } from '@talkan/board/model';
import { readBoard } from '../../boards/load.js';
import { timeOf } from '../../clock.js';
import type { Services } from '../../context.js';
import { saidIn, type ChatRequest } from '../chat-request.js';
import { readLines, readPeople, readWholeArchive } from './command-parts.js';
import { talkBefore } from './talk.js';

/** What the last message comes to without a model. */
export interface UnderstoodTurn {
  readonly understood: Understanding;
  readonly context: CommandContext;
}

interface Parts {
  archive?: CommandArchive;
  log?: readonly LogLine[];
}

const NOTHING_ARCHIVED: CommandArchive = { cards: [], columns: [] };

/** Understands the last message as the command language does. Writes nothing. */
export async function understandTurn(services: Services, request: ChatRequest): Promise<UnderstoodTurn> {
  const { boardId, membership, actorId, messages, timeZone, dateOrder, spoken } = request;
  const { read } = services.db;
  const board = await readBoard(services, boardId, membership.seq);
  const people = await readPeople(read, boardId);
  const { role } = membership;
  const now = timeOf(services.clock);
  const base = {
    board,
    actorId,
    role,
    people,
    now,
    timeZone,
    dateOrder,
    readCalendarDay,
    more: MORE_INTENTS,
    newId: randomUUID,
  };
  const parts: Parts = {};

  async function understandWith(text: string, talk: Talk): Promise<UnderstoodTurn> {
    for (;;) {
      const missing = new Set<keyof Parts>();
      const context = lazily({ ...base, talk }, parts, missing);
      const understood = understand(text, context);
      if (missing.size === 0) return { understood, context };
      await loadParts(services, { board, parts, missing });
    }
  }

  // A model leads its own conversation: where it was the last to speak, nothing of that is known here.
  const hasOwnTalk = request.model === null || spoken !== undefined;
  const talk = hasOwnTalk
    ? await talkBefore(messages, {
        board,
        spoken,
        understand: async (text, before) => (await understandWith(text, before)).understood,
      })
    : { cardIds: [], asked: null };
  return understandWith(saidIn(request), talk);
}

/** Few commands ask for the past: it is read for those that do, and they are understood once more. */
function lazily(base: Omit<CommandContext, keyof Parts>, parts: Parts, missing: Set<keyof Parts>): CommandContext {
  return {
    ...base,
    get archive() {
      if (!parts.archive) missing.add('archive');
      return parts.archive ?? NOTHING_ARCHIVED;
    },
    get log() {
      if (!parts.log) missing.add('log');
      return parts.log ?? [];
    },
  };
}

interface Loading {
  readonly board: Board;
  readonly parts: Parts;
  readonly missing: ReadonlySet<keyof Parts>;
}

async function loadParts({ db }: Services, { board, parts, missing }: Loading): Promise<void> {
  if (missing.has('archive')) parts.archive = await readWholeArchive(db.read, board.id);
  if (missing.has('log')) parts.log = await readLines(db.read, board);
}
