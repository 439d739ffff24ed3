import type { Refusal } from '@talkan/board/refusal';

/** Carries a `Refusal` out of a transaction or a procedure; `trpc.ts` turns it into an answer. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Failures that are not about a board's content. `message` is a sentence for a person. */
export type ApiProblem =
  | { readonly kind: 'unauthorized'; readonly message: string }
  | { readonly kind: 'too_large'; readonly message: string }
  | { readonly kind: 'unsupported_media_type'; readonly message: string }
  /** `retryAfter` in whole seconds. */
  | { readonly kind: 'too_many_requests'; readonly message: string; readonly retryAfter: number }
  | { readonly kind: 'bad_gateway'; readonly message: string; readonly retryAfter?: number }
  | { readonly kind: 'unavailable'; readonly message: string; readonly retryAfter?: number }
  | { readonly kind: 'gateway_timeout'; readonly message: string };

/** Thrown by features and by the host; `trpc.ts` gives it its status: 401, 413, 415, 429, 502, 503, 504. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}
