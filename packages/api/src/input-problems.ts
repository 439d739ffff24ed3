import type { z } from 'zod';

/** One thing wrong with an input. `path` as in `operations.0.title`; empty for the input itself. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** More than anyone reads. A large body can be wrong in thousands of places. */
const FIELDS_TOLD = 20;
const PATH_LENGTH = 200;

/** What is wrong with an input, field by field. */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  return error.issues
    .slice(0, FIELDS_TOLD)
    .flatMap((issue) => problemsOf(issue, []))
    .slice(0, FIELDS_TOLD);
}

/** The same in one sentence. */
export function describeFields(fields: readonly FieldProblem[]): string {
  const [first] = fields;
  if (!first) return 'The request was not understood. Compare it with the documentation.';
  const where = first.path === '' ? 'The request’s input' : `The field “${first.path}”`;
  const more = fields.length > 1 ? ' There are more problems.' : '';
  return `${where} was not accepted. ${first.message}.${more}`;
}

function problemsOf(issue: Issue, above: Path): FieldProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathText([...path, key]), message: 'There is no such field here' }));
  }
  if (issue.code === 'invalid_union') {
    const branch = closest(issue.errors);
    if (branch) return branch.flatMap((inner) => problemsOf(inner, path));
  }
  return [{ path: pathText(path), message: sayIssue(issue) }];
}

// Keys come from the sender, in any length.
function pathText(path: Path): string {
  return path.join('.').slice(0, PATH_LENGTH);
}

/** Of the alternatives of a union, the one that fits in its outer type: there the mistake is further in. */
function closest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return alternatives.find(
    (issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0),
  );
}

/** What zod itself would say is for programmers; what a schema says in its own words stays as it is. */
function sayIssue(issue: Issue): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (!/^(Invalid (input|option|discriminator)|Too (small|big))/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.message.endsWith('received undefined')) return 'It is missing';
      return `Must be ${KINDS.get(issue.expected) ?? issue.expected}`;
    }
    case 'too_small':
      if (Number(issue.minimum) === 1 && issue.origin !== 'number') return 'Must not be empty';
      return `Must be at least ${issue.minimum}${UNITS.get(issue.origin) ?? ''}`;
    case 'too_big':
      return `Must be at most ${issue.maximum}${UNITS.get(issue.origin) ?? ''}`;
    case 'invalid_value':
      return `Must be one of ${issue.values.map((value) => `'${String(value)}'`).join(', ')}`;
    case 'invalid_union': {
      const known = issue.message.match(/'[^']+'/g);
      return known ? `Must be one of ${known.join(', ')}` : 'Is of the wrong type';
    }
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message;
  }
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['record', 'an object'],
]);
const UNITS: ReadonlyMap<string, string> = new Map([
  ['string', ' characters'],
  ['array', ' items'],
]);
