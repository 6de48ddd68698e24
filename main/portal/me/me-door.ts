import type { Device } from '../../../shared/model/device.ts';
import { AppError } from '../../../shared/model/errors.ts';
import type { ProvisioningPreview } from '../../../shared/model/provisioning.ts';
import { readCookie, setCookie } from '../cookies.ts';
import { methodAnswer, pageAnswer, redirectAnswer } from '../html/frame.ts';
import type { Page } from '../html/frame.ts';
import { wordsFor } from '../html/words.ts';
import type { PortalKey } from '../html/words.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { PageAnswer, PageHandler, PageRequest } from '../ports.ts';
import { browserAddress } from '../../platform/remote.ts';
import type { Links } from '../setup/links.ts';
import { createOwnerActions } from './owner-actions.ts';
import {
  addPage,
  devicePage,
  devicesPage,
  linkPage,
  removePage,
  sendAgainPage,
} from './device-pages.ts';
import type { OwnerPage } from './device-pages.ts';
import { createOwnerSessions } from './owner-sessions.ts';
import type { OwnerSessions } from './owner-sessions.ts';
import { createOwnerSignIn, ownerCookie, refuseToReadAlong } from './sign-in.ts';
import type { OwnerSignIn } from './sign-in.ts';
import { formFaultPage } from './sign-in-pages.ts';
import { isOwnForm, readForm } from './visit.ts';
import type { OwnerVisit, Visit } from './visit.ts';

/** The pages on which owners look after their devices, at `/me`. */
export interface MeDoor extends PageHandler {
  readonly sessions: OwnerSessions;
  readonly signIn: OwnerSignIn;
  stop(): void;
}

/** Good news that an address may ask for, by its last word. */
const notices: Readonly<Record<string, PortalKey>> = {
  added: 'done.added',
  paused: 'done.paused',
  resumed: 'done.resumed',
  removed: 'done.removed',
  sent: 'done.sent',
  'signed-out': 'done.signed-out',
};

