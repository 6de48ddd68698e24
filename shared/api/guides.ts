import { z } from 'zod';
import { guideLanguageSchema, guideSchema, guideTopicSchema } from '../model/guide.ts';
import { clientTypeIdSchema, idSchema } from '../model/words.ts';
import { procedure } from './base.ts';

/** Which guide: of a device, of a client type, or of a topic; the first that is given counts. */
const guideInput = z.object({
  deviceId: idSchema.optional(),
  clientType: clientTypeIdSchema.optional(),
  topic: guideTopicSchema.optional(),
  language: guideLanguageSchema,
});

/** Step-by-step guides with this installation's own values. They never hold a password. */
export const guidesContract = {
  list: procedure.input(z.object({ language: guideLanguageSchema })).output(
    z.object({
      guides: z.array(
        z.object({
          clientType: clientTypeIdSchema.nullable(),
          topic: guideTopicSchema.nullable(),
          title: z.string(),
          summary: z.string(),
        }),
      ),
    }),
  ),
  /** For the screen. */
  read: procedure.input(guideInput).output(guideSchema),
  /** As a file. */
  render: procedure.input(guideInput.extend({ format: z.enum(['html', 'pdf']) })).output(
    z.object({
      title: z.string(),
      fileName: z.string(),
      contentType: z.string(),
      /** `content` is the text itself, or its octets in base64. */
      encoding: z.enum(['utf8', 'base64']),
      content: z.string(),
    }),
  ),
};
