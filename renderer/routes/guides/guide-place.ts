import { guideLanguageSchema, guideTopicSchema } from '../../../shared/model/guide.ts';
import type { GuideLanguage, GuideTopic } from '../../../shared/model/guide.ts';
import { clientTypeIdSchema } from '../../../shared/model/words.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** Which guide: of a device, of a client type, or of a topic. */
export type GuideChoice =
  | { readonly deviceId: string }
  | { readonly clientType: ClientTypeId }
  | { readonly topic: GuideTopic };

/** What the address of the page asks for; no choice shows the list. */
export interface GuidePlace {
  readonly choice: GuideChoice | null;
  readonly language: GuideLanguage;
}

/** Reads the address: `guides?clientType=nokia&language=pl`, `?device=<id>`, `?topic=gateways`. */
export function readGuidePlace(url: SearchValues, own: GuideLanguage): GuidePlace {
  const clientType = oneOf(url['clientType'], clientTypeIdSchema.options);
  const topic = oneOf(url['topic'], guideTopicSchema.options);
  const deviceId = url['device'];
  const choice: GuideChoice | null =
    deviceId !== undefined
      ? { deviceId }
      : clientType !== undefined
        ? { clientType }
        : topic === undefined
          ? null
          : { topic };
  return { choice, language: oneOf(url['language'], guideLanguageSchema.options) ?? own };
}
