import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../loopback.js';
import type { Facts } from './facts.js';
import type { Problem } from './problem.js';

const WRONG_HOST: Problem = {
  status: 403,
  message:
    'Talkan does not answer under this host name. Use http://localhost, or set PUBLIC_URL to the address that people type.',
};

/**
 * A page that a name of its own lets resolve to this machine would otherwise read the board of whoever opens it:
 * the `Host` must be this machine's own name, or the one that was configured.
 */
export function createHostCheck(publicUrl: string | null): (headers: IncomingHttpHeaders) => Problem | null {
  // Nearly every request names the same one.
  let lastGood: string | undefined;
  return ({ host }) => {
    if (host !== undefined && host === lastGood) return null;
    const url = hostUrl(host);
    if (url === null || !(isLoopback(url.hostname) || isPublicHost(url, publicUrl))) return WRONG_HOST;
    lastGood = host;
    return null;
  };
}

/**
 * Another site's page can make a browser send the cookie along, or sign somebody in as another person: what changes state with
 * the cookie must come from our own page. Browsers send these headers on every such request; what is no browser sends neither.
 */
export function checkOrigin(headers: IncomingHttpHeaders, facts: Facts, publicUrl: string | null): Problem | null {
  if (facts.authorized || facts.method === 'GET' || facts.method === 'HEAD') return null;
  const site = headers['sec-fetch-site'];
  const siteAgrees = site === undefined || site === 'same-origin' || site === 'none';
  if (siteAgrees && (headers.origin === undefined || isOwnOrigin(headers, facts, publicUrl))) return null;
  return {
    status: 403,
    message: 'This request came from another site, so nothing was done. Open Talkan at its own address and try again.',
  };
}

function isOwnOrigin(headers: IncomingHttpHeaders, facts: Facts, publicUrl: string | null): boolean {
  const { origin } = headers;
  if (origin === publicUrl) return true;
  const url = hostUrl(headers.host);
  if (url === null || !isLoopback(url.hostname)) return false;
  return origin === url.origin || (facts.secure && origin === `https://${url.host}`);
}

function isPublicHost(url: URL, publicUrl: string | null): boolean {
  const expected = publicUrl === null ? null : URL.parse(publicUrl);
  // Read with the same scheme, so that a default port that is spelled out is still the same host.
  return expected !== null && URL.parse(`${expected.protocol}//${url.host}`)?.host === expected.host;
}

function hostUrl(host: string | undefined): URL | null {
  return host !== undefined && /^[A-Za-z0-9.:[\]_-]+$/.test(host) ? URL.parse(`http://${host}`) : null;
}
