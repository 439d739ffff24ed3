import { useEffect, useState, useSyncExternalStore } from 'react';
import { createSignal } from '../ui/signal';
import { JOIN_PATH } from './join-path';

const KEY = 'talkan:invitation';
const held = createSignal<string | null>(null);

/** The link that a person sends: the token stands behind `#`, which no browser sends to a server. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}${JOIN_PATH}#${token}`;
}

/** The token in what stands behind `#`, or `null`; a full stop or bracket that a message put after the link is no part of it. */
export function tokenIn(hash: string): string | null {
  return /^#([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(hash)?.[1] ?? null;
}

/** The invitation that this page was opened with; `null`: none, or a link that is not whole. */
export function useInvitation(): string | null {
  useState(take);
  useEffect(() => {
    // Another link that is put in the address bar of this page loads nothing anew.
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return useSyncExternalStore(held.subscribe, held.get);
}

/** Takes the token out of the address and the history, into where it outlives a reload of this tab and no more. */
function take(): void {
  const { hash, pathname } = location;
  if (hash === '') {
    held.set(held.get() ?? read());
    return;
  }
  history.replaceState(history.state, '', pathname);
  keep(tokenIn(hash));
}

/** It was used, or is of no use. */
export function forgetInvitation(): void {
  keep(null);
}

function keep(token: string | null): void {
  held.set(token);
  try {
    if (token === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  } catch {
    // Without a storage it lasts until the page goes.
  }
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
