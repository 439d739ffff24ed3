import { readBoardUpdate } from '../staging/board-update.js';
import type { ToolCall } from '../endpoint/call-list.js';
import type { Asked, Draft } from '../staging/draft.js';
import type { Problem } from '../staging/outcome.js';
import { READ_TOOLS } from '../lookups/read-tools.js';
import type { Reads } from '../lookups/reads.js';
import { asFields, asText, type Fields } from './records.js';
import { parseArguments, type Reply } from './reply.js';
import { MAX_OPERATIONS, TOO_MANY, type StageBase } from '../staging/stage.js';
import { isOneTool, plainName, TOOLS, typeOfTool } from '../prompt/tools.js';

/** One thing that an answer asks for. */
export type Wanted =
  | ({ readonly kind: 'operation' } & Asked)
  | ({ readonly kind: 'read' } & Asked)
  | { readonly kind: 'nonsense'; readonly problem: Problem }
  /** Meant as data, and none that can be read. */
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/** What wishes are read with. */
export interface Wishing {
  readonly base: StageBase;
  readonly draft: Draft;
  readonly reads: Reads;
}

const UNREADABLE: Wanted = {
  kind: 'unreadable',
  problem: {
    kind: 'problem',
    text: 'The model’s answer could not be understood.',
    hint: 'Answer once more, in exactly the form that was asked for.',
  },
};
const UNREADABLE_CALL: Wanted = {
  kind: 'unreadable',
  problem: {
    kind: 'problem',
    text: 'The model’s call could not be read.',
    hint: 'The arguments must be one JSON object.',
  },
};
const TOO_MUCH: Wanted = { kind: 'nonsense', problem: TOO_MANY };

export function wantedByCall({ name, arguments: text }: Pick<ToolCall, 'name' | 'arguments'>, reads: Reads): Wanted {
  if (isOneTool(name)) return wantedByArguments(text, reads);
  const plain = plainName(name);
  const isRead = reads.isRead(plain);
  const type = typeOfTool(name);
  if (!isRead && type === null) return unknownFunction(name);
  const fields = parseArguments(text);
  if (fields === null) return UNREADABLE_CALL;
  return isRead ? { kind: 'read', type: plain, fields } : { kind: 'operation', type: type ?? '', fields };
}

/** The one function for everything takes what would stand in the list of a JSON answer. */
function wantedByArguments(text: string, reads: Reads): Wanted {
  const fields = parseArguments(text);
  return fields === null ? UNREADABLE_CALL : wantedByEntry(fields, reads);
}

/** What the calls of one answer ask for, each in its place. */
export function wantedByCalls(calls: readonly ToolCall[], reads: Reads): readonly Wanted[] {
  return calls.map((call, position) => (position < MAX_OPERATIONS ? wantedByCall(call, reads) : TOO_MUCH));
}

/** An entry of `operations` in a JSON answer; what is no operation has the type ''. */
export function wantedByEntry(raw: unknown, reads: Reads): Wanted {
  const { type, ...rest } = asFields(raw) ?? {};
  const fields = unwrapped(rest);
  const name = asText(type);
  const plain = plainName(name);
  if (reads.isRead(plain)) return { kind: 'read', type: plain, fields };
  return { kind: 'operation', type: typeOfTool(name) ?? name, fields };
}

const WRAPPERS: ReadonlySet<string> = new Set(['fields', 'arguments', 'parameters']);

/** Some put the fields into an object of their own. */
function unwrapped(fields: Fields): Fields {
  const [only, ...others] = Object.entries(fields);
  const isWrapped = only !== undefined && others.length === 0 && WRAPPERS.has(only[0]);
  return (isWrapped ? asFields(only[1]) : null) ?? fields;
}

export function wantedByReply(reply: Reply, { base, draft, reads }: Wishing): readonly Wanted[] {
  switch (reply.kind) {
    case 'prose':
      return [];
    case 'broken':
      return [UNREADABLE];
    case 'operations':
      if (reply.operations.length > MAX_OPERATIONS) return [TOO_MUCH];
      return reply.operations.map((raw) => wantedByEntry(raw, reads));
    case 'board': {
      const operations = readBoardUpdate(base.board, reply.board, draft.names);
      if (typeof operations === 'string') return [{ kind: 'nonsense', problem: { kind: 'problem', text: operations } }];
      if (operations.length > MAX_OPERATIONS) return [TOO_MUCH];
      return operations.map(({ type, ...fields }) => ({ kind: 'operation', type, fields }));
    }
  }
}

function unknownFunction(name: string): Wanted {
  const names = [...TOOLS, ...READ_TOOLS].map((tool) => tool.function.name);
  return {
    kind: 'nonsense',
    problem: {
      kind: 'problem',
      text: `The model asked for ${JSON.stringify(name.slice(0, 60))}, which does not exist here.`,
      hint: `The functions are ${names.join(', ')}.`,
    },
  };
}
