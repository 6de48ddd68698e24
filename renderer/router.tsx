import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { AccountsPage } from './routes/accounts/index.tsx';
import { DevicesPage } from './routes/devices/index.tsx';
import { CrashedPage, NotFoundPage } from './routes/errors/index.tsx';
import { GuidesPage } from './routes/guides/index.tsx';
import { LogPage } from './routes/log/index.tsx';
import { OverviewPage } from './routes/overview/index.tsx';
import { PushPage } from './routes/push/index.tsx';
import { SessionPage } from './routes/session/index.tsx';
import { SettingsPage } from './routes/settings/index.tsx';
import { SetupPage } from './routes/setup/index.tsx';
import { SmsPage } from './routes/sms/index.tsx';
import { SyncPage } from './routes/sync/index.tsx';
import { TracePage } from './routes/trace/index.tsx';
import { parseSearch, stringifySearch, toSearchValues } from './routing/search.ts';
import { Frame } from './shell/frame.tsx';

const at = createRootRoute({ component: Frame, validateSearch: toSearchValues });

const routeTree = at.addChildren([
  createRoute({ getParentRoute: () => at, path: '/', component: OverviewPage }),
  createRoute({ getParentRoute: () => at, path: '/accounts', component: AccountsPage }),
  createRoute({ getParentRoute: () => at, path: '/devices', component: DevicesPage }),
  createRoute({ getParentRoute: () => at, path: '/push', component: PushPage }),
  createRoute({ getParentRoute: () => at, path: '/sms', component: SmsPage }),
  createRoute({ getParentRoute: () => at, path: '/sync', component: SyncPage }),
  createRoute({ getParentRoute: () => at, path: '/log', component: LogPage }),
  createRoute({ getParentRoute: () => at, path: '/guides', component: GuidesPage }),
  createRoute({ getParentRoute: () => at, path: '/trace/$traceId', component: TracePage }),
  createRoute({ getParentRoute: () => at, path: '/session/$sessionId', component: SessionPage }),
  createRoute({ getParentRoute: () => at, path: '/settings', component: SettingsPage }),
  createRoute({ getParentRoute: () => at, path: '/setup', component: SetupPage }),
]);

/**
 * The addresses of the console. They live behind the hash, so that they work from the desktop's own
 * scheme and from any server, without either knowing them.
 */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  parseSearch,
  stringifySearch,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: CrashedPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
