import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What failed and why, as far as the runner told. */
  readonly troubles: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly VitestFile[];
}

interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly { readonly message?: string }[];
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly file: string;
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: string;
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
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
  const troubles = [...broken.map(({ name, message }) => `${name}\n${message}`), ...vitestTroubles(report)];
  return honest(run, { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, troubles });
}

function vitestTroubles({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}\n${failureMessages.join('\n')}`),
  );
}

export function tallyPlaywright(run: Run): Tally {
  const report = read(run) as PlaywrightReport | null;
  if (report === null) return crashed;
  const { expected, unexpected, flaky } = report.stats;
  const troubles = [
    ...report.errors.map(({ message }) => message ?? 'The browser tests failed outside of any test.'),
    ...report.suites.flatMap(playwrightTroubles),
  ];
  return honest(run, { passed: expected + flaky, failed: unexpected + report.errors.length, troubles });
}

function playwrightTroubles({ suites = [], specs }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results, status }) => {
        const errors = results.flatMap((result) => result.errors).map(({ message }) => message ?? '');
        const second = status === 'flaky' ? ' (passed at its second try)' : '';
        return `[${projectName}] ${file} › ${title}${second}\n${errors.join('\n')}`;
      }),
  );
  return [...own, ...suites.flatMap(playwrightTroubles)];
}

export function tallyCheck(succeeded: boolean): Tally {
  return succeeded ? { passed: 1, failed: 0, troubles: [] } : crashed;
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    troubles: tallies.flatMap(({ troubles }) => troubles),
  };
}

export function describeTally({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

const crashed: Tally = { passed: 0, failed: 1, troubles: [] };

/** A runner that ended badly counts as a failure even where every test that it reports has passed, or where there was none. */
function honest({ succeeded }: Run, tally: Tally): Tally {
  const suspicious = !succeeded || tally.passed === 0;
  return suspicious && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function read({ report }: Run): unknown {
  if (!existsSync(report)) return null;
  return JSON.parse(readFileSync(report, 'utf8'));
}
