import { t } from '@talkan/words/words';
import { modelFailed } from './failure.js';
import { asFields, asText } from '../replies/records.js';

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it, unchecked. */
  readonly arguments: string;
  /** What the endpoint wants back with the call (signatures of hidden reasoning); untouched. */
  readonly extra?: unknown;
}

/** The calls of one answer, put together from their pieces. */
export interface CallList {
  add(raw: unknown): void;
  /** The calls as far as they have come; the last ones may still be unfinished. */
  readonly calls: readonly Pick<ToolCall, 'name' | 'arguments'>[];
  /** Each with an id of its own, or its answer could not be told from another's. */
  close(): ToolCall[];
}

const MAX_CALLS = 1000;

interface OpenCall {
  id: string;
  name: string;
  arguments: string;
  index: number | null;
  extra?: unknown;
}

export function createCallList(): CallList {
  const calls: OpenCall[] = [];
  return {
    calls,
    add(raw) {
      const delta = asFields(raw);
      const wanted = asFields(delta?.['function']);
      if (!delta || !wanted) return;
      const part: OpenCall = {
        id: asText(delta['id']),
        name: asText(wanted['name']),
        arguments: argumentsText(wanted['arguments']),
        index: typeof delta['index'] === 'number' ? delta['index'] : null,
      };
      if (delta['extra_content'] !== undefined) part.extra = delta['extra_content'];
      const open = findOpen(calls, part);
      if (open) extend(open, part);
      else if (calls.push(part) > MAX_CALLS)
        throw modelFailed(t`The model asked for more than ${MAX_CALLS} steps at once.`);
    },
    close: () => closeCalls(calls),
  };
}

/** Which call a piece belongs to: servers leave out the index, the ids, or give every call the index 0. */
function findOpen(calls: readonly OpenCall[], part: OpenCall): OpenCall | undefined {
  const open = calls.findLast((call) => mayContinue(call, part));
  // Without a name it cannot be a call of its own.
  if (!open) return part.name === '' ? calls.at(-1) : undefined;
  if (part.name === '' || isRepeat(open, part)) return open;
  if (isWholeObject(open.arguments) && !isPlaceholder(open, part)) return undefined;
  return part.index === null && part.id === '' && isWholePart(part) ? undefined : open;
}

function mayContinue(call: OpenCall, part: OpenCall): boolean {
  if (call.index !== null && part.index !== null && call.index !== part.index) return false;
  if (call.id !== '' && part.id !== '' && call.id !== part.id) return false;
  // Something must tie a named piece to a call that has an index or an id of its own.
  return part.index !== null || part.id === '' || call.id === part.id;
}

function extend(call: OpenCall, part: OpenCall): void {
  if (isRepeat(call, part)) return;
  call.id ||= part.id;
  if (call.arguments === '' && part.name !== call.name) call.name += part.name;
  call.arguments = isPlaceholder(call, part) ? part.arguments : call.arguments + part.arguments;
  if (part.extra !== undefined) call.extra = part.extra;
}

/** A call that comes again whole says nothing new. */
function isRepeat(call: OpenCall, part: OpenCall): boolean {
  return part.name === call.name && part.arguments === call.arguments && isWholeObject(call.arguments);
}

/** Some servers open a call with `{}` and send the real arguments afterwards. */
function isPlaceholder(call: OpenCall, part: OpenCall): boolean {
  return call.arguments === '{}' && part.arguments.startsWith('{') && (part.name === '' || part.name === call.name);
}

function isWholePart(part: OpenCall): boolean {
  return part.name !== '' && isWholeObject(part.arguments);
}

function isWholeObject(text: string): boolean {
  if (!text.trimEnd().endsWith('}')) return false;
  try {
    return asFields(JSON.parse(text)) !== null;
  } catch {
    return false;
  }
}

function closeCalls(calls: readonly OpenCall[]): ToolCall[] {
  const used = new Set<string>();
  return calls.map((call, position) => {
    const id = call.id !== '' && !used.has(call.id) ? call.id : `call_${position + 1}`;
    used.add(id);
    const closed = { id, name: call.name, arguments: call.arguments };
    return call.extra === undefined ? closed : { ...closed, extra: call.extra };
  });
}

function argumentsText(value: unknown): string {
  if (typeof value === 'string') return value;
  return asFields(value) ? JSON.stringify(value) : '';
}
