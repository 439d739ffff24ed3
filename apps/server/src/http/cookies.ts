/** Over https the name itself makes browsers refuse the cookie from any other host, path or plain http. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-talkan_session' : 'talkan_session';
}

/** The first cookie of that name, or null. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at === -1 || pair.slice(0, at).trim() !== name) continue;
    return pair.slice(at + 1).trim() || null;
  }
  return null;
}

export interface SessionCookie {
  /** Null takes the cookie away. */
  readonly token: string | null;
  readonly maxAgeSeconds: number;
  readonly secure: boolean;
}

export function writeSessionCookie({ token, maxAgeSeconds, secure }: SessionCookie): string {
  const age = token === null ? 0 : Math.max(0, Math.floor(maxAgeSeconds));
  const parts = [`${sessionCookieName(secure)}=${token ?? ''}`, 'Path=/', `Max-Age=${age}`, 'HttpOnly', 'SameSite=Lax'];
  return (secure ? [...parts, 'Secure'] : parts).join('; ');
}
