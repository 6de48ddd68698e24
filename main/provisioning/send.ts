import { AppError } from '../../shared/model/errors.ts';
import { provisioningLimits } from '../../shared/model/provisioning.ts';
import type { AreaService } from '../api/services.ts';
import { toHex } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import { createLanes } from '../platform/lanes.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import { newMessage } from '../store/new-message.ts';
import type { MessageRow } from '../store/types.ts';
import type { ConfigurationDocument, ConfigurationDocuments } from './documents/content.ts';
import { makeDocuments } from './documents/index.ts';
import { maskedDocuments } from './documents/masked.ts';
import { contentOf } from './draft.ts';
import type { Draft, Drafts } from './draft.ts';
import { fingerprintOf } from './fingerprint.ts';
import { foundDevice } from './found-device.ts';
import { serviceLimits } from './limits.ts';
import { aboutConfiguration } from './log-lines.ts';
import { pinMail } from './pin-mail.ts';
import { drawPin, keepPin, shownConfiguration } from './pins.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';
import { repeatOf } from './repeats.ts';

/** TP-PID of an ordinary SMS (GSM 03.40 §9.2.3.9). */
const protocol = 0;

type Send = AreaService<'provisioning'>['send'];

/** Everything that is stored of one sending. */
interface Sending {
  readonly row: ConfigurationRow;
  readonly messages: readonly MessageRow[];
  /** What the owner has to type in; null where the phone asks for nothing. */
  readonly pin: string | null;
}

/**
 * Makes the command that sends a configuration. Quiet hours, caps and pauses are about alerts, and do
 * not hold it up. Errors: NOT_FOUND, PROVISIONING_NOT_POSSIBLE, ALREADY_SENT, MAIL_FAILED.
 */
export function createSend(deps: ProvisioningDeps, drafts: Drafts): Send {
  const { store, clock, log, events } = deps;
  // One after another for each device, so that two calls at once are a call and its repeat.
  const lanes = createLanes();

  function refuseRepeat({ device }: Draft, before: ConfigurationRow): AppError {
    log.write({
      ...aboutConfiguration(before),
      level: 'warn',
      key: 'configuration.repeat-refused',
      params: { device: device.name },
    });
    const until = before.createdAt + provisioningLimits.repeatMs;
    return new AppError('ALREADY_SENT', { params: { device: device.name, until } });
  }

  function refuse(draft: Draft): AppError {
    const { device, reason } = draft;
    log.write({
      level: 'warn',
      area: 'provisioning',
      key: 'configuration.not-possible',
      params: { device: device.name, obstacle: reason ?? '' },
      accountId: device.accountId,
      deviceId: device.id,
    });
    return notPossible(draft);
  }

  async function sendOne(deviceId: string, isConfirmed: boolean): ReturnType<Send> {
    const draft = await drafts.of(deviceId);
    if (draft.reason !== null) throw refuse(draft);
    const fingerprint = fingerprintOf(draft, deps.settings());
    if (fingerprint === undefined) throw refuse({ ...draft, reason: 'too-long' });
    const sent = isConfirmed ? [] : await store.provisioning.list(deviceId);
    const before = repeatOf(sent, fingerprint, clock.now());
    if (before !== undefined) throw refuseRepeat(draft, before);

    const { maxAlertAgeMs } = await deps.pushSettings();
    const sending = makeSending(deps, draft, fingerprint, maxAlertAgeMs);
    // Before anything is stored: without its PIN the configuration would be of no use.
    if (draft.pin?.delivery === 'mail') await mailPin(deps, draft, sending);
    await storeSending(deps, draft, sending);

    const { row } = sending;
    log.write({
      ...aboutConfiguration(row),
      level: 'info',
      key: 'configuration.prepared',
      params: { device: draft.device.name, parts: row.segments },
    });
    events.emit({ kind: 'configuration', id: row.id });
    return shownConfiguration(row, clock.now());
  }

  return async ({ deviceId, confirmRepeat }) => {
    const { waitingCalls } = serviceLimits;
    const done = lanes.run(deviceId, waitingCalls, () => sendOne(deviceId, confirmRepeat === true));
    if (done === undefined) throw new AppError('RATE_LIMITED', { retryable: true });
    return await done;
  };
}

function notPossible({ device, reason, tooLong }: Draft): AppError {
  return new AppError('PROVISIONING_NOT_POSSIBLE', {
    params: {
      device: device.name,
      reason: reason ?? '',
      ...(tooLong === null ? {} : { field: tooLong.name, max: tooLong.max }),
    },
  });
}

