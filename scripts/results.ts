import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
}

export interface Run {
  readonly succeeded: boolean;
  /** Where the runner wrote its JSON report. */
  readonly report: string;
}

export function tallyVitest(run: Run): Tally {
  const report = read(run) as VitestReport | null;
  if (report === null) return crashed;
  // A file that fails before its first test has no failed test to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return honest(run, { passed: report.numPassedTests, failed: report.numFailedTests + broken.length });
}

export function tallyPlaywright(run: Run): Tally {
  const report = read(run) as PlaywrightReport | null;
  if (report === null) return crashed;
  const { expected, unexpected, flaky } = report.stats;
  // A test that passes only at its second try has not passed.
  return honest(run, { passed: expected, failed: unexpected + flaky + report.errors.length });
}

export function tallyCheck(succeeded: boolean): Tally {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}

export function describeTally({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

const crashed: Tally = { passed: 0, failed: 1 };

/** A runner that ended badly counts as a failure even where every test that it reports has passed, or where there was none. */
function honest({ succeeded }: Run, tally: Tally): Tally {
  const suspicious = !succeeded || tally.passed === 0;
  return suspicious && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function read({ report }: Run): unknown {
  if (!existsSync(report)) return null;
  return JSON.parse(readFileSync(report, 'utf8'));
}
