import { hash, randomBytes } from 'node:crypto';

/** 256 bits, in base64url: 43 characters. Nobody guesses one. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: who reads the database cannot use it. */
export function hashToken(token: string): string {
  return hash('sha256', token);
}
