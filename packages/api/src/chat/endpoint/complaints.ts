import type { Complaint } from './failure.js';

const WORDS: readonly (readonly [Complaint, RegExp])[] = [
  ['length', /context.?(length|window|size)|too many tokens|too long|maximum.{0,20}tokens|reduce the length/i],
  ['reasoning', /reasoning|thinking|enable_thinking/i],
  ['tools', /\btools?\b|tool_|tool-|\bfunctions?\b|function.?call|jinja/i],
  ['usage', /stream.?options|include.?usage/i],
  ['schema', /schema|response.?format|json.?object|json.?mode|structured|grammar/i],
];

/** What an endpoint's error is about. The model's own name is taken out first: it may well be called `toolformer`. */
export function complaintsIn(body: string, model: string): ReadonlySet<Complaint> {
  const text = model === '' ? body : body.replaceAll(model, '');
  return new Set(WORDS.filter(([, words]) => words.test(text)).map(([complaint]) => complaint));
}
