import { t } from '@talkan/words/words';
import { createCallList, type CallList, type ToolCall } from './call-list.js';
import { modelFailed, type Complaint } from './failure.js';
import { complaintsIn } from './complaints.js';
import { asArray, asFields, asText, type Fields } from '../replies/records.js';
import { readUsage, type Usage } from './usage.js';

/** One whole answer of the model, however it came over the wire. */
export interface Completion {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  /** Reasoning fields that some endpoints demand back in the next request of the same turn. */
  readonly reasoning: Fields;
  /** Where the endpoint told. */
  readonly usage: Usage | null;
}

/** Hears an answer while it comes. Nothing of it is certain before the end. */
export interface Hearing {
  /** Put behind what came. */
  text(piece: string): void;
  /** All calls so far, each time one has grown. */
  calls(calls: CallList['calls']): void;
}

/** Collects the chunks of one answer. Throws a ModelFailure as soon as it is clear that no whole answer will come. */
export interface Accumulator {
  add(chunk: unknown): void;
  /** Whether the finish reason has come: whatever follows changes nothing. */
  isComplete(): boolean;
  /** Call when the stream has ended. */
  finish(): Completion;
}

/** Finish reasons under which what came is not all that the model meant to say. */
const TOO_LONG = () => t`The model reached its length limit in the middle of its answer. Ask for less at a time.`;
const UNFINISHED: ReadonlyMap<string, () => string> = new Map([
  ['length', TOO_LONG],
  ['max_tokens', TOO_LONG],
  ['content_filter', () => t`The model’s endpoint withheld the answer (content filter). Word the request differently.`],
  ['error', () => t`The model’s endpoint broke off the answer with an error. Try again.`],
]);

export function createAccumulator(model = '', hearing?: Hearing): Accumulator {
  const text: string[] = [];
  const list = createCallList();
  const reasoning = new Map<string, string>();
  const reasoningDetails: unknown[] = [];
  let finishReason: string | null = null;
  let usage: Usage | null = null;
  let chunks = 0;

  function addChoice(choice: Fields): void {
    throwOnError(choice['error'], model);
    const delta = asFields(choice['delta']) ?? asFields(choice['message']);
    if (delta) {
      const piece = contentText(delta['content']) + asText(delta['refusal']);
      text.push(piece);
      if (piece !== '') hearing?.text(piece);
      for (const key of ['reasoning_content', 'reasoning']) {
        const thought = asText(delta[key]);
        if (thought) reasoning.set(key, (reasoning.get(key) ?? '') + thought);
      }
      reasoningDetails.push(...asArray(delta['reasoning_details']));
      const parts = asArray(delta['tool_calls']);
      for (const part of parts) list.add(part);
      // The form of before 2024, which some servers still speak.
      const older = asFields(delta['function_call']);
      if (older) list.add({ index: 0, function: older });
      if (older || parts.length > 0) hearing?.calls(list.calls);
    }
    usage = readUsage(choice['usage']) ?? usage;
    const reason = asText(choice['finish_reason']);
    if (reason) finishReason = reason;
  }

  return {
    add(chunk) {
      const fields = asFields(chunk);
      if (!fields) throw modelFailed(t`The model’s endpoint sent something that is not an answer.`);
      throwOnError(fields['error'], model);
      if (fields['object'] === 'error') throwOnError(fields, model);
      chunks++;
      // Some send it with every chunk, and the last one holds it all.
      usage = readUsage(fields['usage']) ?? usage;
      for (const raw of asArray(fields['choices'])) {
        const choice = asFields(raw);
        // One answer was asked for; a second one would be mixed into the first.
        if (choice && (choice['index'] === undefined || choice['index'] === null || choice['index'] === 0))
          addChoice(choice);
      }
    },
    isComplete: () => finishReason !== null,
    finish() {
      if (chunks === 0)
        throw modelFailed(
          t`The model’s endpoint answered without an answer in it. An owner of this Talkan should look at its address in the assistant’s settings.`,
        );
      if (finishReason === null) throw modelFailed(t`The model’s answer was cut off. Try again.`);
      const unfinished = UNFINISHED.get(finishReason.toLowerCase())?.();
      if (unfinished !== undefined) throw modelFailed(unfinished);
      const fields: Record<string, unknown> = Object.fromEntries(reasoning);
      if (reasoningDetails.length > 0) fields['reasoning_details'] = reasoningDetails;
      return { text: text.join(''), calls: list.close(), reasoning: fields, usage };
    },
  };
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
  throw modelFailed(t`The model’s endpoint answered with an error. Try again.`, facts);
}
