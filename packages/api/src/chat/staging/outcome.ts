/** What became of one thing that the model asked for. */
export type Outcome =
  | { readonly kind: 'staged'; readonly text: string }
  /** It is so already. */
  | { readonly kind: 'idle'; readonly text: string }
  /** The very same was asked for before in this turn. */
  | { readonly kind: 'repeated'; readonly text: string }
  /** Cannot be done: why, for a person, and what helps the model to do better. */
  | { readonly kind: 'problem'; readonly text: string; readonly hint?: string };

export type Problem = Extract<Outcome, { kind: 'problem' }>;
