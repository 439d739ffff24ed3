import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { hostOf } from './loopback.js';

const yes = new Set(['1', 'true', 'yes', 'on']);
const no = new Set(['0', 'false', 'no', 'off']);

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function wholeNumber(variable: string, range: { readonly from: number; readonly to: number }) {
  const message = `${variable} must be a whole number from ${range.from} to ${range.to}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= range.from && value <= range.to, message);
}

function flag(variable: string) {
  return z
    .string()
    .toLowerCase()
    .refine((value) => yes.has(value) || no.has(value), `${variable} must be 1 or 0.`)
    .transform((value) => yes.has(value));
}

function webAddress(variable: string, example: string) {
  return z
    .string()
    .refine(
      (value) => isWebAddress(value),
      `${variable} must be an address that begins with http:// or https://, like ${example}.`,
    );
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
}

const DEFAULT_ENDPOINT = 'https://openrouter.ai/api/v1';
const endpoint = webAddress('AI_BASE_URL', DEFAULT_ENDPOINT).refine(
  (value) => !hasCredentials(value),
  'AI_BASE_URL must not hold a user or a password: the key is AI_API_KEY.',
);

function hasCredentials(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (url.username !== '' || url.password !== '');
}

/** The model that is asked where none is named, and as much of what it can hold as a question about a board is worth. */
export const DEFAULT_MODEL = {
  baseUrl: DEFAULT_ENDPOINT,
  model: 'openai/gpt-oss-120b',
  contextTokens: 32_768,
} as const;

const publicUrl = webAddress('PUBLIC_URL', 'https://board.example.com')
  .transform((value) => URL.parse(value))
  .refine(
    (url) => url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '',
    'PUBLIC_URL must be an address alone, without a path, a query or a user: Talkan is served at the root of its address.',
  )
  .transform((url) => url?.origin);

const trustProxy = z
  .string()
  .toLowerCase()
  .regex(
    /^(?:\d|true|false|yes|no|on|off)$/,
    'TRUST_PROXY must be the number of proxies in front of Talkan, from 0 to 9 (1 for a single nginx or Caddy).',
  )
  .transform((value) => (/^\d$/.test(value) ? Number(value) : yes.has(value) ? 1 : 0));

const databaseUrl = z
  .string()
  .refine(
    (value) => !/^postgres(?:ql)?:/i.test(value),
    'DATABASE_URL names a PostgreSQL database, which this version cannot use yet. Use a file, like file:data/talkan.db.',
  )
  .refine(
    (value) => /^file:./i.test(value) && !value.includes('?') && !value.includes('\0'),
    'DATABASE_URL must be a file, like file:data/talkan.db (relative to the project) or file:/var/lib/talkan/talkan.db.',
  )
  .transform((value) => databaseFile(value))
  .refine(
    (value) => value !== null,
    'DATABASE_URL is not a file address that can be read. Use one like file:data/talkan.db.',
  );

/** The repository's root: this file stands in apps/server/src or apps/server/dist. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

function databaseFile(value: string): string | null {
  if (!/^file:\/\//i.test(value)) return path.resolve(projectRoot, value.slice('file:'.length));
  try {
    return fileURLToPath(value);
  } catch {
    return null;
  }
}

/** The one description of what may be configured. Every message names its variable; none repeats a value, which may be a secret. */
export const environment = z
  .object({
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:[\]_-]+$/, 'HOST must be an IP address or a host name, like 127.0.0.1.')
      .transform((value) => hostOf(value))
      .default('127.0.0.1'),
    PORT: wholeNumber('PORT', { from: 0, to: 65_535 }).default(3000),
    DATABASE_URL: databaseUrl.default(path.join(projectRoot, 'data', 'talkan.db')),
    BACKUPS: flag('BACKUPS').default(true),
    BACKUP_DIR: z
      .string()
      .refine((value) => !value.includes('\0'), 'BACKUP_DIR must be a folder, like /var/backups/talkan.')
      .transform((value) => path.resolve(projectRoot, value))
      .optional(),
    MAX_FILE_MB: wholeNumber('MAX_FILE_MB', { from: 1, to: 10_000 }).default(25),
    MAX_BOARD_FILES_MB: wholeNumber('MAX_BOARD_FILES_MB', { from: 1, to: 10_000_000 }).default(2048),
    PUBLIC_URL: publicUrl.optional(),
    TRUST_PROXY: trustProxy.default(0),
    TALKAN_USER: z.string().trim().min(1).max(120, 'TALKAN_USER must have at most 120 characters.').optional(),
    TALKAN_PASSWORD: z
      .string()
      .min(8, 'TALKAN_PASSWORD must have at least 8 characters.')
      .max(200, 'TALKAN_PASSWORD must have at most 200 characters.')
      .optional(),
    ALLOW_DEMO_LOGIN: flag('ALLOW_DEMO_LOGIN').default(false),
    AI_API_KEY: z.string().trim().optional(),
    OPENROUTER_API_KEY: z.string().trim().optional(),
    AI_BASE_URL: endpoint.optional(),
    AI_MODEL: z.string().trim().max(200, 'AI_MODEL must have at most 200 characters.').optional(),
    AI_CONTEXT_TOKENS: wholeNumber('AI_CONTEXT_TOKENS', { from: 4096, to: 10_000_000 }).optional(),
    TALKAN_SECRET: z
      .string()
      .trim()
      .min(32, 'TALKAN_SECRET must have at least 32 characters. “openssl rand -hex 32” makes a good one.')
      .max(1000, 'TALKAN_SECRET must have at most 1,000 characters.')
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).optional(),
  })
  .refine((values) => values.TALKAN_USER === undefined || values.TALKAN_PASSWORD !== undefined, {
    message: 'TALKAN_USER is set, but TALKAN_PASSWORD is not: set both, or neither.',
  })
  .refine((values) => values.TALKAN_PASSWORD === undefined || values.TALKAN_USER !== undefined, {
    message: 'TALKAN_PASSWORD is set, but TALKAN_USER is not: set both, or neither.',
  });

export type Environment = z.infer<typeof environment>;
