import type { ChatCompletionFunctionTool } from 'openai/resources/chat/completions';
import type { Id } from '@talkan/board/model';
import type { Services } from '../../context.js';
import { createLineWriter } from '../prompt/card-line.js';
import { dataBlock } from '../prompt/data-block.js';
import { LookupProblem, type Found, type Lookup } from './lookup.js';
import { readCard } from './read-card.js';
import { readHistory } from './read-history.js';
import { searchBoard } from './search-board.js';
import { asText, type Fields } from '../replies/records.js';
import type { Names } from '../staging/short-ids.js';
import type { StageBase } from '../staging/stage.js';
import { estimateTokens } from '../prompt/tokens.js';

export interface ReadToolsOptions {
  readonly services: Services;
  readonly base: StageBase;
  readonly names: Names;
  /** Tokens that all results of the turn may have together. */
  readonly room?: number;
}

export interface ReadResult {
  /** For the model: bounded; words of people stand in a delimited block. */
  readonly text: string;
  /** For the person: what is looked at. */
  readonly sentence: string;
  /** The card whose details stand in it in full. */
  readonly shows: Id | null;
}

/** What a model can look up on this board, with the rights of the person in the chat: every member may see all of it. */
export interface ReadTools {
  isRead(name: string): boolean;
  read(name: string, fields: Fields): Promise<ReadResult>;
}

interface ReadTool {
  readonly description: string;
  readonly properties: Readonly<Record<string, Fields>>;
  readonly required: readonly string[];
  readonly read: (lookup: Lookup, fields: Fields) => Promise<Found>;
}

const text = (description?: string): Fields => ({ type: 'string', ...(description !== undefined && { description }) });
const FLAG = { type: 'boolean' };
const COUNT = { type: 'integer' };

const TOOLS_BY_NAME: ReadonlyMap<string, ReadTool> = new Map([
  [
    'search_cards',
    {
      description: 'Find cards that fit all of it.',
      properties: {
        query: text('words in texts or comments'),
        column: text(),
        label: text('name or none'),
        person: text('assigned: name, me or none'),
        overdue: FLAG,
        due_until: text('day'),
        done: FLAG,
        archived: FLAG,
        changed_since: text('day'),
        details: FLAG,
        limit: COUNT,
      },
      required: [],
      read: searchBoard,
    },
  ],
  [
    'get_card',
    {
      description: 'All of one card.',
      properties: { cardId: text() },
      required: ['cardId'],
      read: readCard,
    },
  ],
  [
    'get_history',
    {
      description: 'What was done.',
      properties: {
        cardId: text(),
        person: text('who did it'),
        since: text('day'),
        until: text('day'),
        finished: { type: 'boolean', description: 'only cards that came to be done' },
        limit: COUNT,
      },
      required: [],
      read: readHistory,
    },
  ],
]);

export const READ_TOOLS: ChatCompletionFunctionTool[] = [...TOOLS_BY_NAME].map(([name, tool]) => ({
  type: 'function',
  function: {
    name,
    description: tool.description,
    // An empty list of what is required is no schema to some.
    parameters: {
      type: 'object',
      properties: tool.properties,
      ...(tool.required.length > 0 && { required: [...tool.required] }),
    },
  },
}));

/** The same in one line each, for a prompt; a field with ? may be left out. */
export const READ_FORMS_AS_TEXT = [...TOOLS_BY_NAME]
  .map(([name, { properties, required }]) => {
    const fields = Object.entries(properties).map(([field, { description }]) => {
      const note = description === undefined ? '' : ` (${asText(description)})`;
      return `${field}${required.includes(field) ? '' : '?'}${note}`;
    });
    return [name, ...fields].join(' ');
  })
  .join('\n');

/** Half of the smallest window of which one is safe anywhere, for what was looked up and the answer. */
const ROOM = 1_200;
/** No single result takes more than this part of what is left, so that another can follow. */
const SHARE = 0.6;
/** For what is said of what is left out. */
const NOTES = 30;
const NO_ROOM =
  'There is no room left for more data in this answer. Answer with what you have, and say what is missing.';

export function createReadTools({ services, base, names, room = ROOM }: ReadToolsOptions): ReadTools {
  let left = room;
  const write = createLineWriter(base, names);
  const lookup: Lookup = { services, base, names, write, room: () => left * SHARE };
  return {
    isRead: (name) => TOOLS_BY_NAME.has(name),
    async read(name, fields) {
      const tool = TOOLS_BY_NAME.get(name);
      if (!tool) return { text: 'There is no such function.', sentence: '', shows: null };
      try {
        const found = await tool.read(lookup, fields);
        const { answer, isEmpty } = fit(found, lookup.room());
        left -= estimateTokens(answer);
        return { text: answer, sentence: found.sentence, shows: isEmpty ? null : found.shows };
      } catch (error) {
        if (error instanceof LookupProblem) return { text: error.message, sentence: '', shows: null };
        throw error;
      }
    },
  };
}

/** As many lines as there is room for, and what is left out. */
function fit({ head, lines, more, hint }: Found, room: number): { readonly answer: string; readonly isEmpty: boolean } {
  const shown: string[] = [];
  let used = estimateTokens(dataBlock([head])) + estimateTokens(hint) + NOTES;
  if (used > room) return { answer: NO_ROOM, isEmpty: true };
  for (const line of lines) {
    used += estimateTokens(line) + 1;
    if (used > room) break;
    shown.push(line);
  }
  const left = more === null ? null : lines.length - shown.length + more;
  const note = left === 0 ? [] : [`(${left ?? 'some'} more are left out here)`];
  const data = dataBlock([head, ...(lines.length === 0 ? ['nothing'] : shown), ...note]);
  return { answer: left === 0 ? data : `${data}\n${hint}`, isEmpty: shown.length === 0 };
}
