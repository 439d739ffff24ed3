import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { readCookie, sessionCookieName } from './cookies.js';

/** What the host has understood of a request before anything acts on it. */
export interface Facts {
  readonly requestId: string;
  readonly method: string;
  /** Without the query, which may hold what people wrote. */
  readonly path: string;
  /** The client's address, as far as the trusted proxies tell it. */
  readonly address: string;
  /** Whether the person's browser came over https. */
  readonly secure: boolean;
  /** An `Authorization` header was sent, readable or not: then the cookie does not count. */
  readonly authorized: boolean;
  readonly bearer: string | null;
  readonly cookie: string | null;
  /** Browsers alone send `Origin` or `Sec-Fetch-Site`. */
  readonly browser: boolean;
}

export interface FactsOptions {
  readonly proxies: number;
  readonly publicUrl: string | null;
}

export function factsOf(req: IncomingMessage, options: FactsOptions): Facts {
  const { headers } = req;
  const secure = isSecure(req, options);
  const authorized = headers.authorization !== undefined;
  return {
    requestId: requestIdOf(req, options),
    method: req.method ?? 'GET',
    path: (req.url ?? '/').split('?', 1)[0] ?? '/',
    address: addressOf(req, options),
    secure,
    authorized,
    bearer: bearerOf(headers.authorization),
    cookie: authorized ? null : readCookie(headers.cookie, sessionCookieName(secure)),
    browser: headers.origin !== undefined || headers['sec-fetch-site'] !== undefined,
  };
}

const NETWORKS_KEPT = 1_000;
const networks = new Map<string, string>();

/**
 * Whom failed sign-ins are counted for. An IPv6 client has a whole /64 of addresses to change between; an IPv4 address is a
 * client's own, also where it is written as IPv6.
 */
export function networkOf(address: string): string {
  const network = networks.get(address) ?? findNetwork(address);
  if (networks.size >= NETWORKS_KEPT) networks.clear();
  networks.set(address, network);
  return network;
}

function findNetwork(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  const groups = [...first, ...gap, ...last].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}

function bearerOf(authorization: string | undefined): string | null {
  return /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** A proxy's own id is kept, so that its log and ours can be laid side by side; a stranger's is not. */
function requestIdOf(req: IncomingMessage, options: FactsOptions): string {
  const given = options.proxies > 0 ? single(req.headers['x-request-id']) : undefined;
  return given !== undefined && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Each proxy appends whom it saw, so only the last `proxies` entries are true; what stands before them anybody could have written. */
function addressOf(req: IncomingMessage, options: FactsOptions): string {
  const direct = req.socket.remoteAddress ?? 'unknown';
  if (options.proxies === 0) return direct;
  const seen = listOf(req.headers['x-forwarded-for']);
  return withoutPort(seen.at(-options.proxies) ?? seen[0] ?? direct);
}

/** Some proxies write down the client's port as well. It is another one for every connection, and no part of who it is. */
function withoutPort(entry: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}

function isSecure(req: IncomingMessage, options: FactsOptions): boolean {
  if (options.publicUrl?.startsWith('https:')) return true;
  return options.proxies > 0 && listOf(req.headers['x-forwarded-proto']).at(-1) === 'https';
}

function listOf(header: string | readonly string[] | undefined): readonly string[] {
  return (single(header) ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function single(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join(',');
}
