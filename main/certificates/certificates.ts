import type {
  Certificate,
  CertificateProblem,
  ListenerSettings,
} from '../../shared/model/settings.ts';
import type { Stop } from '../platform/clock.ts';
import { createAcmeCertificates } from './acme-certificates.ts';
import { markOfFiles, readCertificateFiles } from './certificate-files.ts';
import { machineNames } from './machine-names.ts';
import { openOwnCertificate } from './own-certificates.ts';
import type { LoadedCertificate } from './pem.ts';
import { toProblem } from './problem.ts';
import { certificateAttention, certificateTimes, renewalOf, timeProblem } from './timing.ts';
import type { Certificates, CertificatesDeps } from './types.ts';

/** What is in use, and how it got there. */
interface Present {
  readonly loaded?: LoadedCertificate | undefined;
  readonly authority?: { readonly der: Uint8Array; readonly fingerprint: string } | undefined;
  readonly isStandIn?: boolean;
}

const troubleWhere: Readonly<Record<Certificate['mode'], CertificateProblem['code']>> = {
  'self-made': 'not-made',
  file: 'file-unreadable',
  acme: 'acme-failed',
};

/** Host of the public address; undefined when none is set. */
function publicHost({ publicUrl }: ListenerSettings): string | undefined {
  if (!URL.canParse(publicUrl)) return undefined;
  return new URL(publicUrl).hostname.replace(/^\[|\]$/gu, '');
}

/** The settings that decide on the certificate, as one text. */
function wishOf(settings: ListenerSettings): string {
  const { tlsEnabled, certificate, certificateFile, keyFile, publicUrl } = settings;
  const { acmeDirectory, acmeNames, acmeContact } = settings;
  return JSON.stringify([
    tlsEnabled && [
      certificate,
      publicUrl,
      ...(certificate === 'file' ? [certificateFile, keyFile] : []),
      ...(certificate === 'acme' ? [acmeDirectory, acmeNames, acmeContact] : []),
    ],
  ]);
}

