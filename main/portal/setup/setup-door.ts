import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { LogKey } from '../../../shared/i18n/en/log.ts';
import type { DeviceProfile } from '../../../shared/model/device-profile.ts';
import type { LinkRow } from '../../store/provisioning-types.ts';
import { isSame, randomText, readCookie, setCookie, sha256 } from '../cookies.ts';
import { methodAnswer, pageAnswer, pageHeaders, redirectAnswer } from '../html/frame.ts';
import { wordsFor } from '../html/words.ts';
import type { Words } from '../html/words.ts';
import { portalLimits } from '../limits.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { PageAnswer, PageHandler, PageRequest } from '../ports.ts';
import { appleProfile, hasPayload } from '../profile/apple-profile.ts';
import { signAttached } from '../profile/sign-profile.ts';
import { browserAddress } from '../../platform/remote.ts';
import { gonePage, limitedPage, oncePage } from './closed-pages.ts';
import { createLinkGuard } from './guard.ts';
import type { LinkGuard } from './guard.ts';
import type { Links } from './links.ts';
import { profileFile, setupPage } from './setup-page.ts';

const cookieName = 'pushdesk_link';

/** One request to a link's page. */
interface Visit {
  readonly request: PageRequest;
  readonly words: Words;
  readonly remote: string;
  readonly token: string;
  /** Path that is behind the token, empty for the page itself. */
  readonly rest: string;
}

/** The pages of personal links, below `/setup/`. */
export interface SetupDoor extends PageHandler {
  readonly guard: LinkGuard;
}

/** Makes them. */
export function createSetupDoor(deps: PortalDeps, links: Links): SetupDoor {
  const { store, clock, random, log } = deps;
  const guard = createLinkGuard(clock, log);

  function unknown({ words, remote }: Visit): PageAnswer {
    const wait = guard.unknown(remote);
    const page = wait > 0 ? limitedPage(words, wait) : gonePage(words, 404);
    return pageAnswer(words.language, page);
  }

  /** Tells of an opening; of a path that looks for nothing it tells nothing. */
  async function note(row: LinkRow, visit: Visit, key: LogKey): Promise<void> {
    if (visit.request.method === 'HEAD') return;
    const device = await store.devices.get(row.deviceId);
    const { accountId, deviceId } = row;
    const params = { device: device?.name ?? '', remote: visit.remote };
    log.write({ level: 'info', area: 'provisioning', key, params, accountId, deviceId });
  }

  /** A link that was good once. Counted like one that does not exist, as it is worth as much. */
  async function closed(row: LinkRow, visit: Visit): Promise<PageAnswer> {
    const { words, remote } = visit;
    const wait = guard.unknown(remote);
    if (wait > 0) return pageAnswer(words.language, limitedPage(words, wait));
    await note(row, visit, 'portal.link-closed');
    return pageAnswer(words.language, gonePage(words, 410));
  }

  function hasBrowser({ browserHash }: LinkRow, request: PageRequest): boolean {
    const cookie = readCookie(request, cookieName);
    return cookie !== undefined && browserHash !== null && isSame(sha256(cookie), browserHash);
  }

  async function take(row: LinkRow, visit: Visit): Promise<PageAnswer> {
    const browser = randomText(random, portalLimits.cookieOctets);
    if (!(await links.take(row, browser))) return await closed(row, visit);
    await note(row, visit, 'portal.link-taken');
    const { pathname } = new URL(visit.request.base);
    const path = `${pathname.replace(/\/+$/u, '')}/setup/${visit.token}`;
    const maxAgeSeconds = (row.expiresAt - clock.now()) / 1_000;
    const cookie = { name: cookieName, value: browser, path, maxAgeSeconds };
    return redirectAnswer(path, { 'set-cookie': setCookie(visit.request, cookie) });
  }

  async function show(row: LinkRow, visit: Visit, profile: DeviceProfile): Promise<PageAnswer> {
    const { words, request, token } = visit;
    if (request.method !== 'HEAD') {
      await links.opened(row);
      await note(row, visit, 'portal.link-opened');
    }
    const account = await store.accounts.get(row.accountId);
    const signer =
      clientType(profile.clientType).link === 'profile' ? await deps.signer() : undefined;
    const page = await setupPage(words, {
      profile,
      link: row,
      timeZone: account?.timeZone ?? deps.settings().sync.timeZone,
      signature: signer === undefined ? 'none' : signer.isSelfMade ? 'self-made' : 'trusted',
      profilePath: `${token}/${profileFile}`,
    });
    return pageAnswer(words.language, page);
  }

  async function sign(text: string, row: LinkRow, profile: DeviceProfile): Promise<Uint8Array> {
    const content = Buffer.from(text);
    const { accountId, deviceId } = row;
    let detail = 'TLS is off';
    try {
      const signer = await deps.signer();
      if (signer !== undefined) return await signAttached(content, signer, clock.now());
    } catch (error) {
      // A key of a kind that cannot sign; an unsigned profile is better than none.
      detail = error instanceof Error ? error.message : String(error);
    }
    const params = { device: profile.deviceName, detail };
    const key = 'portal.profile-unsigned';
    log.write({ level: 'warn', area: 'provisioning', key, params, accountId, deviceId });
    return content;
  }

  async function fetchProfile(
    row: LinkRow,
    visit: Visit,
    profile: DeviceProfile,
  ): Promise<PageAnswer> {
    const hasProfile = clientType(profile.clientType).link === 'profile' && hasPayload(profile);
    if (!hasProfile) return unknown(visit);
    const consent = visit.words.say('profile.consent', { address: profile.address });
    const headers = {
      ...pageHeaders,
      'content-type': 'application/x-apple-aspen-config',
      'content-disposition': `attachment; filename="${profileFile}"`,
    };
    if (visit.request.method === 'HEAD') return { status: 200, headers, body: '' };
    const body = await sign(appleProfile(profile, { consent }), row, profile);
    await note(row, visit, 'portal.profile-fetched');
    return { status: 200, headers, body };
  }

  async function open(row: LinkRow, visit: Visit): Promise<PageAnswer> {
    const { request, words, rest } = visit;
    const state = links.state(row);
    const isOwn = state === 'used' && hasBrowser(row, request);
    if (state !== 'open' && !isOwn) return await closed(row, visit);
    const isToTake = row.use === 'once' && state === 'open';
    if (request.method === 'POST') {
      if (rest !== '') return methodAnswer('GET, HEAD');
      if (isOwn) return redirectAnswer(new URL(request.base + request.path).pathname);
      return isToTake ? await take(row, visit) : methodAnswer('GET, HEAD');
    }
    if (isToTake) {
      return rest === '' ? pageAnswer(words.language, oncePage(words)) : unknown(visit);
    }
    const profile = await deps.profileOf(row.deviceId);
    return rest === '' ? await show(row, visit, profile) : await fetchProfile(row, visit, profile);
  }

  return {
    guard,
    async handle(request) {
      const words = wordsFor(request.headers['accept-language']);
      const remote = browserAddress(request);
      if (!['GET', 'HEAD', 'POST'].includes(request.method)) return methodAnswer('GET, HEAD, POST');
      const wait = guard.enter(remote);
      if (wait > 0) return pageAnswer(words.language, limitedPage(words, wait));
      const [, token = '', rest = ''] = /^\/setup\/([\w-]+)(\/.*)?$/u.exec(request.path) ?? [];
      const visit: Visit = { request, words, remote, token, rest };
      const row = rest === '' || rest === `/${profileFile}` ? await links.find(token) : undefined;
      return row === undefined ? unknown(visit) : await open(row, visit);
    },
  };
}
