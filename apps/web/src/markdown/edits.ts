/** A text being typed, and what is selected of it. */
export interface Typed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts `insert` in the place of what lies between `from` and `to`; what is selected then is counted from the beginning of the text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

/** Puts marks around what is selected, or takes them away. */
export function wrap({ text, start, end }: Typed, mark: string): Edit {
  const size = mark.length;
  const inner = text.slice(start, end);
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return { from: start - size, to: end + size, insert: inner, start: start - size, end: end - size };
  }
  return { from: start, to: end, insert: mark + inner + mark, start: start + size, end: end + size };
}

/** Makes a link of what is selected; then the address is to be typed, or the words if that was selected. */
export function link({ text, start, end }: Typed): Edit {
  const inner = text.slice(start, end);
  if (isAddress(inner)) return { from: start, to: end, insert: `[](${inner})`, start: start + 1, end: start + 1 };
  const place = start + inner.length + 3;
  return { from: start, to: end, insert: `[${inner}]()`, start: place, end: place };
}

/** An address that is pasted over a word makes a link of the word; `null`: it is pasted as it is. */
export function pasteAddress({ text, start, end }: Typed, pasted: string): Edit | null {
  const inner = text.slice(start, end);
  const address = pasted.trim();
  if (!/\S/.test(inner) || /[\n[\]]/.test(inner) || isAddress(inner) || !isAddress(address)) return null;
  const insert = `[${inner}](${address})`;
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s()<>]{1,2000}$/i.test(text);
}

/** Makes items of a list of the lines that are selected, or lines of the items. */
export function list({ text, start, end }: Typed): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isList = lines.every((line) => /^\s*- /.test(line));
  const insert = lines.map((line) => (isList ? line.replace('- ', '') : `- ${line}`)).join('\n');
  return { from, to, insert, start: from + insert.length, end: from + insert.length };
}

const ITEM = /^([ \t>]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?(.*)$/;

/** What Enter does in a list: another item, or the end of the list in an empty one; `null`: a line, as everywhere. */
export function continueList({ text, start, end }: Typed): Edit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const line = text.slice(from, next === -1 ? text.length : next).replace(/\r$/, '');
  const [, indent = '', bullet, number, point = '', gap = '', box, words = ''] = ITEM.exec(line) ?? [];
  if (bullet === undefined && number === undefined) return null;
  // Before its words there is no item to go on from.
  if (start < from + line.length - words.length) return null;
  if (words.trim() === '') return { from, to: from + line.length, insert: '', start: from, end: from };
  const mark = bullet ?? `${Number(number) + 1}${point}`;
  const insert = `\n${indent}${mark}${gap}${box === undefined ? '' : '[ ] '}`;
  return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length };
}
