import type { DeviceProfile } from '../../../shared/model/device-profile.ts';
import { AppError } from '../../../shared/model/errors.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { systemClock } from '../../platform/clock.ts';
import type { GuideAssets } from '../assets.ts';
import { openGuideAssets } from '../assets.ts';
import { createGuides } from '../guides.ts';
import type { GuidesDeps } from '../guides.ts';

/** Smallest PNG: one grey pixel without transparency. */
export const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4cOAAAAREAiFUXH3dAAAAAElFTkSuQmCC';

/** A profile of Ada's phone. */
export const adasPhone: DeviceProfile = {
  deviceId: 'phone',
  accountId: 'ada',
  deviceName: 'Ada’s E71',
  clientType: 'nokia',
  displayName: 'Ada Lovelace',
  address: 'ada@example.org',
  organisation: 'Analytical Society',
  profileName: 'Analytical',
  serverId: 'Pushdesk',
  serverUrl: 'https://sync.example.org:443/syncml',
  folders: [
    { dataType: 'contacts', name: 'Contacts', mime: 'text/x-vcard' },
    { dataType: 'calendar', name: 'Calendar', mime: 'text/x-vcalendar' },
  ],
  incomingMail: null,
  outgoingMail: null,
  caldavUrl: null,
  carddavUrl: null,
};

/** Assets with the real fonts and a picture of every screen. */
export function picturedAssets(): GuideAssets {
  return {
    ...openGuideAssets({ keepsFonts: true }),
    picture: () => Promise.resolve({ width: 800, height: 500, data: onePixel }),
  };
}

/** The service over one device. */
export function guidesOf(
  profile: Partial<DeviceProfile> = {},
  deps: Partial<GuidesDeps> = {},
): ReturnType<typeof createGuides> {
  return createGuides({
    clock: systemClock,
    assets: picturedAssets(),
    profileOf: (deviceId) =>
      deviceId === adasPhone.deviceId
        ? Promise.resolve({ ...adasPhone, ...profile })
        : Promise.reject(new AppError('NOT_FOUND')),
    installation: () =>
      Promise.resolve({
        ...defaultSettings.provisioning,
        organisation: 'Analytical Society',
        serverUrl: 'https://sync.example.org:443/syncml',
        serverId: 'Pushdesk',
        mergeWindowMs: 5_000,
        certificatePath: '/certificate.crt',
      }),
    provisioning: () => defaultSettings.provisioning,
    hasOwnCertificate: () => false,
    ...deps,
  });
}
