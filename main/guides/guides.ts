import type { AreaService } from '../api/services.ts';
import type { DeviceProfile } from '../../shared/model/device-profile.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Guide, GuideLanguage, GuideTopic } from '../../shared/model/guide.ts';
import type { ProvisioningSettings } from '../../shared/model/provisioning.ts';
import type { ClientTypeId } from '../../shared/model/words.ts';
import type { Clock } from '../platform/clock.ts';
import { assembleGuide, headOf } from './assemble.ts';
import type { GuideContext, ScreenPicture } from './assemble.ts';
import type { GuideAssets } from './assets.ts';
import { conditionsOf } from './conditions.ts';
import { fileNameOf } from './file-name.ts';
import { renderHtml } from './html/render.ts';
import { screensOf } from './screen-controls.ts';
import type { ScreenName } from './screens.ts';
import type { GuideSource } from './source.ts';
import { guideSources } from './sources/index.ts';
import { deviceValues, foldersOf, installationValues } from './values-of.ts';
import type { InstallationFacts } from './values-of.ts';
import { createWording } from './wording.ts';
import type { Wording } from './wording.ts';

/** What guides are made from. */
export interface GuidesDeps {
  readonly clock: Clock;
  readonly assets: GuideAssets;
  /** Everything that a device's phone has to know. Errors: NOT_FOUND. */
  profileOf(deviceId: string): Promise<DeviceProfile>;
  installation(): Promise<InstallationFacts>;
  provisioning(): ProvisioningSettings;
  /** Phones are offered a certificate that the server made itself. */
  hasOwnCertificate(): boolean;
}

/** Which guide is wanted; the first that is given counts. */
interface Wanted {
  readonly deviceId?: string | undefined;
  readonly clientType?: ClientTypeId | undefined;
  readonly topic?: GuideTopic | undefined;
  readonly language: GuideLanguage;
}

/** Guides with this installation's own values. They hold no password: none of the sources has one. */
export function createGuides(deps: GuidesDeps): AreaService<'guides'> {
  async function make(wanted: Wanted): Promise<{ guide: Guide; wording: Wording }> {
    const { language } = wanted;
    const facts = await deps.installation();
    const profile =
      wanted.deviceId === undefined ? undefined : await deps.profileOf(wanted.deviceId);
    const source = sourceOf(wanted, profile);
    const values =
      profile === undefined
        ? installationValues(facts, language, source.clientType)
        : deviceValues(profile, facts, language);
    const wording = createWording(language, values);
    const serverUrl = values.url ?? null;
    const conditions = conditionsOf({
      clientType: source.clientType,
      isDevice: profile !== undefined,
      provisioning: deps.provisioning(),
      hasOwnCertificate: deps.hasOwnCertificate() && serverUrl?.startsWith('https:') === true,
    });
    const context: GuideContext = {
      wording,
      conditions,
      deviceName: profile?.deviceName ?? null,
      folders: profile?.folders ?? foldersOf(source.clientType),
      picture: await picturesOf(source, language, deps.assets),
    };
    return { guide: assembleGuide(source, context), wording };
  }
  return {
    list({ language }) {
      const wording = createWording(language, {});
      const guides = guideSources.map((source) => ({
        clientType: source.clientType,
        topic: source.topic,
        ...headOf(source, wording),
      }));
      return Promise.resolve({ guides });
    },
    async read(input) {
      return (await make(input)).guide;
    },
    async render({ format, ...input }) {
      const { guide, wording } = await make(input);
      const head = { title: guide.title, fileName: fileNameOf(guide, format) };
      if (format === 'html') {
        const content = renderHtml(guide, wording);
        return { ...head, contentType: 'text/html; charset=utf-8', encoding: 'utf8', content };
      }
      // What sets type is large, and most starts never print.
      const { renderPdf } = await import('./pdf/render.ts');
      const createdAt = new Date(deps.clock.now());
      const octets = await renderPdf(guide, { wording, assets: deps.assets, createdAt });
      const content = Buffer.from(octets).toString('base64');
      return { ...head, contentType: 'application/pdf', encoding: 'base64', content };
    },
  };
}

/** The guide of the device's client type, of the client type, or of the topic. */
function sourceOf(wanted: Wanted, profile: DeviceProfile | undefined): GuideSource {
  const type = profile?.clientType ?? wanted.clientType;
  const found =
    type === undefined
      ? guideSources.find(({ topic }) => topic !== null && topic === wanted.topic)
      : guideSources.find(({ clientType }) => clientType === type);
  if (found !== undefined) return found;
  throw new AppError('INVALID_INPUT', { fields: [{ path: 'clientType', code: 'required' }] });
}

/** The pictures of a guide's screens, as far as they were taken in its language. */
export async function picturesOf(
  source: GuideSource,
  language: GuideLanguage,
  assets: Pick<GuideAssets, 'picture'>,
): Promise<(screen: ScreenName) => ScreenPicture | undefined> {
  const taken = await Promise.all(
    screensOf(source).map(async (name) => [name, await assets.picture(language, name)] as const),
  );
  const pictures = new Map(taken);
  return (screen) => pictures.get(screen);
}
