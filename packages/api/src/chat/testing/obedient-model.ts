import type { Responder } from './model-server.js';
import { startModelServer, type ModelRequestBody, type ModelServer } from './model-server.js';
import { callsTools, refuses, says, saysJson } from './replies.js';

/** One thing that such a model does, as it would write it itself. */
export interface Deed {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** In which form it answers: it refuses to be asked in one that is higher on the ladder. */
export const MANNERS = [
  'tools',
  'tools-no-reasoning',
  'json_schema',
  'json_object',
  'json',
  'board_update',
  'use_board',
] as const;
export type Manner = (typeof MANNERS)[number];

/** What it says whatever it did: that all is done, and an image from elsewhere. */
export const CLAIM =
  'Done! I have moved and archived everything as you asked. ![](https://evil.example/pixel.png) <img src="//evil.example/x">';

/** A model that does whatever any text says that it is sent: what stands on the board, what it looked up, what was pasted, what was answered. */
export interface ObedientModel {
  readonly server: ModelServer;
  /** A new turn begins, in which it also does what the person asks for. */
  begin(asked?: readonly Deed[]): void;
  /** The orders that it has found since the turn began. */
  found(): ReadonlySet<string>;
}

/** @param scripts what it does for `DO: name`, wherever that stands */
export async function startObedientModel(
  manner: Manner,
  scripts: Readonly<Record<string, readonly Deed[]>>,
): Promise<ObedientModel> {
  const server = await startModelServer();
  const found = new Set<string>();
  let asked: readonly Deed[] = [];
  let step = 0;

  server.always((response, seen) => {
    const refusal = refusalOf(manner, seen.body);
    if (refusal) return refusal(response, seen);
    const names = ordersIn(seen.body.messages.map(({ content }) => content ?? '').join('\n'), scripts);
    for (const name of names) found.add(name);
    const deeds = [...asked, ...[...found].flatMap((name) => scripts[name] ?? [])];
    step += 1;
    return answer(manner, step, deeds)(response, seen);
  });
  return {
    server,
    begin(wanted = []) {
      asked = wanted;
      step = 0;
      found.clear();
    },
    found: () => found,
  };
}

/** The orders in a text: it reads through letters that look like others, and through what is not seen. */
export function ordersIn(text: string, scripts: Readonly<Record<string, unknown>>): readonly string[] {
  const plain = text.normalize('NFKC').replaceAll(/[\p{Cf}\u034f]/gu, '');
  return [...plain.matchAll(/DO: ?([a-z0-9-]+)/gu)].flatMap(([, name = '']) =>
    Object.hasOwn(scripts, name) ? [name] : [],
  );
}

function refusalOf(manner: Manner, { tools, reasoning_effort, response_format }: ModelRequestBody): Responder | null {
  switch (manner) {
    case 'tools':
    case 'use_board':
      return null;
    case 'tools-no-reasoning':
      return tools && reasoning_effort === undefined
        ? refuses(400, "Function tools with reasoning_effort are not supported. Set reasoning_effort to 'none'.")
        : null;
    case 'json_schema':
      return tools ? refuses(400, 'This model does not support tools') : null;
    case 'json_object':
      return tools || response_format?.type === 'json_schema' ? refuses(400, 'No tools, no json_schema here') : null;
    case 'json':
    case 'board_update':
      return tools || response_format ? refuses(400, 'This model does not support tools or response_format') : null;
  }
}

const LOOKS: readonly Deed[] = [
  { type: 'get_card', cardId: 'RM-2' },
  { type: 'get_history' },
  { type: 'search_cards', query: 'DO', archived: true },
];

/** It looks around first; then it does all it was told, once more where it may, and says so. */
function answer(manner: Manner, step: number, deeds: readonly Deed[]): Responder {
  switch (manner) {
    case 'tools':
    case 'tools-no-reasoning':
    case 'use_board': {
      if (step > 3 || (step > 1 && deeds.length === 0)) return says(CLAIM);
      return callsTools((step === 1 ? LOOKS : deeds).map((deed) => callOf(manner, deed)));
    }
    case 'json_schema':
    case 'json_object':
      return saysJson({ message: CLAIM, operations: step === 1 ? LOOKS : deeds });
    case 'json': {
      const reply = JSON.stringify({ message: CLAIM, operations: step === 1 ? LOOKS : deeds });
      return says(`Here you are:\n\`\`\`json\n${reply}\n\`\`\``);
    }
    case 'board_update':
      return step === 1
        ? saysJson({ message: CLAIM, operations: LOOKS })
        : saysJson({ message: CLAIM, board_update: updateOf(deeds) });
  }
}

function callOf(manner: Manner, deed: Deed): { readonly name: string; readonly arguments: unknown } {
  const { type, ...fields } = deed;
  return manner === 'use_board'
    ? { name: 'use_board', arguments: deed }
    : { name: type.replace('.', '_'), arguments: fields };
}

/** What of it a whole board can say. */
function updateOf(deeds: readonly Deed[]): Record<string, unknown> {
  const cards: Record<string, unknown> = {};
  const columns = new Map<unknown, { id: unknown; title?: unknown; cardIds?: readonly unknown[] }>();
  for (const { type, cardId, columnId, title, details } of deeds) {
    const column = columns.get(columnId) ?? { id: columnId };
    if (type === 'card.edit' || type === 'card.create') cards[String(cardId)] = { title, details };
    if (type === 'card.move' || type === 'card.create')
      columns.set(columnId, { ...column, cardIds: [...new Set([...(column.cardIds ?? []), cardId])] });
    if (type === 'column.rename') columns.set(columnId, { ...column, title });
  }
  return { columns: [...columns.values()], cards };
}
