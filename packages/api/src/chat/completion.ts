import { modelFailed, type Complaint } from './failure.js';
import { complaintsIn } from './complaints.js';
import { asArray, asFields, asText, type Fields } from './records.js';

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it, unchecked. */
  readonly arguments: string;
  /** What the endpoint wants back with the call (signatures of hidden reasoning); untouched. */
  readonly extra?: unknown;
}

/** One whole answer of the model, however it came over the wire. */
export interface Completion {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  /** Reasoning fields that some endpoints demand back in the next request of the same turn. */
  readonly reasoning: Fields;
}

/** Collects the chunks of one answer. Throws a ModelFailure as soon as it is clear that no whole answer will come. */
export interface Accumulator {
  add(chunk: unknown): void;
  /** Whether the finish reason has come: whatever follows changes nothing. */
  isComplete(): boolean;
  /** Call when the stream has ended. */
  finish(): Completion;
}

const MAX_CALLS = 1000;
/** Finish reasons under which what came is not all that the model meant to say. */
const UNFINISHED: Readonly<Record<string, string>> = {
  length: 'The model reached its length limit in the middle of its answer. Ask for less at a time.',
  max_tokens: 'The model reached its length limit in the middle of its answer. Ask for less at a time.',
  content_filter: 'The model’s endpoint withheld the answer (content filter). Word the request differently.',
  error: 'The model’s endpoint broke off the answer with an error. Try again.',
};

interface OpenCall {
  id: string;
  name: string;
  arguments: string;
  index: number | null;
  extra?: unknown;
}

export function createAccumulator(model = ''): Accumulator {
  const text: string[] = [];
  const calls: OpenCall[] = [];
  const reasoning = new Map<string, string>();
  const reasoningDetails: unknown[] = [];
  let finishReason: string | null = null;
  let chunks = 0;

  function addCall(raw: unknown): void {
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
      throw modelFailed(`The model asked for more than ${MAX_CALLS} steps at once.`);
  }

  function addChoice(choice: Fields): void {
    throwOnError(choice['error'], model);
    const delta = asFields(choice['delta']) ?? asFields(choice['message']);
    if (delta) {
      text.push(contentText(delta['content']), asText(delta['refusal']));
      for (const key of ['reasoning_content', 'reasoning']) {
        const piece = asText(delta[key]);
        if (piece) reasoning.set(key, (reasoning.get(key) ?? '') + piece);
      }
      reasoningDetails.push(...asArray(delta['reasoning_details']));
      for (const call of asArray(delta['tool_calls'])) addCall(call);
      // The form of before 2024, which some servers still speak.
      if (asFields(delta['function_call'])) addCall({ index: 0, function: delta['function_call'] });
    }
    const reason = asText(choice['finish_reason']);
    if (reason) finishReason = reason;
  }

  return {
    add(chunk) {
      const fields = asFields(chunk);
      if (!fields) throw modelFailed('The model’s endpoint sent something that is not an answer.');
      throwOnError(fields['error'], model);
      if (fields['object'] === 'error') throwOnError(fields, model);
      chunks++;
      for (const raw of asArray(fields['choices'])) {
        const choice = asFields(raw);
        // One answer was asked for; a second one would be mixed into the first.
        if (choice && (choice['index'] === undefined || choice['index'] === null || choice['index'] === 0))
          addChoice(choice);
      }
    },
    isComplete: () => finishReason !== null,
    finish() {
      if (chunks === 0) throw modelFailed('The model’s endpoint answered without an answer in it. Check AI_BASE_URL.');
      if (finishReason === null) throw modelFailed('The model’s answer was cut off. Try again.');
      const unfinished = UNFINISHED[finishReason.toLowerCase()];
      if (unfinished !== undefined) throw modelFailed(unfinished);
      const fields: Record<string, unknown> = Object.fromEntries(reasoning);
      if (reasoningDetails.length > 0) fields['reasoning_details'] = reasoningDetails;
      return { text: text.join(''), calls: closeCalls(calls), reasoning: fields };
    },
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

/** Each call needs an id of its own, or its answer could not be told from another's. */
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

function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return asArray(content)
    .map((part) => asFields(part))
    .map((part) => (part?.['type'] === 'text' ? asText(part['text']) : ''))
    .join('');
}

function throwOnError(error: unknown, model: string): void {
  if (error === undefined || error === null || error === false) return;
  const code = asFields(error)?.['code'] ?? asFields(error)?.['status'];
  const status = Number(code);
  const complaints: ReadonlySet<Complaint> = complaintsIn(JSON.stringify(error), model);
  const facts = Number.isInteger(status) && status >= 400 && status < 600 ? { status, complaints } : { complaints };
  throw modelFailed('The model’s endpoint answered with an error. Try again.', facts);
}
