import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A command that failed without a failed test has failed all the same: a file that does not load,
 * say, or a handle that stayed open.
 * @param {Counts} counts
 * @param {number} code The command's exit code.
 * @returns {Counts}
 */
function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} file A report, which may be missing when the command broke down.
 * @param {(report: any) => Counts} read
 * @param {number} code The command's exit code.
 * @returns {Counts}
 */
function countReport(file, read, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  return withExitCode(read(JSON.parse(readFileSync(file, 'utf8'))), code);
}

/** @param {string} file Vitest's JSON report. @param {number} code Its exit code. */
export function countVitest(file, code) {
  return countReport(
    file,
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    }),
    code,
  );
}

/** @param {string} file Playwright's JSON report. @param {number} code Its exit code. */
export function countPlaywright(file, code) {
  return countReport(
    file,
    // A flaky test is one that failed.
    ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
    code,
  );
}

/** @param {boolean} hasPassed One check without tests of its own. @returns {Counts} */
export function countCheck(hasPassed) {
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, skipped: 0 };
}

/** The same for a check that was left out. */
export const leftOut = Object.freeze({ passed: 0, failed: 0, skipped: 1 });
