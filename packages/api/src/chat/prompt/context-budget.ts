/** Where nobody has said how much a model holds: what local servers give one if they are not told otherwise. */
const USUAL_TOKENS = 4096;
/** From here on there is room for a definition of each operation; below, one function takes all of them. */
const ROOMY = 24_000;

/** How the tokens that a model can hold are divided: what is not named here is for the prompt. */
export interface ContextBudget {
  readonly window: number;
  /** For the answer, with all that the model thinks before it. */
  readonly answer: number;
  /** For what is looked up in the turn: the board gives way to it. */
  readonly lookups: number;
  /** What of that the board leaves free from the start, so that a server need not read all of the prompt again for a little more. */
  readonly steps: number;
  /** For the marks of the chat template, and an estimate that was too low all the same. */
  readonly spare: number;
  readonly isRoomy: boolean;
}

/** @param window the tokens that the model can hold, question and answer included */
export function budgetFor(window = USUAL_TOKENS): ContextBudget {
  return {
    window,
    answer: between(256, window / 8, 4096),
    lookups: between(256, window * 0.3, 16_000),
    steps: between(256, window / 7, 8000),
    spare: Math.ceil(window / 25) + 40,
    isRoomy: window >= ROOMY,
  };
}

function between(least: number, wanted: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, wanted)));
}
