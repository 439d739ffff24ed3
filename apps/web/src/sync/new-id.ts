import type { Id } from '@talkan/board/model';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz012345';
const LENGTH = 20;

/** A new id: 100 random bits. Not `randomUUID`, which a page served over plain http in a home network does not have. */
export function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
