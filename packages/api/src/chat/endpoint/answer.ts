import { t } from '@talkan/words/words';
import { createAccumulator, type Completion, type Hearing } from './completion.js';
import { createEventReader } from './events.js';
import { ModelFailure, modelFailed } from './failure.js';
import { parseJson } from '../replies/records.js';

export interface Reading {
  readonly model: string;
  readonly maxBytes: number;
  /** Called on every piece that arrives; with milliseconds once nothing more is really needed. */
  readonly touch: (ms?: number) => void;
  readonly hearing?: Hearing | undefined;
}

/** After the finish reason only usage figures follow, if anything. */
const LINGER_MS = 1000;

/** Reads a whole answer from a response: an event stream, or one JSON body from a server that does not stream. */
export async function readAnswer(response: Response, reading: Reading): Promise<Completion> {
  const accumulator = createAccumulator(reading.model, reading.hearing);
  const events = createEventReader();
  let head = '';
  let form: Form | null = null;
  let done = false;

  function takeEvents(data: readonly string[]): void {
    for (const item of data) {
      done ||= item.trim() === '[DONE]';
      if (!done) accumulator.add(parseJson(item));
    }
  }

  try {
    for await (const text of readText(response, reading.maxBytes, reading.touch)) {
      // Some send nothing but space for as long as they have no answer.
      head = form === null ? (head + text).trimStart() : head + text;
      form ??= formOf(head);
      if (form === 'page')
        throw modelFailed(
          t`The model’s endpoint answered with a web page. An owner of this Talkan should look at its address in the assistant’s settings.`,
        );
      if (form !== 'events') continue;
      takeEvents(events.push(head));
      head = '';
      if (done) break;
      if (accumulator.isComplete()) reading.touch(LINGER_MS);
    }
    if (form === 'json') accumulator.add(parseJson(head));
    else if (form === 'events') takeEvents(events.end());
  } catch (error) {
    // What is cut or hangs after the finish reason is whole all the same; an error that was sent is not.
    if (!accumulator.isComplete() || (error instanceof ModelFailure && error.kind === 'failed')) throw error;
  }
  return accumulator.finish();
}

/** A body as text, piece by piece, up to so many bytes. */
export async function* readText(
  response: Response,
  maxBytes: number,
  touch: (ms?: number) => void,
): AsyncGenerator<string> {
  if (response.body === null) return;
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const piece of response.body) {
    touch();
    bytes += piece.byteLength;
    if (bytes > maxBytes) throw modelFailed(t`The model answered more than can be read. Ask for less at a time.`);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

type Form = 'events' | 'json' | 'page';

function formOf(head: string): Form | null {
  const first = head.charAt(0);
  if (first === '') return null;
  if (first === '{') return 'json';
  return first === '<' ? 'page' : 'events';
}
