import type { DeviceProfile } from '../../shared/model/device-profile.ts';
import type { AreaService } from '../api/services.ts';
import type { Stop } from '../platform/clock.ts';
import type { MessageOutcomes } from '../store/types.ts';
import { createAccessPoints } from './access-points.ts';
import { createDrafts } from './draft.ts';
import { createSessionStarted } from './first-sessions.ts';
import type { SessionStarted } from './first-sessions.ts';
import { foundDevice } from './found-device.ts';
import { createDeviceOptions } from './options.ts';
import { createOutcomes } from './outcomes.ts';
import { createPins, shownConfiguration } from './pins.ts';
import { previewOf } from './preview.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';
import { createSend } from './send.ts';

/** Settings for phones by SMS. Links to pages are another service's. */
export interface Provisioning extends Omit<AreaService<'provisioning'>, 'link' | 'revokeLink'> {
  /** Follows what becomes of the SMS. */
  readonly outcomes: MessageOutcomes;
  /** A device has begun a session, or has been given one. */
  readonly sessionStarted: SessionStarted;
  /** Everything that the device's phone has to know. @throws AppError NOT_FOUND. */
  profileOf(deviceId: string): Promise<DeviceProfile>;
  /** Begins to forget PINs that are past their time. */
  start(): Stop;
}

/** Makes the service. */
export function createProvisioning(deps: ProvisioningDeps): Provisioning {
  const { store, clock, settings } = deps;
  const accessPoints = createAccessPoints(deps);
  const options = createDeviceOptions(deps, accessPoints);
  const drafts = createDrafts(deps, options, accessPoints);
  const pins = createPins(deps);
  return {
    async preview({ deviceId }) {
      const draft = await drafts.of(deviceId);
      const sent = await store.provisioning.list(deviceId);
      return previewOf(draft, sent, settings(), clock.now());
    },
    send: createSend(deps, drafts),
    pin: pins.pin,
    async list({ deviceId }) {
      await foundDevice(store, deviceId);
      const rows = await store.provisioning.list(deviceId);
      const now = clock.now();
      return {
        configurations: rows.map((row) => shownConfiguration(row, now)),
        links: await deps.links(deviceId),
      };
    },
    options: options.options,
    setOptions: options.setOptions,
    accessPoints: accessPoints.accessPoints,
    saveAccessPoint: accessPoints.saveAccessPoint,
    removeAccessPoint: accessPoints.removeAccessPoint,
    outcomes: createOutcomes(deps),
    sessionStarted: createSessionStarted(deps),
    profileOf: (deviceId) => drafts.profileOf(deviceId),
    start: pins.start,
  };
}