function makeSending(
  { clock, ids, random, settings }: ProvisioningDeps,
  draft: Draft,
  fingerprint: string,
  maxAlertAgeMs: number,
): Sending {
  const { device, profile, format, security, pin } = draft;
  const now = clock.now();
  const id = ids.next();
  const traceId = ids.next();
  const { documents, masked, pin: typed } = documentsOf(draft, random, settings().sync.auth);
  // A phone that is found again after its PIN is past could not open the message any more.
  const expiresAt = now + Math.min(maxAlertAgeMs, provisioningLimits.pinMs);
  const messages = documents.map((document, index) =>
    messageOf(document, masked[index] ?? document, {
      id: ids.next(),
      traceId,
      accountId: device.accountId,
      deviceId: device.id,
      number: device.number ?? '',
      createdAt: now,
      nextAttemptAt: now,
      expiresAt,
    }),
  );
  const isTold = typed !== null && pin?.delivery !== 'mail';
  const row: ConfigurationRow = {
    id,
    deviceId: device.id,
    accountId: device.accountId,
    traceId,
    format: format ?? 'oma-cp',
    security,
    state: 'queued',
    reason: null,
    url: profile.serverUrl ?? '',
    segments: messages.reduce((sum, { parts }) => sum + parts.length, 0),
    messageIds: messages.map((message) => message.id),
    fingerprint,
    pinDelivery: pin?.delivery ?? null,
    pinUntil: isTold ? now + provisioningLimits.pinMs : null,
    createdAt: now,
    sentAt: null,
    deliveredAt: null,
    configuredAt: null,
    sessionId: null,
  };
  return { row, messages, pin: typed };
}

function documentsOf(
  draft: Draft,
  random: ProvisioningDeps['random'],
  auth: 'any' | 'md5' | 'basic',
): ConfigurationDocuments & { readonly masked: readonly ConfigurationDocument[] } {
  const { format, security, pinDigits, imsi } = draft;
  const content = contentOf(draft, auth);
  if (format === null || content === undefined) throw notPossible(draft);
  const pin = pinDigits === undefined ? undefined : drawPin(random, pinDigits);
  try {
    const reference = random.integer(256);
    return {
      ...makeDocuments(format, content, { security, pin, imsi }, reference),
      masked: maskedDocuments(format, content, draft, reference),
    };
  } catch (error) {
    if (error instanceof CodecError) throw notPossible({ ...draft, reason: 'too-long' });
    throw error;
  }
}

function messageOf(
  { parts, dcs }: ConfigurationDocument,
  masked: ConfigurationDocument,
  given: Pick<
    MessageRow,
    | 'id'
    | 'traceId'
    | 'accountId'
    | 'deviceId'
    | 'number'
    | 'createdAt'
    | 'nextAttemptAt'
    | 'expiresAt'
  >,
): MessageRow {
  return newMessage({
    ...given,
    parts: storedParts(parts),
    shownParts: storedParts(masked.parts),
    dcs,
    pid: protocol,
    source: 'configuration',
    class: 'normal',
  });
}

function storedParts(parts: ConfigurationDocument['parts']): MessageRow['parts'] {
  return parts.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
}

async function mailPin(
  { mail, log }: ProvisioningDeps,
  { device, profile }: Draft,
  { row, pin }: Sending,
): Promise<void> {
  if (pin === null) return;
  const about = aboutConfiguration(row);
  const params = { device: device.name, account: profile.address };
  const until = row.createdAt + provisioningLimits.pinMs;
  try {
    await mail.send(pinMail({ to: profile.address, deviceName: device.name, pin, until }));
  } catch (error) {
    log.write({ ...about, level: 'error', key: 'configuration.pin-not-mailed', params });
    throw error instanceof AppError ? error : new AppError('MAIL_FAILED', { cause: error });
  }
  log.write({ ...about, level: 'info', key: 'configuration.pin-mailed', params });
}

/** All of it in one transaction: the messages, the configuration that they are, and its PIN. */
async function storeSending(
  { store, sms }: ProvisioningDeps,
  { device }: Draft,
  { row, messages, pin }: Sending,
): Promise<void> {
  const enqueued: { begin(): void; drop(): void }[] = [];
  try {
    await store.transaction(async (tx) => {
      await foundDevice(tx, device.id);
      enqueued.push(await sms.enqueue(tx, messages));
      await tx.provisioning.insert(row);
      if (pin !== null && row.pinUntil !== null) await keepPin(tx, row.id, pin);
    });
  } catch (error) {
    for (const group of enqueued) group.drop();
    throw error;
  }
  for (const group of enqueued) group.begin();
}
