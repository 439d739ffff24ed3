import { utf8Size } from '@talkan/board/text';
import { NAME_BYTES } from './file-limits.js';

const NAMELESS = 'file';
// Control characters, what turns the direction of text around so that an ending reads as another one, and what separates paths.
const UNFIT = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029/\\]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The name as it is kept: one that any file system takes and that shows what it is. Its ending stays where it is too long. */
export function fitName(given: string): string {
  const base = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  const name = base.replace(LONE_SURROGATE, '').replace(UNFIT, '').normalize('NFC').trim();
  // Dots alone are folders.
  if (/^\.*$/.test(name)) return NAMELESS;
  return utf8Size(name) <= NAME_BYTES ? name : shorten(name);
}

function shorten(name: string): string {
  const ending = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? '';
  const room = NAME_BYTES - utf8Size(ending);
  let stem = '';
  let size = 0;
  for (const character of name.slice(0, name.length - ending.length)) {
    size += utf8Size(character);
    if (size > room) break;
    stem += character;
  }
  return stem + ending;
}