/** Makes them. */
export function createMeDoor(deps: PortalDeps, links: Links): MeDoor {
  const { store, clock, random, log } = deps;
  const sessions = createOwnerSessions(clock, random);
  const signIn = createOwnerSignIn(deps, sessions);
  const actions = createOwnerActions(deps, links);

  function facts(visit: OwnerVisit, more: Partial<OwnerPage> = {}): OwnerPage {
    const { words, root, account, session, request } = visit;
    const key = notices[request.query.get('done') ?? ''];
    return {
      words,
      root,
      formToken: session.formToken,
      address: account.address,
      timeZone: account.timeZone ?? deps.settings().sync.timeZone,
      notice: key && request.method !== 'POST' ? words.say(key) : undefined,
      ...more,
    };
  }

  const answer = ({ words }: Visit, page: Page): PageAnswer => pageAnswer(words.language, page);

  async function previewOf(device: Device): Promise<ProvisioningPreview | undefined> {
    try {
      return await deps.provisioning.preview({ deviceId: device.id });
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  async function add(visit: OwnerVisit): Promise<PageAnswer> {
    const { request, form, account, root, words } = visit;
    const typed = {
      name: form.get('name') ?? '',
      clientType: form.get('clientType') ?? '',
      number: form.get('number') ?? '',
    };
    if (request.method !== 'POST') {
      return answer(visit, addPage(facts(visit), { ...typed, errors: {} }));
    }
    const added = await actions.add(account, typed);
    if (typeof added === 'string') {
      const error = facts(visit, { error: words.say(added), status: 429 });
      return answer(visit, addPage(error, { ...typed, errors: {} }));
    }
    if ('errors' in added) {
      return answer(visit, addPage(facts(visit, { status: 422 }), { ...typed, ...added }));
    }
    return redirectAnswer(`${root}/devices/${added.device.id}?done=added`);
  }

  async function showDevice(visit: OwnerVisit, device: Device, more: Partial<OwnerPage> = {}) {
    return answer(visit, devicePage(facts(visit, more), device, await previewOf(device)));
  }

  async function act(visit: OwnerVisit, device: Device, action: string): Promise<PageAnswer> {
    const { account, root, form, words } = visit;
    const here = `${root}/devices/${device.id}`;
    switch (action) {
      case 'pause':
      case 'resume': {
        const isDone = await actions.setPaused(account, device, action === 'pause');
        const error = { error: words.say('device.admin-pause'), status: 409 };
        if (!isDone) return await showDevice(visit, device, error);
        return redirectAnswer(`${here}?done=${action}d`);
      }
      case 'remove':
        await actions.remove(account, device);
        return redirectAnswer(`${root}?done=removed`);
      case 'send': {
        const result = await actions.send(account, device, form.get('again') === 'yes');
        if (result === 'sent') return redirectAnswer(`${here}?done=sent`);
        if (result === 'again') return answer(visit, sendAgainPage(facts(visit), device));
        const key = result === 'wait' ? 'device.send-wait' : 'fault.title';
        const status = result === 'wait' ? 429 : 409;
        return await showDevice(visit, device, { error: words.say(key), status });
      }
      default: {
        const link = await actions.link(account, device);
        if (link !== 'wait') return answer(visit, await linkPage(facts(visit), device, link));
        const error = { error: words.say('device.send-wait'), status: 429 };
        return await showDevice(visit, device, error);
      }
    }
  }

  async function visitDevice(
    visit: OwnerVisit,
    id: string,
    action: string | undefined,
  ): Promise<PageAnswer | undefined> {
    const device = await actions.find(visit.account, id);
    if (device === undefined) return undefined;
    const isPost = visit.request.method === 'POST';
    if (action === undefined) {
      return isPost ? methodAnswer('GET, HEAD') : await showDevice(visit, device);
    }
    if (isPost) return await act(visit, device, action);
    return action === 'remove'
      ? answer(visit, removePage(facts(visit), device))
      : methodAnswer('POST');
  }

  async function signedIn(visit: OwnerVisit): Promise<PageAnswer | undefined> {
    const { request, rest, account, root, carried } = visit;
    const isPost = request.method === 'POST';
    if (isPost && !isOwnForm(visit, visit.session.formToken)) {
      return answer(visit, formFaultPage(visit.words, root));
    }
    if (rest === '/sign-out' && isPost) {
      sessions.close(carried);
      const params = { account: account.address };
      const about = { area: 'provisioning', accountId: account.id } as const;
      log.write({ level: 'info', key: 'portal.signed-out', params, ...about });
      const gone = { name: ownerCookie, value: '', path: root, maxAgeSeconds: 0 };
      return redirectAnswer(`${root}?done=signed-out`, {
        'set-cookie': [setCookie(request, gone)],
      });
    }
    if (rest === '') {
      if (isPost) return methodAnswer('GET, HEAD');
      return answer(visit, devicesPage(facts(visit), await actions.list(account)));
    }
    if (rest === '/sign-in' || rest === '/sign-out') return redirectAnswer(root);
    if (rest === '/add') return await add(visit);
    const [, id, , action] =
      /^\/devices\/([\w-]{1,64})(\/(pause|resume|remove|send|link))?$/u.exec(rest) ?? [];
    return id === undefined ? undefined : await visitDevice(visit, id, action);
  }

  async function ownerOf(visit: Visit): Promise<OwnerVisit | undefined> {
    const carried = readCookie(visit.request, ownerCookie);
    const session = carried === undefined ? undefined : sessions.find(carried);
    if (carried === undefined || session === undefined) return undefined;
    const account = await store.accounts.get(session.accountId);
    if (account === undefined || sessions.isStale(carried, account)) {
      sessions.close(carried);
      return undefined;
    }
    return { ...visit, account, session, carried };
  }

  function visitOf(request: PageRequest): Visit {
    const base = new URL(request.base).pathname.replace(/\/+$/u, '');
    return {
      request,
      words: wordsFor(request.headers['accept-language']),
      remote: browserAddress(request),
      root: `${base}/me`,
      rest: request.path.replace(/^\/me/u, '').replace(/\/$/u, ''),
      form: readForm(request),
    };
  }

  async function strangers(visit: Visit): Promise<PageAnswer | undefined> {
    const { request, rest, root, words } = visit;
    if (rest === '/sign-in' && request.method === 'POST') return await signIn.take(visit);
    if (request.method === 'POST') {
      // The session has ended while the form was open; what it wanted is not done.
      const error = { status: 401, text: words.say('sign-in.ended') };
      return signIn.show({ ...visit, form: new URLSearchParams() }, undefined, error);
    }
    if (rest !== '') return redirectAnswer(root);
    const key = notices[request.query.get('done') ?? ''];
    return signIn.show(visit, key === 'done.signed-out' ? words.say(key) : undefined);
  }

  return {
    sessions,
    signIn,
    stop: signIn.stop,
    async handle(request) {
      const { provisioning, listeners } = deps.settings();
      if (!provisioning.selfService) {
        sessions.closeAll();
        return undefined;
      }
      if (!['GET', 'HEAD', 'POST'].includes(request.method)) return methodAnswer('GET, HEAD, POST');
      const visit = visitOf(request);
      const refusal = refuseToReadAlong(visit, listeners.tlsEnabled);
      if (refusal !== undefined) return refusal;
      const owner = await ownerOf(visit);
      return owner === undefined ? await strangers(visit) : await signedIn(owner);
    },
  };
}
