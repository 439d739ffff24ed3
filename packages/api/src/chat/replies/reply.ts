import { asFields, asText, parseJson, type Fields } from './records.js';
import { isOneTool, typeOfTool } from '../prompt/tools.js';

/** What a text of the model says. */
export type Reply =
  | { readonly kind: 'operations'; readonly message: string; readonly operations: readonly unknown[] }
  /** The first contract: the board as the model wants it, whole or in part. */
  | { readonly kind: 'board'; readonly message: string; readonly board: Fields }
  | { readonly kind: 'prose'; readonly message: string }
  /** Meant as data, and none that can be read. */
  | { readonly kind: 'broken' };

const MAX_JSON = 1024 * 1024;
/** Braces in prose that are tried as the beginning of JSON. */
const MAX_STARTS = 40;

/** Reads a text for an answer in JSON: bare, in a fence, after reasoning, or with prose around it. */
export function parseReply(raw: string): Reply {
  const text = withoutReasoning(raw);
  const tagged = readTaggedCalls(text);
  if (tagged.operations.length > 0) return { kind: 'operations', ...tagged };
  if (text.startsWith('<tool_call>')) return { kind: 'broken' };
  const { objects, around } = objectsIn(text);
  // Models correct themselves: the last one counts.
  const reply = objects.flatMap((fields) => replyOf(fields) ?? []).at(-1);
  if (reply) return reply;
  const operations = isHalf(around) ? [] : objects.flatMap((fields) => operationOf(fields) ?? []);
  if (operations.length > 0) return { kind: 'operations', message: '', operations };
  return /^(```\w*\s*)?[{[]/.test(text) ? { kind: 'broken' } : { kind: 'prose', message: text };
}

/** The text without the thinking that some models put before what they say, or between. */
export function withoutReasoning(text: string): string {
  const closed = cutThoughts(text, (before) => !before.includes('{'));
  // Some chat templates swallow the opening tag.
  const end = /<\/think(?:ing)?>/i.exec(closed);
  const isHead = end && !/<think/i.test(closed.slice(0, end.index)) && !closed.slice(0, end.index).includes('{');
  const spoken = isHead ? closed.slice(end.index + end[0].length) : closed;
  return /^\s*<think(?:ing)?>/i.test(spoken) ? '' : spoken.trim();
}

/** The words for the person. Here braces are only letters. */
export function messageOf(reply: Reply): string {
  return reply.kind === 'broken' ? '' : cutThoughts(reply.message, () => true).trim();
}

/** @param mayCut whether thinking is to be looked for behind this text, or it could be a part of JSON */
function cutThoughts(text: string, mayCut: (before: string) => boolean): string {
  const opening = /<think(?:ing)?>/gi;
  const closing = /<\/think(?:ing)?>/gi;
  let spoken = '';
  let position = 0;
  for (;;) {
    opening.lastIndex = position;
    const open = opening.exec(text);
    const before = text.slice(position, open?.index);
    closing.lastIndex = opening.lastIndex;
    if (!open || !mayCut(before) || !closing.test(text)) return spoken + text.slice(position);
    spoken += before;
    position = closing.lastIndex;
  }
}

function replyOf(fields: Fields): Reply | null {
  const message = asText(fields['message']).trim();
  const wanted = decoded(fields['operations']);
  if (Array.isArray(wanted) && (wanted.length > 0 || !asFields(fields['board_update']))) {
    return { kind: 'operations', message, operations: wanted };
  }
  const update = decoded(fields['board_update']);
  const board = asFields(update);
  if (board) return { kind: 'board', message, board };
  if (wanted !== undefined && wanted !== null) return { kind: 'broken' };
  if (update !== undefined && update !== null) return { kind: 'broken' };
  return typeof fields['message'] === 'string' ? { kind: 'prose', message } : null;
}

/** Models write JSON as text inside JSON. */
function decoded(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}

/** Tool calls that a server left in the text, in the tags that many open models are trained on, and the text around them. */
function readTaggedCalls(text: string): { operations: Fields[]; message: string } {
  const [before = '', ...parts] = text.split('<tool_call>');
  const operations: Fields[] = [];
  const around = [before];
  for (const part of parts) {
    const end = part.indexOf('</tool_call>');
    // Where the tag that closes it ends the answer, some servers keep it to themselves.
    const call = taggedCall(end < 0 ? part : part.slice(0, end));
    if (call) operations.push(call);
    around.push(end < 0 ? '' : part.slice(end + '</tool_call>'.length));
  }
  return { operations, message: around.join('').trim() };
}

/** What stands between the tags of a call, in the form of an operation. */
export function taggedCall(body: string): Fields | null {
  // To find out that something is no JSON takes longer than to look at its beginning, and there may be many.
  if (!body.trimStart().startsWith('{')) return null;
  const call = asFields(parseJson(body));
  return call && callOf(call);
}

/** A call in the form of an operation. */
function callOf(call: Fields): Fields | null {
  const name = asText(call['name']);
  if (!/^[\w.:-]{1,64}$/.test(name)) return null;
  const fields = asFields(decoded(call['arguments'] ?? call['parameters'] ?? {}));
  if (fields === null) return null;
  return isOneTool(name) ? fields : { ...fields, type: name };
}

/** A call, or an operation, that stands in the text by itself, as models write it that were offered functions and whose server reads none. */
function operationOf(fields: Fields): Fields | null {
  if (typeOfTool(asText(fields['type'])) !== null) return fields;
  return 'arguments' in fields || 'parameters' in fields ? callOf(fields) : null;
}

/** Whether something around whole objects was begun and not ended: who breaks off has not said all. */
function isHalf(around: string): boolean {
  return around.includes('{') || around.split('[').length !== around.split(']').length;
}

function objectsIn(raw: string): { readonly objects: Fields[]; readonly around: string } {
  const text = raw.slice(0, MAX_JSON);
  const whole = asFields(parseJson(text));
  if (whole) return { objects: [whole], around: '' };
  const objects: Fields[] = [];
  let around = '';
  let position = 0;
  let start = text.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MAX_STARTS; tries++) {
    const end = endOfObject(text, start);
    const fields = end === null ? null : asFields(parseJson(text.slice(start, end)));
    if (fields && end !== null) {
      objects.push(fields);
      around += text.slice(position, start);
      position = end;
    }
    start = text.indexOf('{', fields && end !== null ? end : start + 1);
  }
  return { objects, around: around + text.slice(position) };
}

/** The position after the brace that closes the one at `start`; braces inside strings do not count. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index++) {
    const letter = text[index];
    if (inString) {
      if (letter === '\\') index++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return index + 1;
  }
  return null;
}

/** The arguments of a tool call, or null where they are not an object. */
export function parseArguments(text: string): Fields | null {
  if (text.trim() === '') return {};
  const parsed = parseJson(text);
  // Some servers encode twice.
  return asFields(typeof parsed === 'string' ? parseJson(parsed) : parsed);
}
