import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** Strings that must not appear, wherever they come from: a provider repeats the key it was sent in its error. */
  readonly secrets: readonly string[];
  readonly destination?: DestinationStream;
}

/** One JSON object a line. Written synchronously: the last lines before an end are the ones that explain it. */
export function createLog({ level, secrets, destination }: LogOptions): Log {
  const options = {
    level,
    base: { pid: process.pid },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: (error: unknown) => describeError(error, secrets) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

// Only these parts of an error are written: others may hold a request with its headers, or what somebody wrote on a card.
function describeError(error: unknown, secrets: readonly string[], depth = 0): unknown {
  if (!(error instanceof Error)) return hide(String(error), secrets);
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause !== undefined && depth < 4 ? { cause: describeError(error.cause, secrets, depth + 1) } : {};
  return { type: error.name, ...code, stack: hide(error.stack ?? error.message, secrets), ...cause };
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '[secret]'), text);
}
