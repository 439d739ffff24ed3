import type { IncomingMessage } from 'node:http';

/** How a body can be compressed, the better way first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The best of these that the client takes; null: as it is. */
export function chooseEncoding(req: IncomingMessage, offered: readonly Encoding[] = ENCODINGS): Encoding | null {
  const accepted = req.headers['accept-encoding'];
  if (accepted === undefined) return null;
  return offered.find((encoding) => accepts(accepted, encoding)) ?? null;
}

function accepts(header: string, encoding: Encoding): boolean {
  return header
    .toLowerCase()
    .split(',')
    .some((entry) => {
      const [name, ...parameters] = entry.split(';').map((part) => part.trim());
      return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
    });
}
