interface Build {
  /** Of the place where it is kept. */
  readonly name: string;
  readonly files: readonly string[];
  /** Where its page is opened. */
  readonly address: string;
  readonly page: Response;
}

/** What of the browser's store it takes. */
interface Places {
  delete(name: string): Promise<boolean>;
  open(name: string): Promise<Pick<Cache, 'addAll' | 'put'>>;
}

/** Keeps all of a build, or nothing of it. */
export async function keepBuild(places: Places, { name, files, address, page }: Build): Promise<void> {
  // Gone back to, a build is the newest again: which of the others stays goes by when they came.
  await places.delete(name);
  try {
    const cache = await places.open(name);
    await cache.addAll([...files]);
    // Last: where it is, everything is.
    await cache.put(address, page);
  } catch (error) {
    // A part of a build must not take the place of a whole one when the next comes.
    await places.delete(name);
    throw error;
  }
}
