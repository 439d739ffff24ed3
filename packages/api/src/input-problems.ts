import type { z } from 'zod';

/** One thing wrong with an input. `path` as in `operations.0.title`; empty for the input itself. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong with an input, field by field. */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, []));
}

/** The same in one sentence. */
export function describeFields(fields: readonly FieldProblem[]): string {
  const [first] = fields;
  if (!first) return 'The request was not understood. Compare it with the documentation.';
  const where = first.path === '' ? 'The request' : `The field “${first.path}”`;
  const more =
    fields.length > 1
      ? ` There ${fields.length === 2 ? 'is 1 more problem' : `are ${fields.length - 1} more problems`}.`
      : '';
  return `${where} was not accepted. ${first.message}.${more}`;
}

function problemsOf(issue: Issue, above: Path): FieldProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'There is no such field here' }));
  }
  if (issue.code === 'invalid_union') {
    const branch = closest(issue.errors);
    if (branch) return branch.flatMap((inner) => problemsOf(inner, path));
  }
  return [{ path: path.join('.'), message: issue.message }];
}

/** Of the alternatives of a union, the one that fits in its outer type: there the mistake is further in. */
function closest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return alternatives.find(
    (issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0),
  );
}
