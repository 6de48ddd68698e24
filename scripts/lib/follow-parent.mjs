/** How often it is looked whether the parent is still there. */
const lookEveryMs = 500;

/**
 * Ends this process, as by SIGTERM, when the npm that started it has gone. npm passes a signal on
 * to the shell in between, which dies of it without telling anybody.
 */
export function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, lookEveryMs);
  timer.unref();
}