/** Looks after the certificate of the devices' listener. */
export function createCertificates(deps: CertificatesDeps): Certificates {
  const { clock, events, log } = deps;
  const acme = createAcmeCertificates(deps);
  const listeners = new Set<() => void>();
  let present: Present = {};
  let problem: CertificateProblem | undefined;
  /** The last problem as the log told it. */
  let told = { name: '', text: '' };
  let wish = '';
  let filesMark = '';
  let nextAt: number | null = null;
  let stopTimer: Stop = () => undefined;
  let isStarted = false;
  /** Ends an order that is under way. */
  let ordering: AbortController | undefined;
  let ordered: Promise<void> = Promise.resolve();
  let changing: Promise<void> = Promise.resolve();

  function tell(found: CertificateProblem | undefined): void {
    const name = found === undefined ? '' : JSON.stringify(found);
    if (name === told.name) return;
    told = { name, text: '' };
    if (found === undefined) return;
    const key = `certificate.${found.code}` as const;
    const line = { level: 'error', area: 'system', key, params: found.params } as const;
    told = { name, text: log.write(line).text };
  }

  /** Takes a certificate into use, or says why there is none; what is in use stays in use. */
  function use(next: Present | undefined, found: CertificateProblem | undefined): void {
    const before = present.loaded;
    if (next !== undefined) present = next;
    problem = found;
    tell(currentProblem());
    const now = present.loaded;
    if (before?.cert !== now?.cert || before?.key !== now?.key) {
      for (const listener of listeners) listener();
    }
    events.emit({ kind: 'settings', id: null });
  }

  function currentProblem(): CertificateProblem | undefined {
    const { loaded } = present;
    return problem ?? (loaded && timeProblem(loaded, clock.now()));
  }

  function note(
    key: 'certificate.made' | 'certificate.read' | 'certificate.received',
    loaded: LoadedCertificate,
    path = '',
  ): void {
    const { names, issuer, notAfter } = loaded;
    const params = { names: [...names], issuer, path, until: notAfter };
    log.write({ level: 'info', area: 'system', key, params });
  }

  async function openOwn(settings: ListenerSettings, isRenewal: boolean): Promise<Present> {
    const host = publicHost(settings);
    const machine = (deps.machineNames ?? machineNames)();
    const names = [...new Set([...(host === undefined ? [] : [host]), ...machine])];
    const own = await openOwnCertificate(names, isRenewal, deps);
    if (own.isNew) note('certificate.made', own.certificate);
    return { loaded: own.certificate, authority: own.authority };
  }

  async function openFiles(settings: ListenerSettings): Promise<Present> {
    // Taken before reading, so that a change in between is seen at the next look.
    filesMark = await markOfFiles(settings);
    const loaded = await readCertificateFiles(settings);
    if (loaded.fingerprint !== present.loaded?.fingerprint) {
      note('certificate.read', loaded, settings.certificateFile);
    }
    return { loaded };
  }

  async function openAcme(settings: ListenerSettings): Promise<Present> {
    const loaded = await acme.open(settings);
    if (loaded !== undefined && loaded.notAfter > clock.now()) return { loaded };
    return { ...(await openOwn(settings, false)), isStandIn: true };
  }

  /** Asks the authority; ends when it has answered, or when the settings want something else. */
  async function order(settings: ListenerSettings): Promise<void> {
    ordering?.abort();
    const mine = new AbortController();
    ordering = mine;
    try {
      const loaded = await acme.order(settings, mine.signal);
      if (mine.signal.aborted) return;
      note('certificate.received', loaded);
      use({ loaded }, undefined);
    } catch (error) {
      if (!mine.signal.aborted) use(undefined, toProblem(error, 'acme-failed'));
    } finally {
      if (ordering === mine) ordering = undefined;
    }
  }

  /** Does what is due now, and sets the timer for what is due next. */
  async function lookAfter(isRenewal: boolean): Promise<void> {
    stopTimer();
    nextAt = null;
    const settings = deps.settings();
    if (!isStarted || !settings.tlsEnabled) return;
    const mode = settings.certificate;
    const isOther = wish !== wishOf(settings);
    wish = wishOf(settings);
    try {
      if (mode === 'self-made') use(await openOwn(settings, isRenewal), undefined);
      else if (mode === 'acme') {
        const isReplaceable = isOther || present.loaded === undefined || present.isStandIn;
        // What the authority has said stays true until it is asked again.
        if (isReplaceable) use(await openAcme(settings), isOther ? undefined : problem);
      } else if (isOther || isRenewal || filesMark !== (await markOfFiles(settings))) {
        use(await openFiles(settings), undefined);
      }
    } catch (error) {
      // What is in use stands in: a wrong certificate is no worse than none.
      const isStandIn = isOther && present.loaded !== undefined;
      use(isStandIn ? { ...present, isStandIn } : undefined, toProblem(error, troubleWhere[mode]));
    }
    tell(currentProblem());
    if (mode === 'acme') await planOrder(settings, isRenewal);
    else schedule(mode === 'file' ? certificateTimes.filesMs : certificateTimes.checkMs);
  }

  async function planOrder(settings: ListenerSettings, isRenewal: boolean): Promise<void> {
    const { loaded, isStandIn } = present;
    const isDue = isStandIn === true || loaded === undefined || renewalOf(loaded) <= clock.now();
    const allowedAt = await acme.nextAt(settings);
    if (!isRenewal && !(isDue && allowedAt <= clock.now())) {
      schedule(isDue ? allowedAt - clock.now() : certificateTimes.checkMs);
      return;
    }
    if (ordering !== undefined) return;
    ordered = order(settings).then(() => enqueue(false));
    ordered.catch(deps.onFault);
  }

  function schedule(delayMs: number): void {
    const delay = Math.min(delayMs, certificateTimes.checkMs);
    nextAt = clock.now() + delay;
    stopTimer = clock.after(delay, () => void enqueue(false));
  }

  function enqueue(isRenewal: boolean): Promise<void> {
    changing = changing.then(() => lookAfter(isRenewal)).catch(deps.onFault);
    return changing;
  }

  function followSettings(): void {
    const settings = deps.settings();
    if (wish === wishOf(settings)) return;
    ordering?.abort();
    ordering = undefined;
    if (!settings.tlsEnabled) {
      wish = wishOf(settings);
      use({}, undefined);
    }
    void enqueue(false);
  }

  function status(): Certificate {
    const { loaded, authority, isStandIn = false } = present;
    const settings = deps.settings();
    return {
      mode: settings.certificate,
      isInUse: loaded !== undefined,
      isStandIn,
      names: [...(loaded?.names ?? [])],
      issuer: loaded?.issuer ?? '',
      notAfter: loaded?.notAfter ?? null,
      fingerprint: loaded?.fingerprint ?? null,
      authorityFingerprint: authority?.fingerprint ?? null,
      problem: currentProblem() ?? null,
      nextAttemptAt: settings.certificate === 'file' ? null : nextAt,
    };
  }

  return {
    async start() {
      isStarted = true;
      const unsubscribe = deps.onSettings(followSettings);
      await enqueue(false);
      return async () => {
        isStarted = false;
        unsubscribe();
        stopTimer();
        ordering?.abort();
        await changing;
        await ordered;
      };
    },
    settled: () => changing,
    identity: () => present.loaded && { cert: present.loaded.cert, key: present.loaded.key },
    async signer() {
      const { loaded, authority } = present;
      if (loaded !== undefined) {
        return { cert: loaded.cert, key: loaded.key, isSelfMade: authority !== undefined };
      }
      const settings = deps.settings();
      // One after the other with what follows the settings: both may make the certificate.
      const opening = changing.then(() => openOwn(settings, false));
      changing = opening.then(
        () => undefined,
        () => undefined,
      );
      const own = await opening.catch(() => undefined);
      return own?.loaded && { cert: own.loaded.cert, key: own.loaded.key, isSelfMade: true };
    },
    detail: () => told.text || 'There is no certificate yet',
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    challenge: acme.challenge,
    authority: () => present.authority,
    status,
    certificate: () => Promise.resolve(status()),
    async renewCertificate() {
      await enqueue(true);
      await ordered;
      return status();
    },
    attention() {
      if (!isStarted || !deps.settings().tlsEnabled) return null;
      return certificateAttention(status(), currentProblem() ? told.text : '', clock.now());
    },
  };
}
