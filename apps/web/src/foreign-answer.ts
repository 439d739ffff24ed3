/** Something between here and Talkan has answered in its place: a proxy, or a network that wants one to sign in. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';
  readonly status: number;
  constructor(status: number) {
    super(`An answer with status ${status} that is not Talkan’s.`);
    this.status = status;
  }
}

/** The same answer, where it is one of Talkan's. */
export function ownAnswer(response: Response): Response {
  if (response.headers.get('content-type')?.includes('json')) return response;
  throw new ForeignAnswer(response.status);
}
