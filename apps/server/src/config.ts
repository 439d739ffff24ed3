import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { ModelConfig } from '@talkan/api/context';
import { backupFolder } from '@talkan/api/db/backups';
import type { FileLimits } from '@talkan/api/files/file-limits';
import type { ZodError } from 'zod';
import { DEFAULT_MODEL, environment, projectRoot, type Environment } from './config-schema.js';
import { isLoopback } from './loopback.js';

const MIB = 1024 * 1024;

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the SQLite file. */
  readonly databaseFile: string;
  /** Where backups lie. */
  readonly backupFolder: string;
  /** Whether the server makes them by itself: daily, and before it changes the database's shape. */
  readonly backups: boolean;
  /** How much one file on a card may be, and all files of a board together. */
  readonly fileLimits: FileLimits;
  /** The origin that people type (`https://board.example.com`), or null where it is reached as this machine only. */
  readonly publicUrl: string | null;
  /** How many proxies stand in front and are believed; 0 ignores what they say. */
  readonly proxies: number;
  readonly firstUser: { readonly username: string; readonly password: string } | null;
  readonly allowDemoLogin: boolean;
  readonly model: ModelConfig | null;
  /** With which keys in the database are encrypted; null: the one in a file beside it. */
  readonly secret: string | null;
  readonly logLevel: NonNullable<Environment['LOG_LEVEL']>;
  /** Strings that must never be written to a log. */
  readonly secrets: readonly string[];
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads `.env` at the project's root and the environment, which wins. */
export function loadConfig(): ConfigResult {
  const file = readEnvFile();
  return typeof file === 'string' ? { ok: false, problems: [file] } : readConfig({ ...file, ...process.env });
}

/** Variables → configuration, or one sentence for each thing that is wrong. An empty variable counts as not set. */
export function readConfig(variables: Variables): ConfigResult {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) return { ok: false, problems: problemsIn(parsed.error) };
  return { ok: true, config: configOf(parsed.data) };
}

/** Whether somebody on another machine could reach the server. */
export function isReachable(config: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return config.publicUrl !== null || !isLoopback(config.host);
}

/** One sentence a variable: what else is wrong with it follows from the first. */
function problemsIn(error: ZodError): readonly string[] {
  const first = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const about = path.length === 0 ? message : path.join('.');
    if (!first.has(about)) first.set(about, message);
  }
  return [...first.values()];
}

function configOf(values: Environment): Config {
  const { TALKAN_USER: username, TALKAN_PASSWORD: password } = values;
  return {
    host: values.HOST,
    port: values.PORT,
    databaseFile: values.DATABASE_URL,
    backupFolder: backupFolder(values.DATABASE_URL, values.BACKUP_DIR),
    backups: values.BACKUPS,
    fileLimits: { fileBytes: values.MAX_FILE_MB * MIB, boardBytes: values.MAX_BOARD_FILES_MB * MIB },
    publicUrl: values.PUBLIC_URL ?? null,
    proxies: values.TRUST_PROXY,
    firstUser: username !== undefined && password !== undefined ? { username, password } : null,
    allowDemoLogin: values.ALLOW_DEMO_LOGIN,
    model: modelOf(values),
    secret: values.TALKAN_SECRET ?? null,
    // Whoever starts it in a terminal wants the address, not a line for each request.
    logLevel: values.LOG_LEVEL ?? (process.stdout.isTTY ? 'warn' : 'info'),
    secrets: [password, values.AI_API_KEY, values.OPENROUTER_API_KEY, values.TALKAN_SECRET].filter(
      (secret) => secret !== undefined,
    ),
  };
}

/** A key is enough, and so is an endpoint: one on the same machine mostly asks for no key. */
function modelOf(values: Environment): ModelConfig | null {
  const apiKey = values.AI_API_KEY ?? values.OPENROUTER_API_KEY;
  if (apiKey === undefined && values.AI_BASE_URL === undefined) return null;
  const { AI_BASE_URL: baseUrl = DEFAULT_MODEL.baseUrl, AI_MODEL: model = DEFAULT_MODEL.model } = values;
  const isDefault = baseUrl === DEFAULT_MODEL.baseUrl && model === DEFAULT_MODEL.model;
  const contextTokens = values.AI_CONTEXT_TOKENS ?? (isDefault ? DEFAULT_MODEL.contextTokens : undefined);
  return { baseUrl, apiKey: apiKey ?? '', model, ...(contextTokens !== undefined && { contextTokens }) };
}

function readEnvFile(): Variables | string {
  const file = path.join(projectRoot, '.env');
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return {};
    return `The file ${file} cannot be read (${String(code)}). Make it readable, or remove it and use environment variables.`;
  }
}
