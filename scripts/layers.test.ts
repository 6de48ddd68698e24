import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeBinary, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

/** A file that breaks a rule: the rule, the file, what it imports. */
const offences = [
  ['shared-is-pure', 'shared/model/a.ts', '../../main/push/plan.ts'],
  ['shared-is-pure', 'shared/model/b.ts', 'node:path'],
  ['shared-is-pure', 'shared/model/c.ts', 'fastify'],
  ['renderer-knows-shared-only', 'renderer/a.ts', '../main/push/plan.ts'],
  ['renderer-has-no-node', 'renderer/b.ts', 'node:fs'],
  ['preload-knows-shared-only', 'preload/a.ts', '../renderer/page.ts'],
  ['nobody-imports-the-ends', 'main/api/a.ts', '../../renderer/page.ts'],
  ['electron-in-the-shell-only', 'main/push/electron.ts', 'electron'],
  ['electron-in-the-shell-only', 'main/electron.ts', 'electron'],
  ['shell-is-entered-by-the-entry-only', 'main/api/b.ts', '../desktop/window.ts'],
  ['codecs-are-pure', 'main/codecs/wbxml/socket.ts', 'node:net'],
  ['codecs-are-pure', 'main/codecs/wbxml/file.ts', 'node:fs/promises'],
  ['codecs-are-pure', 'main/codecs/wbxml/clock.ts', 'node:timers/promises'],
  ['codecs-are-pure', 'main/codecs/wbxml/database.ts', 'better-sqlite3'],
  ['codecs-stand-alone', 'main/codecs/wbxml/store.ts', '../../store/store.ts'],
  ['platform-stands-alone', 'main/platform/a.ts', '../push/plan.ts'],
  ['store-is-below-services', 'main/store/a.ts', '../push/plan.ts'],
  ['sql-stays-in-store', 'main/push/sql.ts', 'kysely'],
  ['services-look-down', 'main/push/router.ts', '../api/router.ts'],
  ['services-look-down', 'main/sms/server.ts', '../server.ts'],
  ['services-do-not-meet', 'main/push/sms.ts', '../sms/queue.ts'],
  ['content-is-pure', 'main/groupware/content/store.ts', '../../store/store.ts'],
  ['content-is-pure', 'main/groupware/content/file.ts', 'node:fs/promises'],
  ['services-do-not-meet', 'main/sync/items.ts', '../groupware/items.ts'],
  ['router-and-transports-look-down', 'main/transport/a.ts', '../server.ts'],
  ['entries-are-ends', 'main/push/entry.ts', '../index.ts'],
  ['server-is-built-by-entries', 'main/api/server.ts', '../server.ts'],
  ['composition-is-the-server', 'main/testing/compose.ts', '../compose/engine.ts'],
  ['service-interfaces-know-the-contract-only', 'main/api/services.ts', '../push/plan.ts'],
  ['testing-is-for-tests', 'main/push/fake.ts', '../testing/fake.ts'],
  ['product-needs-no-test-tools', 'main/push/vitest.ts', 'vitest'],
  ['tests-are-ends', 'main/push/test-user.ts', './plan.test.ts'],
  ['resolvable', 'main/push/nowhere.ts', './not-there.ts'],
  ['no-cycles', 'main/push/circle.ts', './round.ts'],
] as const;

/** What is imported above, and files that keep every rule. */
const innocents: Record<string, string> = {
  'shared/model/words.ts': `import 'zod';`,
  'renderer/page.ts': `import '../shared/model/words.ts';`,
  'preload/index.ts': `import 'electron'; import '../shared/model/words.ts';`,
  'main/index.ts': `import 'electron'; import './desktop/window.ts'; import './server.ts';`,
  'main/server.ts': `import './compose/engine.ts'; import './store/store.ts';`,
  'main/compose/engine.ts': `import '../push/plan.ts'; import '../sms/queue.ts';`,
  'main/desktop/window.ts': `import 'electron'; import type {} from '../server.ts';`,
  'main/api/router.ts': `import './services.ts';`,
  'main/push/plan.ts': `import '../store/store.ts'; import '../platform/clock.ts';`,
  'main/push/plan.test.ts': `import 'vitest'; import './plan.ts'; import '../testing/fake.ts';`,
  'main/push/round.ts': `import './circle.ts';`,
  'main/groupware/items.ts': `import './content/item.ts';`,
  'main/groupware/content/item.ts': `import '../../codecs/wbxml/encode.ts'; import 'node:crypto';`,
  'main/sync/merge.ts': `import '../groupware/content/item.ts';`,
  'main/sms/queue.ts': `import '../codecs/wbxml/encode.ts';`,
  'main/store/store.ts': `import 'better-sqlite3'; import 'kysely';`,
  'main/platform/clock.ts': `import 'node:timers';`,
  'main/testing/fake.ts': `import '../push/plan.ts';`,
  'main/codecs/wbxml/encode.ts': `import '../../../shared/model/words.ts';`,
};

const packages = ['zod', 'electron', 'fastify', 'better-sqlite3', 'kysely', 'vitest'];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

describe('the layer rules', () => {
  let folder: string;
  let violations: Violation[];

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pushdesk-layers-'));
    for (const [path, text] of Object.entries(innocents)) await write(path, text);
    for (const [, path, target] of offences) await write(path, `import '${target}';`);
    for (const name of packages) {
      await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      await write(`node_modules/${name}/index.js`, '');
    }
    const { stdout } = await run(
      nodeBinary(),
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'],
        ...['shared', 'main', 'preload', 'renderer'],
      ],
      { cwd: folder },
    );
    const report = JSON.parse(stdout) as { summary: { violations: Violation[] } };
    violations = report.summary.violations;
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(offences)('%s: %s must not import %s', (rule, path) => {
    expect(violations.filter(({ from }) => from === path).map((v) => v.rule.name)).toContain(rule);
  });

  it('lets what keeps them alone', () => {
    const guilty = new Set<string>(offences.map(([, path]) => path));
    // The two ends of the circle accuse each other.
    guilty.add('main/push/round.ts');
    expect(violations.filter(({ from }) => !guilty.has(from))).toEqual([]);
  });
});
