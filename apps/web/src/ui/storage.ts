/** The browser's storage for this address, or `null` where it is forbidden: touching it throws then. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Keeps a small setting. Whether it outlives the page is the browser's to say. */
export function keepSetting(key: string, value: string): void {
  try {
    browserStorage()?.setItem(key, value);
  } catch {
    // A full storage: the setting lasts until the page goes.
  }
}

export function readSetting(key: string): string | null {
  try {
    return browserStorage()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Keeps something for as long as this tab is there. */
export function keepInTab(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

export function readFromTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
