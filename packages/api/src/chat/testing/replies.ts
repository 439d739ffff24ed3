import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Responder } from './model-server.js';

/** A tool call as a test writes it. */
export interface WantedCall {
  readonly name: string;
  readonly arguments: unknown;
  readonly id?: string;
}

/** How a server puts tool calls on the wire. */
export type CallStyle =
  /** As OpenAI does: name first, then the arguments in pieces. */
  | 'pieces'
  /** Each call whole in one delta. */
  | 'whole'
  /** As `pieces`, with `name: null` in the later ones. */
  | 'null-names'
  | 'no-index'
  | 'no-ids'
  /** Neither index nor id, every call whole. */
  | 'bare'
  /** Every call has the index 0. */
  | 'zero-index'
  /** Arguments as an object instead of as text. */
  | 'object'
  /** Every call is sent twice. */
  | 'twice';

/** A text, streamed in pieces. */
export function says(text: string): Responder {
  return stream([...piecesOf(text).map((content) => chunk({ content })), chunk({}, 'stop'), USAGE]);
}

/** An answer in JSON, as its text. */
export function saysJson(value: unknown): Responder {
  return says(JSON.stringify(value));
}

export function callsTools(calls: readonly WantedCall[], style: CallStyle = 'pieces'): Responder {
  return stream([
    chunk({ role: 'assistant', content: null }),
    ...deltasOf(calls, style),
    chunk({}, 'tool_calls'),
    USAGE,
  ]);
}

/** One JSON body although a stream was asked for. */
export function answersWhole(message: Record<string, unknown>, finishReason: string | null = 'stop'): Responder {
  return answersJson(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finishReason }],
  });
}

export function answersJson(status: number, body: unknown, headers: Record<string, string> = {}): Responder {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** A refusal in OpenAI's form. */
export function refuses(status: number, message: string, headers: Record<string, string> = {}): Responder {
  return answersJson(status, { error: { message, type: 'invalid_request_error', code: null } }, headers);
}

export interface StreamOptions {
  /** Ends with `[DONE]`; otherwise just ends. */
  readonly done?: boolean;
  /** What happens after the chunks instead of an end: the connection is cut, or stays open in silence. */
  readonly ending?: 'cut' | 'hang';
  /** Milliseconds between chunks. */
  readonly pace?: number;
}

/** An event stream of these chunks; a string goes out as it is. */
export function stream(chunks: readonly unknown[], { done = true, ending, pace = 0 }: StreamOptions = {}): Responder {
  return async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    for (const item of chunks) {
      response.write(typeof item === 'string' ? item : `data: ${JSON.stringify(item)}\n\n`);
      // A turn of the loop at least, so that pieces arrive as pieces.
      await (pace > 0 ? sleep(pace) : setImmediate());
    }
    if (ending === 'hang') return;
    if (ending === 'cut') response.destroy();
    else response.end(done ? 'data: [DONE]\n\n' : '');
  };
}

/** Takes the request and never says a word. */
export const staysSilent: Responder = () => {};

export function chunk(delta: Record<string, unknown>, finishReason: string | null = null): Record<string, unknown> {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  };
}

const USAGE = {
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  choices: [],
  usage: { prompt_tokens: 40, completion_tokens: 2, total_tokens: 42 },
};

/** The chunks of tool calls in a style of wire format. */
export function deltasOf(calls: readonly WantedCall[], style: CallStyle): Record<string, unknown>[] {
  return calls.flatMap((call, position) => {
    const id = call.id ?? `call_${position}x`;
    const text = typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments);
    const one = (part: Record<string, unknown>) => chunk({ tool_calls: [{ type: 'function', ...part }] });
    const whole = { name: call.name, arguments: text };
    switch (style) {
      case 'whole':
        return [one({ index: position, id, function: whole })];
      case 'bare':
        return [one({ function: whole })];
      case 'object':
        return [one({ index: position, id, function: { name: call.name, arguments: call.arguments } })];
      case 'twice':
        return [one({ index: position, id, function: whole }), one({ index: position, id, function: whole })];
      case 'zero-index':
        return inPieces(one, { index: 0, id, name: call.name, text });
      case 'no-index':
        return inPieces(one, { id, name: call.name, text });
      case 'no-ids':
        return inPieces(one, { index: position, name: call.name, text });
      case 'null-names':
        return inPieces(one, { index: position, id, name: call.name, text, later: { name: null } });
      case 'pieces':
        return inPieces(one, { index: position, id, name: call.name, text });
    }
  });
}

interface Pieces {
  readonly index?: number;
  readonly id?: string;
  readonly name: string;
  readonly text: string;
  readonly later?: { readonly name: null };
}

function inPieces(
  one: (part: Record<string, unknown>) => Record<string, unknown>,
  { index, id, name, text, later }: Pieces,
): Record<string, unknown>[] {
  const place = index === undefined ? {} : { index };
  return [
    one({ ...place, ...(id === undefined ? {} : { id }), function: { name, arguments: '' } }),
    ...piecesOf(text).map((piece) => one({ ...place, function: { ...later, arguments: piece } })),
  ];
}

function piecesOf(text: string): string[] {
  return text.match(/[\s\S]{1,7}/gu) ?? [];
}
